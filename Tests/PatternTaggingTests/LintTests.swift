import PatternTagging
import Testing

/// Lines that can do nothing are told, and others are not.
@Suite struct LintTests {
    private func reasons(_ body: String) -> [String] {
        let text = "format = 1\nset = \"s\"\nkind = \"theme\"\n[fragments]\nb = 'boats?|ships?'\n[[tag]]\nid = \"t\"\n" + body
        return PatternLibrary.load([PatternFile(path: "p.toml", text: text)]).library.lint().map { "\($0.line):\($0.column) \($0.reason)" }
    }

    @Test(arguments: [
        ("any = ['ferr(?:y|ies)', 'ferry']", "8:26 this line finds nothing of its own: any[1] matches all that it matches"),
        ("any = ['{{b}}', 'the boat', 'ship']", "8:30 this line finds nothing of its own: any[1] matches all that it matches"),
        ("any = ['(?:night )?boats?', 'night boat']", "8:30 this line finds nothing of its own: any[1] matches all that it matches"),
        ("any = ['\\w+ly', 'sadly']", "8:18 this line finds nothing of its own: any[1] matches all that it matches"),
        ("any = ['costs $5']", "8:15 `$` is the end of the text: nothing matches with a character behind it"),
        ("any = ['boat|so^called']", "8:16 `^` is the beginning of the text: nothing matches with a character before it"),
        ("any = ['no idiot']\nunless = ['no idiots?']", "8:9 this line finds nothing: unless[1] cancels all that it matches"),
    ])
    func dead(body: String, reason: String) {
        #expect(reasons(body) == [reason])
    }

    @Test(arguments: [
        // The second is longer, comes first, has another case, or the first waits for something around it.
        "any = ['boat', 'boats']", "any = ['ferry', 'ferr(?:y|ies)']", "any = ['(?-i:US)', 'us']", "any = ['boat(?! house)', 'boat']",
        "any = ['^boat', 'boat']", "words = false\nany = ['boat', 'boats']", "any = ['idiots?']\nunless = ['no idiots?']", "any = ['so called', 'so-called']",
        "any = ['so[ ]called', 'so called']", "any = ['\\w+', '\\w+ly']",
        "any = ['^boat$', 'so\\$1', '(?m)so$\\s', 'so$(?!x)', '(?:^|x)boats', '(?:so$|z)y', '[$^]x', 'so$x?']",
    ])
    func alive(body: String) {
        #expect(reasons(body) == [])
    }

    /// The time grows with the lines, and not with their pairs: word lists have thousands.
    @Test func manyLinesAreLookedAtInTime() {
        let words = (0..<4_000).map { "'word\($0)(?:x|y)'" } + ["'word7x'"]
        let start = ContinuousClock.now
        let found = reasons("any = [\(words.joined(separator: ", "))]")
        #expect(found.count == 1 && found[0].hasSuffix("any[8] matches all that it matches"), "\(found)")
        #expect(ContinuousClock.now - start < .seconds(30))
    }
}
