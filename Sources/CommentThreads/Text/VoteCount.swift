import DiscourseModel

/// Votes that a record's furniture shows: "Like 3", "188 points", "Thumb up 4 Thumb down 1".
enum VoteCount {
    static func read(_ lines: some Sequence<TextLine>) -> Votes? {
        var votes = Votes()
        for line in lines where !line.has(.prose) && line.words <= 12 && !line.has([.unposted, .profile, .opensSection]) { read(line.tokens, into: &votes) }
        return votes.up == nil && votes.down == nil && votes.score == nil ? nil : votes
    }

    private static let down: Set<String> = ["down", "dislike", "dislikes", "downvotes", "downvote", "踩", "反对"]
    private static let up: Set<String> = ["up", "like", "likes", "liked", "upvotes", "upvote", "recommend", "recommended", "gefallt", "aime", "gusta", "curtir", "curtidas", "piace", "нравится", "begen", "赞", "讚", "点赞", "いいね", "支持"]
    private static let score: Set<String> = ["points", "point", "pts", "score", "votes", "vote", "karma", "rating", "punkte", "stimmen", "puntos", "pontos", "punti", "баллов", "голосов", "puan"]

    private static func read(_ tokens: [LineToken], into votes: inout Votes) {
        let plain = tokens.filter { $0.kind != .mark || $0.folded == "-" || $0.folded == "−" }
        for (index, token) in plain.enumerated() where token.kind == .number {
            guard var value = Int(token.folded), value < 10_000_000 else { continue }
            let sign = index > 0 ? plain[index - 1] : nil
            if let sign, sign.kind == .mark, sign.range.upperBound == token.range.lowerBound { value = -value }
            // A button between takes nothing: "Like · Reply · 3" counts likes.
            let before = plain[..<index].last { $0.kind == .word && $0.classes.isDisjoint(with: .reply) }?.folded ?? "", after = index + 1 < plain.count ? plain[index + 1].folded : ""
            // "Like 3" binds to the word before it, "3 points" to the word behind it.
            if score.contains(after) { votes.score = votes.score ?? value }
            else if down.contains(before) { votes.down = votes.down ?? value }
            else if up.contains(before) { votes.up = votes.up ?? value }
            else if down.contains(after) { votes.down = votes.down ?? value }
            else if up.contains(after) { votes.up = votes.up ?? value }
            else if score.contains(before) { votes.score = votes.score ?? value }
        }
    }
}
