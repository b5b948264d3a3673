/// A passage of a comment that repeats the article or another comment.
package struct Quotation: Hashable, Sendable, Codable {
    /// Index of the quoting comment.
    package var comment: Int
    /// The repeated words in the quoting comment's text (with the quotation marks around them).
    package var span: TextSpan
    package var source: Source
    /// The same words in the text of the source: an article block's or a comment's.
    package var sourceSpan: TextSpan
    /// Whether the comment marks the passage as a quotation (quotation marks, `>`, a quote box); else it is a long verbatim match.
    package var isMarked: Bool

    package enum Source: Hashable, Sendable, Codable {
        /// A block of the article, by its index.
        case article(block: Int)
        /// Another comment, by its index.
        case comment(Int)
        /// A marked quotation whose source is not on the page.
        case elsewhere
    }

    package init(comment: Int, span: TextSpan, source: Source, sourceSpan: TextSpan, isMarked: Bool) {
        self.comment = comment
        self.span = span
        self.source = source
        self.sourceSpan = sourceSpan
        self.isMarked = isMarked
    }
}
