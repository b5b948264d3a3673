internal import DiscourseModel

// The text splitter defines these kinds of evidence and finds them; here is what they are worth.

extension EvidenceKind {
    /// "In reply to NAME": the name is sure, which of the author's comments is meant may not be.
    static let label = EvidenceKind.stated(Reply.Evidence(rawValue: "label"), confidence: 0.97)
    /// The line stands further in than the answered one.
    static let indentation = EvidenceKind.stated(Reply.Evidence(rawValue: "indentation"), confidence: 0.9)
}
