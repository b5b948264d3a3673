import DiscourseModel

/// The label that some systems put before the words of an answer, in one line with them: "回复 @jo：", "Replying to jo:",
/// "(In reply to Jo from comment #3)".
struct AnsweredName {
    /// Whom it names, where that is an author of the page.
    let name: String?
    /// What stands behind it: the comment's own words.
    private(set) var words: Substring
    /// What the lines marked with ">" right below it repeat.
    private(set) var quoted: QuotedPassage?

    /// `nil` for a text that does not begin so, and for one that is nothing but the label.
    init?(opening text: String, authors: Set<String>) {
        let bracket = text.utf8.first == 0x28 || text.utf8.first == 0x5B
        guard AnsweredName.openers.mayOpen(text.utf8.dropFirst(bracket ? 1 : 0)) else { return nil }
        let label = text.prefix(120).dropFirst(bracket ? 1 : 0)
        guard let opener = AnsweredName.openers.opener(of: String(label)) else { return nil }
        let behind = label.dropFirst(opener.count)
        guard let end = behind.firstIndex(where: { bracket ? $0 == ")" || $0 == "]" : $0 == ":" || $0 == "：" || $0 == "\n" }), behind[end] != "\n" else { return nil }
        let named = behind[..<end].drop { $0.isWhitespace || $0 == "@" }
        words = text[text.index(after: end)...].drop { $0.isWhitespace }
        guard !words.isEmpty else { return nil }
        if bracket {
            name = authors.filter { named.hasPrefix($0) }.max { ($0.utf8.count, $0) < ($1.utf8.count, $1) }
            // Anyone may write in brackets: it must say more than whom, or whom the page knows.
            guard name != nil || named.contains(where: \.isNumber) else { return nil }
            takeQuoted()
        } else {
            let name = String(named.reversed().drop(while: \.isWhitespace).reversed())
            guard authors.contains(name) else { return nil }
            self.name = name
        }
    }

    private mutating func takeQuoted() {
        var rest = words, lines: [Substring] = []
        while rest.first == ">" {
            let line = rest.prefix { $0 != "\n" }
            lines.append(line.dropFirst().drop { $0 == " " })
            rest = rest[line.endIndex...].dropFirst()
        }
        rest = rest.drop { $0.isWhitespace }
        guard !lines.isEmpty, !rest.isEmpty else { return }
        quoted = QuotedPassage(text: lines.joined(separator: "\n"), author: name, at: 0)
        words = rest
    }

    private static let openers = OpeningPhrases((["回复", "回覆", "回復", "回應", "回应"] + Vocabulary.plainReplyLabels.map { $0.hasSuffix(" @") ? String($0.dropLast(2)) : $0 }).sorted { $0.utf8.count > $1.utf8.count })
}
