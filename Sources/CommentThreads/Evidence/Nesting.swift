package import DiscourseModel

extension Reply.Evidence {
    /// The comment stands inside the answered one, or in the list below it.
    package static let nesting = Reply.Evidence(rawValue: "nesting")
}

extension EvidenceKind {
    /// 935 of 961 right.
    static let nesting = EvidenceKind.stated(.nesting, confidence: 0.97)
}
