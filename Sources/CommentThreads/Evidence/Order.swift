package import DiscourseModel

extension Reply.Evidence {
    /// The comment follows another in time, and nothing else speaks.
    package static let order = Reply.Evidence(rawValue: "order")
}

extension EvidenceKind {
    /// The comment just before, on pages where people answer each other.
    static let order = EvidenceKind.textual(.order) { context, comment in
        guard let previous = context.previous(comment) else { return nil }
        return ReplyHint(parent: previous, confidence: context.quotingShare >= 0.25 ? 0.75 : 0.2)
    }
}
