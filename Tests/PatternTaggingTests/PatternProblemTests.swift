import PatternTagging
import Testing

/// Messages as an author sees them.
@Suite struct PatternProblemTests {
    private func messages(_ text: String, _ path: String = "p.toml") -> [String] {
        PatternLibrary.load([PatternFile(path: path, text: text)]).problems.map(\.description)
    }
    private let head = "format = 1\nset = \"s\"\nkind = \"theme\"\n"

    @Test func aFaultInAnExpressionHasACaretUnderIt() {
        #expect(messages(head + "[[tag]]\nid = \"t\"\nany = ['fine', 'é(idiot']\n") == [
            """
            p.toml:6:24: error: s/t: missing closing parenthesis; write \\( for a parenthesis that stands for itself
             6 | any = ['fine', 'é(idiot']
               |                        ^
            """,
        ])
    }

    @Test func placesAreRightInEveryKindOfString() {
        let text = head + "[[tag]]\nid = \"t\"\nany = [\n  \"tab\\t\\\"[z-a]\", # a comment with 'quotes' and [\n  '''\n  two\n  lines \\C''',\n  \"\"\"\n  x\\\n     y(\"\"\",\n]\n"
        #expect(messages(text) == [
            """
            p.toml:7:14: error: s/t: range out of order in character class
             7 |   "tab\\t\\"[z-a]", # a comment with 'quotes' and [
               |              ^
            """,
            """
            p.toml:10:10: error: s/t: using \\C is disabled by the application
             10 |   lines \\C''',
                |          ^
            """,
            """
            p.toml:13:8: error: s/t: missing closing parenthesis; write \\( for a parenthesis that stands for itself
             13 |      y(\"\"\",
                |        ^
            """,
        ])
    }

    @Test func aFaultInAFragmentIsToldOnceAtTheFragment() {
        let text = head + "[fragments]\nbad = '[z-a]'\nouter = 'x{{bad}}'\n[[tag]]\nid = \"t\"\nany = ['{{bad}}', 'a {{outer}}']\n[[tag]]\nid = \"u\"\nany = ['ok']\n"
        let (library, problems) = PatternLibrary.load([PatternFile(path: "p.toml", text: text)])
        #expect(problems.map(\.description) == [
            """
            p.toml:5:11: error: range out of order in character class
             5 | bad = '[z-a]'
               |           ^
            """,
        ])
        #expect(library.tagIDs == ["s/u"])
    }

    @Test func slipsOfThePenGetASuggestion() {
        #expect(messages(head + "langauge = \"en\"\n[[tag]]\nid = \"t\"\nany = ['a {{apso}}']\nwere = \"reply\"\nwhere = \"repyl\"\n[[tags]]\n") == [
            """
            p.toml:4:1: error: a pattern file has no key `langauge`; did you mean `language`?
             4 | langauge = "en"
               | ^^^^^^^^
            """,
            """
            p.toml:7:11: error: s/t: there is no fragment `apso`; did you mean `apos`?
             7 | any = ['a {{apso}}']
               |           ^^^^^^^^
            """,
            """
            p.toml:8:1: error: s/t: a tag has no key `were`; did you mean `where`?
             8 | were = "reply"
               | ^^^^
            """,
            """
            p.toml:9:10: error: s/t: `where` cannot be "repyl"; did you mean `reply`?
             9 | where = "repyl"
               |          ^^^^^
            """,
            """
            p.toml:10:1: error: a pattern file has no key `tags`; did you mean `tag`?
             10 | [[tags]]
                | ^^^^
            """,
        ])
    }

    @Test func fragmentsInACircle() {
        #expect(messages(head + "[fragments]\na = 'x{{b}}'\nb = '{{c}}'\nc = 'y{{a}}'\n[[tag]]\nid = \"t\"\nany = ['{{a}}']\n") == [
            """
            p.toml:7:7: error: fragments in a circle: a → b → c → a
             7 | c = 'y{{a}}'
               |       ^^^^^
            """,
        ])
    }

    @Test func fragmentsCannotGrowWithoutEnd() {
        func reasons(_ fragments: String) -> [String] {
            PatternLibrary.load([PatternFile(path: "p", text: head + "[fragments]\n" + fragments + "[[tag]]\nid = \"t\"\nany = ['{{f0}}']\n")]).problems.map(\.reason)
        }
        let doubled = (0..<30).map { "f\($0) = '{{f\($0 + 1)}}|{{f\($0 + 1)}}'\n" }.joined() + "f30 = 'word'\n"
        #expect(reasons(doubled) == ["with its fragments this is longer than 32 KiB"])
        let deep = (0..<1_000).map { "f\($0) = '{{f\($0 + 1)}}'\n" }.joined() + "f1000 = 'word'\n"
        #expect(reasons(deep).contains("fragments more than 32 deep"))
    }

    @Test func oneBrokenFileOrTagHidesNoOther() {
        let files = [
            PatternFile(path: "b.toml", text: "format = 1\nset = \"b\"\nkind = \"theme\"\n[[tag]]\nid = \"x\"\nany = ['(']\n[[tag]]\nid = \"y\"\nany = ['good']\n"),
            PatternFile(path: "a.toml", text: "format = 1\nset = 'a\n"),
            PatternFile(path: "c.toml", text: "format = 2\nset = \"c\"\nkind = \"theme\"\n[[tag]]\nid = \"x\"\nany = [')']\n"),
            PatternFile(path: "d.toml", text: "format = 1\0"),
        ]
        let (library, problems) = PatternLibrary.load(files)
        #expect(library.tagIDs == ["b/y"])
        #expect(problems.map { "\($0.file):\($0.line):\($0.column)" } == ["a.toml:2:9", "b.toml:6:10", "c.toml:1:10", "c.toml:6:9", "d.toml:1:11"])
        #expect(PatternLibrary.load(files.reversed()).problems == problems)
    }

    @Test(arguments: [
        ("any = []", "`any` is an empty list"), ("any = ['']", "an empty line in `any` would match everywhere"),
        ("any = ['x*']", "the line can match an empty text"), ("any = ['(?=x)']", "the line may match an empty text, and empty matches are not kept"), ("any = 'x'", "`any` must be a list, ['...', '...'], and this is a string"),
        ("any = [1]", "`any` must be a list of strings, and this is a whole number"), ("any = ['x']\nmin = 0", "`min` must be at least 1"),
        ("any = ['x']\nmin = 1.5", "`min` must be a whole number, and this is a number or date"),
        ("any = ['x']\nwords = \"yes\"", "`words` must be true or false, and this is a string"),
        ("all = ['x']", "the tag has neither `any` nor `near`: nothing to look for"),
        ("near = { a = 'x' }", "`near` needs two expressions, `a` and `b`"), ("any = ['x']\nparent = {}", "`parent` needs `tag` or `any`"),
        ("any = ['x']\nparent = { tag = \"s/none\" }", "there is no tag `s/none`"),
        ("any = ['x']\nmatch = [\"[[x\"]", "[[ without ]]"), ("any = ['x']\nmatch = [\"[[]]x\"]", "an empty [[span]]"),
        ("any = ['x']\nno_match = [\"[[x]]\"]", "a `no_match` example has no [[span]]: \"x\""),
        ("any = ['x']\nsource = { taxonomie = \"y\" }", "`source` has no key `taxonomie`"),
        ("any = [\"\\bx\\b\"]", "in double quotes \\b is a backspace, and no word boundary"),
        ("any = ['x', 'x']", "this line stands in `any` twice"),
    ])
    func refusals(body: String, reason: String) {
        let problems = PatternLibrary.load([PatternFile(path: "p", text: head + "[[tag]]\nid = \"t\"\n" + body + "\n")]).problems
        #expect(problems.map(\.reason) == [reason])
    }

    /// A fault in a table within a tag is one of the tag: it is not used with that table as it would be without.
    @Test(arguments: [
        "near = { a = 'x', b = 'y', acros = true }", "any = ['x']\nparent = { any = ['x'], tga = 's/u' }", "any = ['x']\nsource = { code = 1 }",
        "any = ['x']\nmatch = [{ text = 'x', parnt = 'y' }]", "near = { a = 'x', b = 'y', words = -1 }",
    ])
    func whatIsWrongWithinATagTakesItOut(body: String) {
        let (library, problems) = PatternLibrary.load([PatternFile(path: "p", text: head + "[[tag]]\nid = \"t\"\n" + body + "\n[[tag]]\nid = \"u\"\nany = ['u']\n")])
        #expect(library.tagIDs == ["s/u"] && problems.count == 1, "\(problems)")
    }

    @Test(arguments: [
        ("any = ['it's']", "write {{apos}} for an apostrophe"), ("any = ['x'\n[[tag]]", "a comma or ] behind it"), ("any = [\"\\d\"]", "write expressions in single quotes"),
        ("any = ['x']\nany = ['y']", "a key stands once in a table"), ("any = 'x", "with the quote that it began with"),
    ])
    func invalidTOMLComesWithFittingAdvice(body: String, advice: String) throws {
        let problems = PatternLibrary.load([PatternFile(path: "p", text: head + "[[tag]]\nid = \"t\"\n" + body + "\n")]).problems
        #expect(problems.count == 1 && problems[0].suggestion?.contains(advice) == true, "\(problems)")
    }

    @Test func knownKeysAreNamedOnce() {
        #expect(messages(head + "about = 1\n").first?.contains("known are defaults, format, fragments, kind, language, license, set, tag\n") == true)
    }

    @Test func aFileThatIsNotUTF8HidesNoOther() {
        let good = PatternFile(path: "a.toml", text: head + "[[tag]]\nid = \"t\"\nany = ['x']\n")
        let bad = PatternFile(path: "b.toml", bytes: Array("format = 1\nset = \"é".utf8) + [0xFF] + Array("\"\n".utf8), sha256: "")
        let (library, problems) = PatternLibrary.load([good, bad])
        #expect(library.tagIDs == ["s/t"])
        #expect(problems.map(\.description) == [
            """
            b.toml:2:9: error: not UTF-8 text; save the file as UTF-8
             2 | set = "é\u{FFFD}"
               |         ^
            """,
        ])
    }

    @Test func idsAreUniqueWithinALanguage() {
        func file(_ name: String, _ language: String) -> PatternFile {
            PatternFile(path: name, text: "format = 1\nset = \"s\"\nkind = \"theme\"\nlanguage = \"\(language)\"\n[[tag]]\nid = \"t\"\nany = ['x']\n")
        }
        #expect(PatternLibrary.load([file("a", "en"), file("b", "de")]).problems.isEmpty)
        #expect(PatternLibrary.load([file("a", "en"), file("b", "en")]).problems.map(\.description) == [
            """
            b:6:7: error: s/t: this id is taken: a:6; give each tag an id of its own
             6 | id = "t"
               |       ^
            """,
        ])
    }

    @Test func controlCharactersOfAFileStayOutOfAMessage() {
        let text = head + "[[tag]]\nid = \"t\"\nany = ['(\u{7F}\u{9B}31m']\n"
        #expect(!messages(text).joined().unicodeScalars.contains { $0 != "\n" && ($0.value < 32 || (127...159).contains($0.value)) })
    }
}
