import PatternTagging
import Testing

@Suite struct ExampleCheckTests {
    private func check(_ body: String) -> ExampleCheck {
        let (library, problems) = PatternLibrary.load([PatternFile(path: "p.toml", text: "format = 1\nset = \"s\"\nkind = \"theme\"\n[[tag]]\nid = \"t\"\n" + body + "\n")])
        for problem in problems { Issue.record("\n\(problem)") }
        return library.checkExamples()
    }

    @Test func soundExamples() {
        let sound = check("any = ['fo+d?', 'x\\[\\[']\nunless = ['good food']\nmatch = ['a [[foo]] and [[Food]] fight', 'foo', '[[x\\[[]]']\nno_match = [\"good food\", 'food5']")
        #expect(sound.problems.map(\.description) == [])
        #expect(sound.matchCount == 3)
        #expect(sound.noMatchCount == 2)
        #expect(sound.untestedTags == [])
        #expect(check("any = ['x']").untestedTags == ["s/t"])
    }

    @Test func failuresSayWhatWasFound() {
        let check = check("any = ['fo+d?']\nunless = ['good food']\nall = ['!']\nmatch = [\n  'the [[foo]]d!',\n  'good [[food]]!',\n  '[[foo]]',\n  'ba!',\n]\nno_match = ['Fooo! Foo!']")
        #expect(check.problems.map(\.description) == [
            """
            p.toml:10:4: error: s/t: match example: [[foo]] is not hit: any[1] hits "food"
             10 |   'the [[foo]]d!',
                |    ^^^^^^^^^^^^^
            """,
            """
            p.toml:11:4: error: s/t: match example: [[food]] is not hit: any[1] hits "food", held back by unless[1], which hits "good food"
             11 |   'good [[food]]!',
                |    ^^^^^^^^^^^^^^
            """,
            """
            p.toml:12:4: error: s/t: match example: [[foo]] is not hit: any[1] hits "foo", held back because all[1] matches nowhere
             12 |   '[[foo]]',
                |    ^^^^^^^
            """,
            """
            p.toml:13:4: error: s/t: match example is not hit: nothing is found
             13 |   'ba!',
                |    ^^^
            """,
            """
            p.toml:15:14: error: s/t: no_match example: any[1] hits "Fooo"; any[1] hits "Foo"
             15 | no_match = ['Fooo! Foo!']
                |              ^^^^^^^^^^
            """,
        ])
    }

    @Test func parentsOfExamples() {
        let tag = "any = ['you too']\nparent = { tag = \"s/insult\" }\n%@\n[[tag]]\nid = \"insult\"\nany = ['moron']"
        #expect(check(tag.replacing("%@", with: "match = [{ parent = 'You moron.', text = '[[You too]]!' }]\nno_match = ['you too', { parent = 'hi', text = 'you too' }]")).problems.isEmpty)
        #expect(check(tag.replacing("%@", with: "match = ['[[You too]]!', { parent = 'You sage.', text = '[[You too]]!' }]")).problems.map(\.reason) == [
            "match example: the tag has a `parent`: give { parent = \"...\", text = \"...\" }", "match example: the parent does not bear the tag s/insult",
        ])
    }
}
