package import DiscourseModel

extension Reply.Evidence {
    /// The comment follows another in time, and nothing else speaks.
    package static let order = Reply.Evidence(rawValue: "order")
}

extension EvidenceKind {
    /// The comment just before, on pages where people answer each other; elsewhere three in ten answer it.
    static let order = EvidenceKind.textual(.order, .place) { context, comment in
        guard let previous = context.previous(comment), context.threads == nil else { return nil }
        return ReplyHint(parent: previous, confidence: (context.isQuoting ? Tally(358, of: 518) : Tally(558, of: 1_803)).share)
    }
}
