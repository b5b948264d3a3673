import PatternTagging
import Testing

@Suite struct TestFileTests {
    private static let library = PatternLibrary.load([
        PatternFile(
            path: "p.toml",
            text: """
                format = 1
                set = "s"
                kind = "rhetoric"
                [[tag]]
                id = "insult/moron"
                any = ['morons?']
                unless = ['no moron']
                [[tag]]
                id = "insult/idiot"
                any = ['idiots?']
                [[tag]]
                id = "back"
                any = ['one to talk']
                parent = { tag = "s/insult" }
                """)
    ]).library

    private func check(_ text: String) -> PatternTestFile { Self.library.check(PatternFile(path: "lines.txt", text: text)) }

    @Test func everyKindOfLine() {
        let file = check(
            """
            # a note

            hit s/insult/moron: You [[moron]].
            ok s/insult/moron: no moron here
              hit s/insult : An idiot: that's what he is.\r
            answering: You moron.
            hit s/back: You're [[one to talk]].
            ok s/back: You're one to talk.
            todo hit s/insult: What a buffoon.
            todo ok s/insult/idiot: fine
            """)
        #expect(file.problems.isEmpty)
        #expect(file.lines.map(\.number) == [3, 4, 5, 7, 8, 9, 10])
        #expect(file.lines.map { $0.outcome == .passed } == [true, true, true, true, true, false, true])
        #expect(file.lines.map(\.isTodo) == [false, false, false, false, false, true, true])
        #expect(file.lines[2].text == "An idiot: that's what he is.")
    }

    @Test func failuresSayWhatIsFound() {
        let file = check("hit s/insult/moron: no [[moron]]\nok s/insult: idiots")
        #expect(file.lines.map(\.outcome) == [
            .failed("match example: [[moron]] is not hit: any[1] hits \"moron\", held back by unless[1], which hits \"no moron\""),
            .failed("no_match example: any[1] hits \"idiots\""),
        ])
    }

    @Test func linesThatCannotBeRead() {
        let file = check("hitt s/back: x\nhit s/bakc: x\nhit s/back x\nok s/back: [[x]]\nhit s/back: [[x")
        #expect(file.problems.map { "\($0.line):\($0.column) \($0.reason)" } == [
            "1:1 a line begins with hit, ok, todo or answering", "2:5 there is no tag `s/bakc`", "3:5 no tag is named",
            "4:12 an `ok` line has no [[span]]", "5:13 the [[marks]] are not whole",
        ])
        #expect(file.problems[0].suggestion == "did you mean `hit`?" && file.problems[1].suggestion == "did you mean `s/back`?")
    }
}
