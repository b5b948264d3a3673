package import DiscourseModel

extension Reply.Evidence {
    /// A quote box that names the quoted comment's id or author.
    package static let quoteLink = Reply.Evidence(rawValue: "quote-link")
}

extension EvidenceKind {
    /// The first quote box whose comment is on the page: by its id, by its author and words, or by its author alone.
    static let quoteLink = EvidenceKind(evidence: .quoteLink, family: .quotedWords, confidence: 0.95) { context, comment in
        let boxes = context.comments[comment].quoted
        guard !boxes.isEmpty else { return nil }
        for box in boxes {
            if let key = box.key, let parent = context.comment(withKey: key, before: comment), parent != comment {
                return ReplyHint(parent: parent, confidence: 0.97, name: box.author)
            }
            guard let name = box.author, let author = context.names.author(named: name), author != context.names.author[comment] else { continue }
            // Of the author's comments the one that has the words, else the latest.
            for place in context.quotationsOf[comment] where context.quotations[place].span.isEmpty {
                if case .comment(let source) = context.quotations[place].source, context.names.author[source] == author {
                    return ReplyHint(parent: source, confidence: 0.96, name: name)
                }
            }
            if let parent = context.latest(by: author, before: comment) {
                let choices = context.names.comments[author].prefix(4).count { context.order.isEarlier($0, than: comment) }
                return ReplyHint(parent: parent, confidence: min(0.85, NamedAuthor.confidence(choices: choices)), name: name)
            }
        }
        return nil
    }
}
