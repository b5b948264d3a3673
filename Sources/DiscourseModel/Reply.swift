/// Who a comment answers: the link, what speaks for it, and how sure it is.
///
/// `parent` holds links that the page states and inferred ones that are sure enough; a weaker guess stands in `inferredParent` alone.
/// Where the page names a target that is not on it, `parent` is `nil` and the name is kept.
package struct Reply: Hashable, Sendable, Codable {
    /// Index of the answered comment in the discussion.
    package var parent: Int?
    /// The best guess, where it was not sure enough to be the parent.
    package var inferredParent: Int?
    /// The name the comment is addressed to, as the page or the comment words it.
    package var targetName: String?
    /// The platform id of the answered comment, where the page states one that is not on the page.
    package var targetKey: String?
    /// What speaks for the link: the strongest evidence.
    package var evidence: Evidence
    /// Further evidence for the same comment, stated and inferred. Where the page names a target that is not on it, what speaks for the guess.
    package var supporting: [Evidence]
    /// Whether the page states the link (nesting, ids, labels, quotation marks of a platform); else it was inferred, or a person stated it.
    package var isExplicit: Bool
    /// The share of such links that are right, 0 to 1.
    package var confidence: Double

    package init(
        parent: Int? = nil, inferredParent: Int? = nil, targetName: String? = nil, targetKey: String? = nil,
        evidence: Evidence, supporting: [Evidence] = [], isExplicit: Bool, confidence: Double
    ) {
        self.parent = parent
        self.inferredParent = inferredParent
        self.targetName = targetName
        self.targetKey = targetKey
        self.evidence = evidence
        self.supporting = supporting
        self.isExplicit = isExplicit
        self.confidence = confidence
    }

    /// Whether this is only a guess at a parent: nothing says that the comment answers anyone, so it keeps the place the page gives it.
    package var isGuess: Bool { parent == nil && !isExplicit && inferredParent != nil }

    /// Whether a person stated the link. It is not the page's word, so figures of explicit links alone leave it out.
    package var isHuman: Bool { evidence == .human }

    /// Further evidence that is as good as the link's own: of a stated link what else the page states, of an inferred one all.
    package var supportingAlike: [Evidence] { isExplicit ? supporting.filter(\.isStated) : supporting }

    /// What was inferred beside a stated link: it speaks for the parent, or for the guess where the named one is not on the page.
    package var inferredBeside: [Evidence] { isExplicit ? supporting.filter { !$0.isStated } : [] }

    /// Whether the link was inferred from the words of both comments. Such links are in no measure of what those words have in common:
    /// they would prove themselves.
    package var isInferredFromWords: Bool { !isExplicit && evidence.isOfWords }

    /// A kind of evidence, by its name (`nesting`, `label`, `quotation` ...). Each kind is made in a file of its own in `CommentThreads`.
    package struct Evidence: Hashable, Sendable, Codable, RawRepresentable {
        package var rawValue: String
        package init(rawValue: String) { self.rawValue = rawValue }
        /// Whether the page itself states it, by its structure, ids or labels; else it is read out of words, names, times or order.
        package var isStated: Bool { Self.stated.contains(rawValue) }
        private static let stated: Set<String> = [
            "nesting", "parent-id", "permalink-parent", "depth-class", "label", "indentation", "quote-link",
        ]
        /// Whether it is made of the words of both comments: one repeats, cites or resembles the other.
        package var isOfWords: Bool { Self.ofWords.contains(rawValue) }
        private static let ofWords: Set<String> = ["quotation", "shared-words", "quote-link", "attribution", "subject"]
        package init(from decoder: any Decoder) throws {
            rawValue = try decoder.singleValueContainer().decode(String.self)
        }
        package func encode(to encoder: any Encoder) throws {
            var container = encoder.singleValueContainer()
            try container.encode(rawValue)
        }
    }
}
