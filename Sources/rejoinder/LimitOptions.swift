internal import ArgumentParser
internal import PageReading
internal import Pipeline

/// `--max-page-size` and the like: what one page may take. Where a limit is reached, the page's notes or the list of failures say so.
struct LimitOptions: ParsableArguments {
    @Option(name: .customLong("max-page-size"), help: "The largest page that is read: bytes, or 500K, 64M, 1G (default: 64M).") var pageSize: String?
    @Option(name: .customLong("max-memory"), help: "What the pages at work may take together, estimated: 40 times its size for a page (default: 4G, or half of ulimit -v).") var memory: String?
    @Option(name: .customLong("max-time"), help: "Seconds that a page may take; looked at between two stages, the slowest of which takes 2 seconds a megabyte of the worst pages known (default: 600).") var seconds: Double?
    @Option(name: .customLong("max-depth"), help: "Elements inside one another; deeper ones are laid beside each other (default: 1000000).") var depth: Int?
    @Option(name: .customLong("max-attributes"), help: "Attributes of an element that are read, up to 65535 (default: 4096).") var attributes: Int?
    @Option(name: .customLong("max-comments"), help: "Comments of a page that are kept (default: 200000).") var comments: Int?
    @Option(name: .customLong("max-text"), help: "Bytes of a comment's text that are kept (default: 4M).") var text: String?

    func reading() throws -> ReadingLimits {
        var limits = ReadingLimits()
        limits.page = try size(pageSize, "--max-page-size", upTo: 2_000_000_000) ?? limits.page
        return limits
    }

    func page() throws -> PageLimits {
        var limits = PageLimits()
        limits.memory = try size(memory, "--max-memory", upTo: 1 << 46) ?? limits.memory
        limits.text = try size(text, "--max-text", upTo: 2_000_000_000) ?? limits.text
        limits.depth = try number(depth, "--max-depth", upTo: 1_000_000_000) ?? limits.depth
        limits.attributes = try number(attributes, "--max-attributes", upTo: 65_535) ?? limits.attributes
        limits.comments = try number(comments, "--max-comments", upTo: 1_000_000_000) ?? limits.comments
        if let seconds {
            guard seconds > 0, seconds < 1e9 else { throw Failure(.impossible, "--max-time: '\(seconds)' is no number of seconds above 0") }
            limits.seconds = seconds
        }
        return limits
    }

    private func number(_ value: Int?, _ name: String, upTo most: Int) throws -> Int? {
        guard let value, !(1...most).contains(value) else { return value }
        throw Failure(.impossible, "\(name): \(value) is not between 1 and \(most)")
    }

    /// A size as 500K, 64M or 1G, in bytes.
    private func size(_ text: String?, _ name: String, upTo most: Int) throws -> Int? {
        guard let text else { return nil }
        let digits = text.prefix { $0.isNumber }
        let unit: Int? = switch text.dropFirst(digits.count).uppercased() {
        case "": 1
        case "K", "KB", "KIB": 1 << 10
        case "M", "MB", "MIB": 1 << 20
        case "G", "GB", "GIB": 1 << 30
        default: nil
        }
        guard let unit, let number = Int(digits), number > 0, number <= most / unit else {
            throw Failure(.impossible, "\(name): '\(text)' is no size up to \(bytesInWords(most)); write it as 500K, 64M or 1G")
        }
        return number * unit
    }
}
