internal import DiscourseModel

/// A kind of evidence for a reply link: one `static let` a file in `Evidence/`, and a line in `all`.
///
/// Confidences are shares of links that were right where the parent is known; each file says on what it was measured.
struct EvidenceKind: Sendable {
    var evidence: Reply.Evidence
    /// Whether the page states the link; else it is inferred.
    var isStated: Bool
    /// The confidence of a stated link. Textual kinds give one with each hint.
    var confidence: Double
    /// Finds what the words of a comment say; `nil` for kinds that come as clues from the page's structure.
    var find: (@Sendable (_ context: ReplyContext, _ comment: Int) -> ReplyHint?)?

    /// Stated kinds first, the most trusted first; then what is read out of words, order last.
    static let all: [EvidenceKind] = [
        .parentID, .permalinkParent, .depthClass, .nesting, .label, .indentation,
        .quoteLink, .attribution, .quotation, .leadingName, .mention, .threadOrder, .subject, .turnTaking, .order,
    ]

    /// A kind that comes as a clue.
    static func stated(_ evidence: Reply.Evidence, confidence: Double) -> EvidenceKind {
        EvidenceKind(evidence: evidence, isStated: true, confidence: confidence, find: nil)
    }

    /// A kind that is found in words.
    static func textual(
        _ evidence: Reply.Evidence, find: @escaping @Sendable (_ context: ReplyContext, _ comment: Int) -> ReplyHint?
    ) -> EvidenceKind {
        EvidenceKind(evidence: evidence, isStated: false, confidence: 0, find: find)
    }

    /// The place of a kind of evidence in `all`; behind them all for one that is not there.
    static func rank(of evidence: Reply.Evidence) -> Int { ranks[evidence] ?? all.count }

    private static let ranks = Dictionary(uniqueKeysWithValues: all.enumerated().map { ($1.evidence, $0) })
}
