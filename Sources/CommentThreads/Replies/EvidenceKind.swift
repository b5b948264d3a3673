internal import DiscourseModel

/// A kind of evidence for a reply link: one `static let` a file in `Evidence/`, and a line in `all`.
///
/// Confidences are shares of links that were right where the parent is known: stated kinds on saved pages of 25 comment systems;
/// textual kinds on 84 threaded pages of 17 systems with their structure withheld, and on 66 forum threads of plain text (2,104 replies).
struct EvidenceKind: Sendable {
    var evidence: Reply.Evidence
    /// What it is read from. Two kinds of one family say the same thing twice.
    var family: Family
    /// The confidence of a stated link. Textual kinds give one with each hint.
    var confidence: Double
    /// Finds what the words of a comment say; `nil` for kinds that come as clues from the page's structure.
    var find: (@Sendable (_ context: ReplyContext, _ comment: Int) -> ReplyHint?)?

    enum Family: Sendable { case structure, quotedWords, sharedWords, names, times, place }

    /// Stated kinds first, the most trusted first; then what is read out of words, order last.
    static let all: [EvidenceKind] = [
        .parentID, .permalinkParent, .depthClass, .nesting, .postReference, .label, .indentation, .navigation, .answer, .answerCount,
        .quoteLink, .attribution, .quotation, .leadingName, .mention, .address, .threadOrder, .subject, .sharedWords, .turnTaking, .host, .order,
    ]

    /// A kind that comes as a clue.
    static func stated(_ evidence: Reply.Evidence, confidence: Double) -> EvidenceKind {
        EvidenceKind(evidence: evidence, family: .structure, confidence: confidence, find: nil)
    }

    /// A kind that is found in words.
    static func textual(
        _ evidence: Reply.Evidence, _ family: Family, find: @escaping @Sendable (_ context: ReplyContext, _ comment: Int) -> ReplyHint?
    ) -> EvidenceKind {
        EvidenceKind(evidence: evidence, family: family, confidence: 0, find: find)
    }

    /// The place of a kind of evidence in `all`; behind them all for one that is not there.
    static func rank(of evidence: Reply.Evidence) -> Int { ranks[evidence] ?? all.count }

    private static let ranks = Dictionary(uniqueKeysWithValues: all.enumerated().map { ($1.evidence, $0) })
}
