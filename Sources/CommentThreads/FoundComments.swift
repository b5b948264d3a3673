package import DiscourseModel
package import Markup

/// What the comment module lifted out of a page: the comments, what speaks for reply links, and the nodes (or lines) it took.
package struct FoundComments: Sendable {
    /// A platform's name, `generic`, `text`, or `none`.
    package var platform: String
    package var comments: [Comment]
    /// Beside `comments`: what the page says about whom each answers.
    package var clues: [[ReplyClue]]
    /// Beside `comments`, or empty: the subject line that a comment's header shows ("Re: Ferries"); it is not in the text.
    package var subjects: [String?]
    /// Whether the page's structure states every reply link (a threaded list): then a comment without a clue stands at top level,
    /// and whatever its words suggest is only a guess.
    package var statesThreading: Bool
    package var completeness: Completeness
    /// Nodes of the tree, or lines of the text, that belong to the comment section and so not to the article.
    package var claimed: NodeSet
    package var notes: [Note]

    package init(
        platform: String, comments: [Comment], clues: [[ReplyClue]], subjects: [String?] = [], statesThreading: Bool,
        completeness: Completeness = Completeness(), claimed: NodeSet, notes: [Note] = []
    ) {
        precondition(comments.count == clues.count, "each comment has its list of clues")
        self.platform = platform
        self.comments = comments
        self.clues = clues
        self.subjects = subjects
        self.statesThreading = statesThreading
        self.completeness = completeness
        self.claimed = claimed
        self.notes = notes
    }
}

/// Something the page's structure or labels say about whom a comment answers.
package struct ReplyClue: Hashable, Sendable {
    package var evidence: Reply.Evidence
    package var target: Target

    package enum Target: Hashable, Sendable {
        /// A comment of this page, by its index.
        case comment(Int)
        /// A comment by its platform id; it may not be on the page.
        case key(String)
        /// A person by the name the page shows; perhaps not on the page.
        case name(String)
    }

    package init(_ evidence: Reply.Evidence, _ target: Target) {
        self.evidence = evidence
        self.target = target
    }
}
