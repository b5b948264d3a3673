package import DiscourseModel

extension Reply.Evidence {
    /// The page states the parent's id beside the comment.
    package static let parentID = Reply.Evidence(rawValue: "parent-id")
}

extension EvidenceKind {
    static let parentID = EvidenceKind.stated(.parentID, confidence: 0.99)
}
