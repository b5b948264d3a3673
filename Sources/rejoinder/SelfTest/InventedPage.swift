/// Pages made up for the self-test.
enum InventedPage {
    static let article = "<article><h1>The ferry at the old mill</h1><p>The ferry at the old mill will run until midnight from Monday, the harbour office said, while the bridge over the weir is closed to all traffic.</p></article>"

    /// - Parameter markup: stands as it is.
    static func comment(_ id: Int, _ author: String, _ markup: String, parent: Int? = nil) -> String {
        let answers = parent.map { " data-parent-id=\"\($0)\"" } ?? ""
        return "<div class=\"comment\" id=\"comment-\(id)\"\(answers)><a class=\"author\" href=\"/u/\(id)\">\(author)</a> <time datetime=\"2024-05-06T10:00:00Z\">6 May 2024</time><p>\(markup)</p></div>"
    }

    static func page(_ body: String, title: String = "The ferry at the old mill") -> String {
        "<!DOCTYPE html><html><head><meta charset=\"utf-8\"><title>\(title)</title></head><body>\(article)\(body)</body></html>"
    }

    static func section(_ comments: String...) -> String { "<section id=\"comments\">\(comments.joined())</section>" }

    /// A line of a dump of pages.
    static func record(_ number: Int) -> String {
        "{\"url\":\"https://ferry.example/\(number)\",\"text\":\"The ferry of pier \(number)\\n\\nThe ferry left pier \(number) at nine and came back at noon, said the harbour master.\"}\n"
    }

    /// A record of an archive. - Parameter length: what it says of its own length; `nil` says the truth.
    static func warcRecord(_ number: Int, length: String? = nil) -> String {
        let body = page(section(comment(1, "Ida", "The ferry of pier \(number) was late again this morning."), comment(2, "Bo", "It always is, take the bus.")), title: "Pier \(number)")
        let response = "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + body
        return "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://ferry.example/pier/\(number)\r\nWARC-Date: 2024-05-06T10:00:00Z\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: \(length ?? String(response.utf8.count))\r\n\r\n\(response)\r\n\r\n"
    }
}

/// What the program promises of one kind of hostile or damaged input.
struct SelfCheck: Sendable {
    /// The input, in a few words.
    var name: String
    /// What must hold.
    var promise: String
    /// Makes the input, runs the program on it and complains where the promise does not hold.
    var run: @Sendable (Trial) throws -> Void

    init(_ name: String, _ promise: String, _ run: @escaping @Sendable (Trial) throws -> Void) {
        (self.name, self.promise, self.run) = (name, promise, run)
    }

    /// All of them, in the order in which they are run.
    static let all = hostilePages + hostileBytes + hostileArchives + hostilePatterns + hostileOutputs + hostileDatabases
}
