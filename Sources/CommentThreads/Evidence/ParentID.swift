package import DiscourseModel

extension Reply.Evidence {
    /// The page states the parent's id beside the comment.
    package static let parentID = Reply.Evidence(rawValue: "parent-id")
}

extension EvidenceKind {
    /// All of the few were right; ids may still name a comment that was moved.
    static let parentID = EvidenceKind.stated(.parentID, confidence: 0.99)
}
