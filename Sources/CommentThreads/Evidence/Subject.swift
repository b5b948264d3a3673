package import DiscourseModel

extension Reply.Evidence {
    /// The first line is "Re:" and the first line of an earlier comment.
    package static let subject = Reply.Evidence(rawValue: "subject")
}

extension EvidenceKind {
    /// The latest earlier comment with that subject.
    static let subject = EvidenceKind.textual(.subject, .quotedWords) { context, comment in
        guard let subject = context.subjects.answered[comment], let all = context.subjects.comments[subject] else { return nil }
        var low = 0
        var high = all.count
        while low < high {
            let middle = (low + high) / 2
            if context.order.isEarlier(all[middle], than: comment) { low = middle + 1 } else { high = middle }
        }
        for _ in 0..<8 where low > 0 {
            low -= 1
            if context.mayAnswer(comment, all[low]) { return ReplyHint(parent: all[low], confidence: 0.4) }
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

    init(of discussion: [Comment], order: TimeOrder) {
        var first: [String?] = discussion.map { comment in
            let line = comment.text.utf8.prefix { $0 != 0x0A }
            return line.count < 120 && line.count >= 3 ? String(decoding: line, as: UTF8.self) : nil
        }
        for (index, line) in first.enumerated() {
            guard let line, let rest = Self.stripped(line) else { continue }
            answered[index] = rest
            first[index] = rest
        }
        let wanted = Set(answered.values)
        guard !wanted.isEmpty else { return }
        for index in order.earliestFirst {
            if let line = first[index]?.lowercased(), wanted.contains(line) { comments[line, default: []].append(index) }
        }
    }

    /// The line behind "Re:", "RE[2]:", "AW:", "Sv:", "Ref:" ..., however often; `nil` without one.
    private static func stripped(_ line: String) -> String? {
        var rest = Substring(line)
        var found = false
        while let colon = rest.prefix(8).firstIndex(of: ":"), isReply(rest[..<colon]) {
            rest = rest[rest.index(after: colon)...].drop { $0 == " " }
            found = true
        }
        return found && !rest.isEmpty ? rest.lowercased() : nil
    }

    private static func isReply(_ word: Substring) -> Bool {
        let letters = word.lowercased().prefix { $0.isLetter }
        return ["re", "aw", "sv", "vs", "odp", "res", "ref", "ynt", "回复", "返信"].contains(String(letters))
    }
}
