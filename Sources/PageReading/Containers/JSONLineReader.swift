internal import DiscourseModel

/// Where the parts of a page stand in a line of a JSON dump: a member's name, or the way to it (`source.url`).
package struct JSONLineFields: Sendable, Hashable {
    package var text = "text"
    package var html = "html"
    package var url = "url"
    package var captured = "captured"

    package init() {}

    /// - Parameter map: `text=content,url=source.url`.
    /// - Throws: what is wrong with it.
    package init(map: String) throws(ReadingProblem) {
        for pair in map.split(separator: ",") {
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map { $0.trimmingSpaces() }
            let path = parts.count == 2 ? parts[1] : ""
            guard !path.isEmpty, !path.split(separator: ".", omittingEmptySubsequences: false).contains("") else {
                throw ReadingProblem(.badRecord, source: "--map", reason: "'\(pair)' is no NAME=FIELD; write it as text=content,url=source.url")
            }
            switch parts[0] {
            case "text": text = path
            case "html": html = path
            case "url": url = path
            case "captured": captured = path
            default:
                throw ReadingProblem(.badRecord, source: "--map", reason: "'\(parts[0])' is no part of a page; those are text, html, url, captured")
            }
        }
    }

    var paths: [[[UInt8]]] { [text, html, url, captured].map { $0.split(separator: ".").map { Array($0.utf8) } } }
}

/// JSON lines: an object a line, with the page's text or HTML, and perhaps its address and time of capture.
final class JSONLineReader: RecordReader {
    private let reader: ByteReader
    private let source: String
    private let limits: ReadingLimits
    private let paths: [[[UInt8]]]
    private let names: JSONLineFields
    private var number = 0
    private var isDone = false

    init(_ reader: ByteReader, source: String, limits: ReadingLimits, fields: JSONLineFields) {
        self.reader = reader
        self.source = source
        self.limits = limits
        names = fields
        paths = fields.paths
    }

    /// Whether the bytes begin an object with a name in it.
    static func begins(_ head: ArraySlice<UInt8>) -> Bool {
        guard head.first == 0x7B else { return false }
        let next = head.dropFirst().first { $0 > 0x20 }
        return next == 0x22 || next == 0x7D
    }

    /// A dump whose first line is damaged is still one by its name.
    static func isName(_ source: String) -> Bool {
        let name = source.lowercased()
        return [".jsonl", ".ndjson"].contains { ending in ["", ".gz", ".zst", ".bz2", ".xz"].contains { name.hasSuffix(ending + $0) } }
    }

    func next() -> PageRecords.Item? {
        while !isDone {
            let line = reader.line(limit: limits.page)
            number += 1
            switch line {
            case nil:
                guard reader.isAtGap else { return nil }
                reader.resume()
            case .tooLong?:
                let problem = ReadingProblem.tooLarge("\(source):\(number)", limits, in: source)
                guard !reader.skipLine(limit: limits.search) else { return .failed(problem) }
                isDone = true
                return .failed(
                    ReadingProblem(
                        .tooLarge, source: source,
                        reason: "line \(number) has no end within \(bytesInWords(limits.search)); the rest of the file was not read"))
            case .line(let line, let isCut)?:
                // The damage behind a cut line is told by whoever met it.
                if isCut { continue }
                if let item = item(line) { return item }
            }
        }
        return nil
    }

    private func item(_ line: [UInt8]) -> PageRecords.Item? {
        let isMarked = line.starts(with: [0xEF, 0xBB, 0xBF])
        guard line.dropFirst(isMarked ? 3 : 0).contains(where: { $0 != 0x20 && !(0x09...0x0D).contains($0) }) else { return nil }
        let place = "\(source):\(number)"
        let values: [JSONField?]
        do {
            values = try jsonFields(isMarked ? Array(line[3...]) : line, at: paths)
        } catch {
            return .failed(ReadingProblem(.badRecord, source: place, reason: error.description, container: source))
        }
        let media: Page.Media = if case .text(let html)? = values[1], !html.isEmpty { .html } else { .text }
        guard case .text(let bytes)? = values[media == .html ? 1 : 0] else {
            let what = values[0] == nil && values[1] == nil ? "has neither \"\(names.text)\" nor \"\(names.html)\"" : "has no text in \"\(names.text)\" or \"\(names.html)\""
            return .failed(ReadingProblem(.badRecord, source: place, reason: "the object \(what); --map says where they stand", container: source))
        }
        var page = RawPage(source: place, bytes: bytes)
        page.isUTF8 = true
        page.media = media
        if case .text(let url)? = values[2], !url.isEmpty { page.url = readable(url) }
        if case .text(let time)? = values[3] { page.captured = Timestamp(iso8601: String(decoding: time, as: UTF8.self)) }
        return .page(page)
    }

    /// An address as text: NUL, which no database column takes whole, is shown as U+FFFD.
    private func readable(_ bytes: [UInt8]) -> String {
        String(String.UnicodeScalarView(String(decoding: bytes, as: UTF8.self).unicodeScalars.map { $0 == "\0" ? "\u{FFFD}" : $0 }))
    }
}
