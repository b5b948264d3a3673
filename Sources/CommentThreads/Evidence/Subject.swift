package import DiscourseModel

extension Reply.Evidence {
    /// The first line is "Re:" and the first line of an earlier comment.
    package static let subject = Reply.Evidence(rawValue: "subject")
}

extension EvidenceKind {
    /// Where answers show "Re:" and others a subject of their own: the comment before, if it is no answer itself and has that very subject, or
    /// if the answer's subject is left out (the others answer what is not on the page). Else the latest earlier one with that subject.
    static let subject = EvidenceKind.textual(.subject, .quotedWords) { context, comment in
        guard let subject = context.subjects.answered[comment] else { return nil }
        if context.subjects.tellsOpeners, let previous = context.previous(comment), context.subjects.answered[previous] == nil, context.mayAnswer(comment, previous) {
            let kind = Tally(59, of: 72)
            if subject.isEmpty { return ReplyHint(parent: previous, confidence: Tally(39, of: 51).confidence(among: kind)) }
            if context.subjects.own(previous) == subject { return ReplyHint(parent: previous, confidence: Tally(20, of: 21).confidence(among: kind)) }
        }
        guard let all = context.subjects.comments[subject] else { return nil }
        var low = 0
        var high = all.count
        while low < high {
            let middle = (low + high) / 2
            if context.order.isEarlier(all[middle], than: comment) { low = middle + 1 } else { high = middle }
        }
        for _ in 0..<8 where low > 0 {
            low -= 1
            if context.mayAnswer(comment, all[low]) { return ReplyHint(parent: all[low], confidence: Tally(39, of: 140).share) }
        }
        return nil
    }
}

/// The subject lines of a page's comments, without their "Re:".
struct SubjectLines {
    /// The subject that a comment says it answers.
    private(set) var answered: [Int: String] = [:]
    /// The comments with each subject, the earliest first.
    private(set) var comments: [String: [Int]] = [:]

    private var first: [String?]
    /// Whether some comments are answers by their subject and others are not; where all are "Re: the thread" it says nothing.
    private(set) var tellsOpeners = false

    /// - Parameter headers: the subject lines of headers, beside the comments; where there is none, the comment's first line may be one.
    init(of discussion: [Comment], headers: [String?], order: TimeOrder) {
        first = discussion.enumerated().map { index, comment in
            if index < headers.count, let header = headers[index] { return header }
            let line = comment.text.utf8.prefix(120).prefix { $0 != 0x0A }
            return line.count < 120 && line.count >= 3 ? String(decoding: line, as: UTF8.self) : nil
        }
        for (index, line) in first.enumerated() {
            guard let line, let rest = Self.stripped(line) else { continue }
            answered[index] = rest
            first[index] = rest
        }
        let shown = headers.count { $0 != nil }
        tellsOpeners = shown >= 4 && answered.count * 20 >= shown && answered.count * 20 <= shown * 19
        let wanted = Set(answered.values)
        guard !wanted.isEmpty else { return }
        for index in order.earliestFirst {
            if let line = first[index]?.lowercased(), !line.isEmpty, wanted.contains(line) { comments[line, default: []].append(index) }
        }
    }

    /// A comment's subject, without "Re:".
    func own(_ comment: Int) -> String? { first[comment]?.lowercased() }

    /// The line behind "Re:", "RE[2]:", "AW:", "Sv:", "Ref:" ..., however often; `nil` without one.
    private static func stripped(_ line: String) -> String? {
        var rest = Substring(line)
        var found = false
        while let colon = rest.prefix(8).firstIndex(of: ":"), isReply(rest[..<colon]) {
            rest = rest[rest.index(after: colon)...].drop { $0 == " " }
            found = true
        }
        return found ? rest.lowercased() : nil
    }

    private static func isReply(_ word: Substring) -> Bool {
        let letters = word.lowercased().prefix { $0.isLetter }
        return ["re", "aw", "sv", "vs", "odp", "res", "ref", "rif", "ynt", "antw", "отв", "ответ", "رد", "回复", "回覆", "返信"].contains(String(letters))
    }
}
