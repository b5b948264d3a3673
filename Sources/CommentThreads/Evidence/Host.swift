package import DiscourseModel

extension Reply.Evidence {
    /// The host of the page, who answers many, speaks right behind the comment.
    package static let host = Reply.Evidence(rawValue: "host")
}

extension EvidenceKind {
    /// The comment before one by the page's host: who writes clearly more than anyone else, and not most of all comments.
    ///
    /// Right were 21 of 24 where the times leave it open and 11 of 13 where they are in no order; 24 of 35 on pages in order of time, and 16 of 36 on
    /// pages without times.
    static let host = EvidenceKind.textual(.host, .place) { context, comment in
        guard let host = context.host, context.names.author[comment] == host, let previous = context.previous(comment), context.mayAnswer(comment, previous)
        else { return nil }
        let confidence =
            if let place = context.threads?.places[comment] {
                place == .open ? 0.87 : 0.6
            } else if !context.order.isStated {
                0.45
            } else {
                context.order.isPageInOrder ? 0.68 : 0.84
            }
        return ReplyHint(parent: previous, confidence: confidence)
    }
}

extension AuthorNames {
    /// Who writes at least three comments, half as many again as the next, and no more than half of all; `nil` where nobody does.
    func host(among count: Int) -> Int? {
        var most: (author: Int, count: Int)?
        var next = 0
        for (author, own) in comments.enumerated() {
            if own.count > most?.count ?? 0 {
                next = most?.count ?? 0
                most = (author, own.count)
            } else {
                next = max(next, own.count)
            }
        }
        guard let most, most.count >= 3, most.count * 2 >= next * 3, most.count * 2 <= count + 1 else { return nil }
        return most.author
    }
}
