package import DiscourseModel

extension Reply.Evidence {
    /// The buttons of a plain text's comment lead to a parent, or to comments beside it, and those around it tell which.
    package static let navigation = Reply.Evidence(rawValue: "navigation")
}

extension EvidenceKind {
    /// An answer right behind a comment that is none, or as the comments beside it say. The 7 of the one page with such buttons were right; a comment may be missing between.
    static let navigation = EvidenceKind.stated(.navigation, confidence: 0.95)
}
