package import DiscourseModel

extension Reply.Evidence {
    /// Two authors take turns: the comment just before answers this author.
    package static let turnTaking = Reply.Evidence(rawValue: "turn-taking")
}

extension EvidenceKind {
    /// The comment before this one, where it answers an earlier one of this comment's author.
    static let turnTaking = EvidenceKind.textual(.turnTaking) { context, comment in
        guard let author = context.names.author[comment], let previous = context.previous(comment), context.mayAnswer(comment, previous),
            let answered = context.parents[previous], context.names.author[answered] == author
        else { return nil }
        return ReplyHint(parent: previous, confidence: 0.7)
    }
}
