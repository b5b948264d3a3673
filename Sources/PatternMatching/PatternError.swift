/// Why an expression was refused, and where.
package struct PatternError: Error, Equatable, Sendable {
    /// UTF-8 bytes from the beginning of the expression.
    package var offset: Int
    /// PCRE2's message, or this project's for what it refuses on its own.
    package var message: String

    package init(offset: Int, message: String) {
        self.offset = offset
        self.message = message
    }
}
