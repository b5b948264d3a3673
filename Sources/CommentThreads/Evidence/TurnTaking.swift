package import DiscourseModel

extension Reply.Evidence {
    /// Two authors take turns: the comment just before answers this author.
    package static let turnTaking = Reply.Evidence(rawValue: "turn-taking")
}

extension EvidenceKind {
    /// The comment before this one, where it answers one of this comment's author, or follows one directly (A, B, A).
    static let turnTaking = EvidenceKind.textual(.turnTaking, .place) { context, comment in
        guard let author = context.names.author[comment], let previous = context.previous(comment), context.mayAnswer(comment, previous),
            let before = context.parents[previous] ?? context.previous(previous), context.names.author[before] == author
        else { return nil }
        // On a page in order of time others may have come between; at what seems top level the two may each speak to the article.
        let tally =
            if let place = context.threads?.places[comment] {
                place == .open ? Tally(2, of: 5) : Tally(31, of: 38)
            } else if context.isIncomplete {
                Tally(28, of: 45)
            } else if context.order.isStated, context.order.isPageInOrder {
                context.isQuoting ? Tally(92, of: 135) : Tally(15, of: 16)
            } else {
                Tally(76, of: 80)
            }
        return ReplyHint(parent: previous, confidence: tally.confidence(among: Tally(244, of: 319)))
    }
}
