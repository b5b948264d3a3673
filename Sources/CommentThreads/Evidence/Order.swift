package import DiscourseModel

extension Reply.Evidence {
    /// The comment follows another in time, and nothing else speaks.
    package static let order = Reply.Evidence(rawValue: "order")
}

extension EvidenceKind {
    /// The comment just before, on pages where people answer each other: 476 of 689 right where nothing else spoke, against one in five elsewhere.
    static let order = EvidenceKind.textual(.order, .place) { context, comment in
        guard let previous = context.previous(comment), context.threads == nil else { return nil }
        return ReplyHint(parent: previous, confidence: context.isQuoting ? 0.69 : 0.2)
    }
}
