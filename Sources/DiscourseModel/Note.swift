/// Something a reader of the result should know: what was doubtful, limited or lost.
package struct Note: Hashable, Sendable, Codable {
    package var stage: Stage
    package var severity: Severity
    /// One sentence, with the numbers.
    package var message: String
    /// The comment it speaks of, by index.
    package var comment: Int?

    package enum Stage: String, Hashable, Sendable, Codable { case reading, comments, article, quotations, replies, tags, storage }
    package enum Severity: String, Hashable, Sendable, Codable {
        /// Worth knowing.
        case info
        /// May be wrong.
        case doubt
        /// A stated limit was hit.
        case limit
        /// Something of the page is not in the result.
        case lost
    }

    package init(_ stage: Stage, _ severity: Severity, _ message: String, comment: Int? = nil) {
        self.stage = stage
        self.severity = severity
        self.message = message
        self.comment = comment
    }
}
