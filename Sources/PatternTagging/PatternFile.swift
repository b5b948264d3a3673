/// The text of one pattern file. Reading it from disk is the caller's work.
package struct PatternFile: Hashable, Sendable {
    /// As messages show it.
    package var path: String
    package var text: String
    /// SHA-256 of the file's bytes, in lower-case hex.
    package var sha256: String

    package init(path: String, text: String, sha256: String = "") {
        self.path = path
        self.text = text
        self.sha256 = sha256
    }
}
