import DiscourseModel

/// How a report tells whom a comment answers.
enum ReplyMark {
    /// The page or a person states the link, or it was inferred with enough to go by.
    case link(to: Int, isStated: Bool)
    /// It answers someone of this name, who is not on the page; perhaps a guess at who is meant.
    case absent(name: String, guess: Int?)
    /// Nothing says that it answers anyone; its words let us guess at this comment.
    case guess(at: Int)
    /// It answers someone, and the page does not tell whom; perhaps a guess.
    case open(guess: Int?)
}

extension ReportMaterial {
    /// `nil` for a comment that answers the article.
    func mark(_ index: Int) -> ReplyMark? {
        guard let reply = discussion.replies[index] else { return nil }
        if let parent = reply.parent { return .link(to: parent, isStated: reply.isExplicit || reply.isHuman) }
        if reply.isGuess, let guess = reply.inferredParent { return .guess(at: guess) }
        if let name = reply.targetName ?? reply.targetKey { return .absent(name: name, guess: reply.inferredParent) }
        return .open(guess: reply.inferredParent)
    }

    /// What speaks for the link and how sure it is: `stated by the page (label), 98% sure; also inferred from leading name`.
    /// What speaks for a guess at someone who is not on the page is apart: see `guessEvidence`.
    func evidence(_ index: Int) -> String {
        guard let reply = discussion.replies[index] else { return "" }
        let source = reply.isExplicit ? "stated by the page" : reply.isHuman ? "stated by a person" : "inferred"
        let line = source + " (" + names([reply.evidence] + reply.supportingAlike) + "), " + percent(reply.confidence) + " sure"
        guard reply.parent != nil, !reply.inferredBeside.isEmpty else { return line }
        return line + "; also inferred from " + names(reply.inferredBeside)
    }

    /// What speaks for the guess at an answered comment that the page does not tell: `inferred from shared words`; `nil` without one.
    func guessEvidence(_ index: Int) -> String? {
        guard let reply = discussion.replies[index], reply.parent == nil, reply.inferredParent != nil, !reply.inferredBeside.isEmpty else { return nil }
        return "inferred from " + names(reply.inferredBeside)
    }

    private func names(_ evidence: [Reply.Evidence]) -> String {
        evidence.map { $0.rawValue.replacing("-", with: " ") }.joined(separator: ", ")
    }
}
