/// Why an expression was refused, and where.
package struct PatternError: Error, Equatable, Sendable {
    /// The byte of the expression (UTF-8) where the fault stands; its length where something is missing at the end.
    package var offset: Int
    /// PCRE2's message, or this project's for what it refuses on its own.
    package var message: String

    package init(offset: Int, message: String) {
        self.offset = offset
        self.message = message
    }
}
