/// What lines that may head comments hold beside name and time.
extension TextLine {
    /// The shape with only what stands before the time: lines that differ in what follows are of one family.
    var coarseShape: String {
        let before = tokens.prefix { $0.kind != .time }
        let label = before.first { !$0.classes.isDisjoint(with: [.by, .posted, .says]) }?.folded ?? ""
        return label + (before.contains { $0.isUnknownWord } || namesNumber ? " W" : " -")
    }

    /// Nothing but a time.
    var isBareTime: Bool { time != nil && tokens.allSatisfy { $0.kind == .time || $0.kind == .mark || $0.classes == .glue } }

    /// Offers to answer: "14 May at 8:12 Reply"; "3 replies" offers nothing.
    var invites: Bool {
        tokens.enumerated().contains { index, token in
            token.classes.contains(.reply) && token.folded != "replies" && !(index > 0 && tokens[index - 1].kind == .number) && !(index + 1 < tokens.count && tokens[index + 1].folded == ":")
        }
    }

    /// Ends as sentences do, brackets and quotation marks aside.
    var endsSpeech: Bool { has(.prose) && tokens.isEmpty || tokens.last.map { ".!?…。！？)\"”»".contains($0.folded) && $0.kind == .mark } ?? false }

    /// A button beside the time: "3 days ago | link".
    var holdsButton: Bool { time != nil && tokens.contains { !$0.classes.isDisjoint(with: .action) && $0.classes.isDisjoint(with: [.glue, .says]) } }

    /// "Save Share Print": nothing that asks for an answer or a judgement.
    var offersSharingAlone: Bool {
        let buttons = tokens.filter { !$0.classes.isDisjoint(with: [.action, .reply]) }
        return buttons.count >= 2 && buttons.allSatisfy { Vocabulary.sharing.contains($0.folded) }
    }

    /// "+3", "+3/-1": how others have judged what stands above.
    var isSignedCount: Bool {
        guard has(.number), tokens.count <= 6, let first = tokens.first else { return false }
        return "+▲👍".contains(first.folded) && first.kind == .mark && tokens.dropFirst().first?.kind == .number
    }

    /// "Jo @jo", "@jo@example.social": the name in a system where people speak.
    var holdsHandle: Bool {
        words <= 10 && !has(.prose) && zip(tokens, tokens.dropFirst()).contains { $0.folded == "@" && $1.isUnknownWord && $0.range.upperBound == $1.range.lowerBound }
            && !isAddress
    }

    /// "jo@example.com", and neither "@jo@example.social" nor "Jo@jo".
    private var isAddress: Bool {
        guard let at = tokens.firstIndex(where: { $0.folded == "@" }), at == 1, tokens[0].range.upperBound == tokens[1].range.lowerBound else { return false }
        return tokens.count < 3 || tokens.dropFirst(3).first.map { $0.folded == "." && $0.range.lowerBound == tokens[2].range.upperBound } ?? false
    }

    /// "Jo, [3.5.21 10:22]", "Jo (3 May, 10:22)": a name, a time in brackets, nothing else.
    var bracketsTime: Bool {
        guard let time = tokens.firstIndex(where: { $0.kind == .time }), time >= 2, time + 2 == tokens.count, tokens[0].isUnknownWord else { return false }
        return tokens[time - 1].folded == "[" && tokens[time + 1].folded == "]" || tokens[time - 1].folded == "(" && tokens[time + 1].folded == ")"
    }

    /// "jo 44 pts": a name and a score, nothing else.
    var isScoredName: Bool {
        guard words <= 5, time == nil, tokens.count >= 3, tokens.count <= 7, let last = tokens.last, last.classes.contains(.votes), tokens[tokens.count - 2].kind == .number
        else { return false }
        return tokens[0].isUnknownWord
    }

    /// The number of a line that counts comments among other things, parted by marks.
    var counted: Int? {
        guard words <= 16, claim == nil, !has(.prose), let noun = tokens.firstIndex(where: { $0.classes.contains(.comment) }), noun > 1, tokens[noun - 1].kind == .number,
            tokens[noun - 2].kind == .mark, "|·•/—–".contains(tokens[noun - 2].folded)
        else { return nil }
        return Int(tokens[noun - 1].folded)
    }

    /// "3 May · 12 comments": behind the time a number of comments.
    var countsBehindTime: Bool {
        guard let time = tokens.firstIndex(where: { $0.kind == .time }) else { return false }
        return zip(tokens[(time + 1)...], tokens[(time + 1)...].dropFirst()).contains { $0.kind == .number && $1.classes.contains(.comment) && $1.classes.isDisjoint(with: .reply) }
    }

    /// "Read more", "Continue reading", "5 comments": what recurs in a list of articles.
    var isTeaser: Bool {
        guard words <= 8 else { return false }
        if claim != nil { return true }
        let words = tokens.filter { $0.kind == .word }.map(\.folded)
        guard words.count >= 2, words.count <= 6 else { return false }
        return (words[0] == "read" && (words[1] == "more" || words[1] == "full" || words[1] == "the")) || (words[0] == "continue" && words[1] == "reading")
            || (words[0] == "lire" && words[1] == "la") || words[0] == "weiterlesen" || (words[0] == "leer" && words[1] == "mas")
    }
}
