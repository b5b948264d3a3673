package import DiscourseModel

extension Reply.Evidence {
    /// Two authors take turns: the comment just before answers this author.
    package static let turnTaking = Reply.Evidence(rawValue: "turn-taking")
}

extension EvidenceKind {
    /// The comment before this one, where it answers one of this comment's author, or follows one directly (A, B, A).
    ///
    /// Right were, in both halves of the development pages alike: 50 of 53 on pages that show no times (22 of 33 where comments are missing), 18 of 18 where times are in no order,
    /// 30 of 39 where the times leave several parents, 10 of 17 where it seemed top level; on pages in order of time 100 of 141 where people
    /// quote each other, 8 of 8 elsewhere.
    static let turnTaking = EvidenceKind.textual(.turnTaking, .place) { context, comment in
        guard let author = context.names.author[comment], let previous = context.previous(comment), context.mayAnswer(comment, previous),
            let before = context.parents[previous] ?? context.previous(previous), context.names.author[before] == author
        else { return nil }
        // On a page in order of time others may have come between; at what seems top level the two may each speak to the article.
        let confidence =
            if let place = context.threads?.places[comment] {
                place == .open ? 0.6 : 0.78
            } else if !context.order.isStated {
                context.isIncomplete ? 0.7 : 0.9
            } else if context.order.isPageInOrder {
                context.isQuoting ? 0.71 : 0.76
            } else {
                0.88
            }
        return ReplyHint(parent: previous, confidence: confidence)
    }
}
