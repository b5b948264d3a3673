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

    /// What speaks for the link and how sure it is: `stated by the page (label, leading name), 98% sure`.
    func evidence(_ index: Int) -> String {
        guard let reply = discussion.replies[index] else { return "" }
        let kinds = ([reply.evidence] + reply.supporting).map { $0.rawValue.replacing("-", with: " ") }.joined(separator: ", ")
        return (reply.isExplicit ? "stated by the page" : reply.isHuman ? "stated by a person" : "inferred") + " (" + kinds + "), " + percent(reply.confidence) + " sure"
    }
}
