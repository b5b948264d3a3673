package import DiscourseModel

extension Reply.Evidence {
    /// The host of the page, who answers many, speaks right behind the comment.
    package static let host = Reply.Evidence(rawValue: "host")
}

extension EvidenceKind {
    /// The comment before one by the page's host: who writes clearly more than anyone else, and not most of all comments.
    static let host = EvidenceKind.textual(.host, .place) { context, comment in
        guard let host = context.host, context.names.author[comment] == host, let previous = context.previous(comment), context.mayAnswer(comment, previous)
        else { return nil }
        let tally =
            if let place = context.threads?.places[comment] {
                place == .open ? Tally(21, of: 23) : Tally(8, of: 16)
            } else if !context.order.isStated {
                Tally(14, of: 31)
            } else if context.order.isPageInOrder {
                context.isQuoting ? Tally(20, of: 30) : Tally(11, of: 17)
            } else {
                context.isIncomplete ? Tally(6, of: 14) : Tally(25, of: 28)
            }
        // Where the page's order speaks for it, a host answers what stands right above far oftener than elsewhere.
        let isLikely = tally.share > 0.8
        return ReplyHint(parent: previous, confidence: tally.confidence(among: isLikely ? Tally(46, of: 51) : Tally(59, of: 108)))
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
