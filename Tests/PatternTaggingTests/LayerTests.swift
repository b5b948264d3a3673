import DiscourseModel
import PatternTagging
import Testing

import struct DiscourseModel.Comment

@Suite struct LayerTests {
    private func file(_ path: String, _ set: String, _ tags: [String], language: String = "en", extra: String = "") -> PatternFile {
        let body = tags.map { "[[tag]]\nid = \"\($0)\"\nany = ['\($0)']\n\(extra)" }.joined()
        return PatternFile(path: path, text: "format = 1\nset = \"\(set)\"\nkind = \"theme\"\nlanguage = \"\(language)\"\n" + body, sha256: path)
    }

    @Test func aLaterSetReplacesAnEarlierOneOfItsName() {
        let shipped = [file("b/one.toml", "one", ["x"]), file("b/two.toml", "two", ["y"]), file("b/one-de.toml", "one", ["x"], language: "de")]
        let (library, problems) = PatternLibrary.load(layers: [shipped, [file("mine.toml", "one", ["z"])]])
        #expect(problems.isEmpty)
        #expect(library.versions.map(\.file) == ["b/one-de.toml", "b/two.toml", "mine.toml"])
        #expect(library.tagIDs == ["one/x", "two/y", "one/z"])
        #expect(PatternLibrary.load(layers: [shipped], sets: ["two"]).library.tagIDs == ["two/y"])
    }

    @Test func aLanguageIsACode() {
        for (language, isFine) in [("en", true), ("pt-BR", true), ("english", false), ("e", false), ("1", false)] {
            let problems = PatternLibrary.load([file("p.toml", "one", ["x"], language: language)]).problems
            #expect(problems.isEmpty == isFine, "\(language): \(problems)")
        }
    }

    @Test func whatMustRunAnew() {
        func library(_ files: [PatternFile]) -> PatternLibrary { PatternLibrary.load(files).library }
        let one = file("one.toml", "one", ["x"]), two = file("two.toml", "two", ["y"], extra: "parent = { tag = \"one/x\" }\n")
        let three = file("three.toml", "three", ["z"], extra: "parent = { tag = \"two/y\" }\n"), four = file("four.toml", "four", ["w"])
        let old = library([one, two, three, four])
        #expect(old.setsToRun(after: old.versions) == [])
        var changed = one
        changed.sha256 = "new"
        #expect(library([changed, two, three, four]).setsToRun(after: old.versions) == ["one", "two", "three"])
        var moved = four
        moved.path = "elsewhere/four.toml"
        #expect(library([one, two, three, moved]).setsToRun(after: old.versions) == [])
        #expect(library([one]).setsToRun(after: old.versions) == ["two", "three", "four"])
        #expect(old.setsToRun(after: []) == ["one", "two", "three", "four"])
        #expect(old.only(["four"]).tagIDs == ["four/w"] && old.only(["four"]).versions == old.versions)
    }

    @Test func aCommentIsExplainedWhereItStands() {
        let text = "format = 1\nset = \"s\"\nkind = \"theme\"\nlanguage = \"de\"\n[fragments]\nb = 'boot|schiff'\n[[tag]]\nid = \"boat\"\nany = ['(?:{{b}})e?']\n[[tag]]\nid = \"top\"\nwhere = \"top-level\"\nany = ['boot']\n[[tag]]\nid = \"ans\"\nparent = { tag = \"s/boat\" }\nany = ['boot']\n"
        let library = PatternLibrary.load([PatternFile(path: "p.toml", text: text)]).library
        let said = Discussion(
            comments: [Comment(id: "c0001", text: "Ein Schiff!"), Comment(id: "c0002", text: "Boote, Boot")],
            replies: [nil, Reply(parent: 0, evidence: .init(rawValue: "nesting"), isExplicit: true, confidence: 1)])
        func explain(_ language: String?) -> [TagExplanation] {
            library.makeTagger(language: { _ in language }).explain(1, of: said, article: Article(), quotations: [])
        }
        let explained = explain(nil)
        #expect(explained.map(\.tag) == ["s/boat", "s/top", "s/ans"])
        #expect(explained.map(\.hits.count) == [2, 0, 1])
        #expect(explained[0].hits.map { $0.fragments.map { "\($0.name)=\($0.text)" } } == [["b=Boot"], ["b=Boot"]])
        #expect(explained[1].gate == "the tag looks at top-level comments only (`where`), and this one is an answer")
        #expect(explain("en").allSatisfy { $0.gate == "the set is for the language de, and the comment is in en" && $0.hits.isEmpty })
    }
}
