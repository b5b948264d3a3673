/// The text of one pattern file. Reading it from disk is the caller's work.
package struct PatternFile: Hashable, Sendable {
    /// As messages show it.
    package var path: String
    package var text: String
    /// SHA-256 of the file's bytes, in lower-case hex.
    package var sha256: String
    /// Why it cannot be used, if it cannot, and the byte of `text` where that stands.
    package var fault: Fault?

    package struct Fault: Hashable, Sendable {
        package var offset: Int
        package var reason: String
        package var suggestion: String
    }

    package init(path: String, text: String, sha256: String = "") {
        self.path = path
        self.text = text
        self.sha256 = sha256
    }

    /// A file as it lies on disk; one that is not UTF-8 is named where that begins.
    package init(path: String, bytes: [UInt8], sha256: String) {
        self.init(path: path, text: String(decoding: bytes, as: UTF8.self), sha256: sha256)
        if let offset = zip(text.utf8, bytes).enumerated().first(where: { $1.0 != $1.1 })?.offset ?? (text.utf8.count > bytes.count ? bytes.count : nil) {
            fault = Fault(offset: offset, reason: "not UTF-8 text", suggestion: "save the file as UTF-8")
        }
    }

    /// A file that cannot be read.
    package init(path: String, unreadable reason: String, suggestion: String) {
        self.init(path: path, text: "")
        fault = Fault(offset: 0, reason: reason, suggestion: suggestion)
    }
}
