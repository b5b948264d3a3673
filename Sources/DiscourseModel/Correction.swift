/// One thing that a person says of a comment, against what was read. It holds in every capture that has the comment.
package struct Correction: Hashable, Sendable, Codable {
    package var comment: CommentReference
    package var change: Change

    package enum Change: Hashable, Sendable, Codable {
        /// It answers this comment; `nil`: it answers the article.
        case parent(CommentReference?)
        /// This person wrote it; `nil`: nobody is named.
        case author(String?)
        /// It is a part of the page that was taken for a comment.
        case notAComment
        /// It does not bear this tag (`rhetoric/name-calling`), whatever the patterns find.
        case notTag(String)
    }

    package init(comment: CommentReference, change: Change) {
        self.comment = comment
        self.change = change
    }

    /// Whether both speak of the same thing, so that the later one replaces the earlier.
    package func replaces(_ other: Correction) -> Bool {
        guard comment == other.comment else { return false }
        return switch (change, other.change) {
        case (.parent, .parent), (.author, .author), (.notAComment, .notAComment): true
        case (.notTag(let a), .notTag(let b)): a == b
        default: false
        }
    }
}

/// A page as it was read, kept beside what a person made of it.
package struct Reading: Hashable, Sendable, Codable {
    package var discussion: Discussion
    package var quotations: [Quotation]
    package var notes: [Note]
    /// What was said of it, in the order it was said.
    package var corrections: [Correction]

    package init(discussion: Discussion, quotations: [Quotation], notes: [Note], corrections: [Correction]) {
        self.discussion = discussion
        self.quotations = quotations
        self.notes = notes
        self.corrections = corrections
    }
}

extension Reply.Evidence {
    /// A person says so.
    package static let human = Reply.Evidence(rawValue: "human")
}
