import DiscourseModel
import PatternTagging
import Testing

import struct DiscourseModel.Comment

/// Each feature of the format, on invented comments.
@Suite struct TaggerTests {
    private func library(_ body: String, language: String? = nil, sourceLocation: SourceLocation = #_sourceLocation) -> PatternLibrary {
        let head = "format = 1\nset = \"s\"\nkind = \"rhetoric\"\n" + (language.map { "language = \"\($0)\"\n" } ?? "")
        let (library, problems) = PatternLibrary.load([PatternFile(path: "p.toml", text: head + body, sha256: "abc")])
        for problem in problems { Issue.record("\n\(problem)", sourceLocation: sourceLocation) }
        return library
    }

    private struct Said {
        var text: String
        var author: String?
        var reply: Reply?
        var state: Comment.State = .live
        var kind: Comment.Kind = .comment
    }

    private func discussion(_ said: [Said]) -> Discussion {
        Discussion(
            comments: said.enumerated().map { index, said in
                Comment(id: Comment.id(at: index), author: said.author.map { Author(name: $0) }, text: said.text, state: said.state, kind: said.kind)
            }, replies: said.map(\.reply))
    }

    private func answer(_ parent: Int?, target: String? = nil) -> Reply {
        Reply(parent: parent, targetName: target, evidence: .init(rawValue: "nesting"), isExplicit: true, confidence: 1)
    }

    /// `comment:tag:words` of every tagging, `~` before quoted ones.
    private func found(_ library: PatternLibrary, _ said: [Said], quotations: [Quotation] = [], article: Article = Article()) -> [String] {
        let discussion = discussion(said)
        let result = library.makeTagger(language: { _ in nil }).tag(discussion, article: article, quotations: quotations)
        let plain = library.makeTagger(usesIndex: false, language: { _ in nil }).tag(discussion, article: article, quotations: quotations)
        #expect(result.taggings == plain.taggings, "the index and the loop differ")
        return result.taggings.map {
            let text = discussion.comments[$0.comment].text
            return "\($0.voice == .quoted ? "~" : "")\($0.comment):\($0.tag.dropFirst(2)):\($0.span.text(in: text))"
        }
    }

    private func found(_ body: String, _ texts: String...) -> [String] { found(library(body), texts.map { Said(text: $0) }) }

    @Test func anyLineHits() {
        #expect(found("[[tag]]\nid = \"t\"\nany = ['idiots?', 'fools?']", "Idiots and a FOOL", "nothing") == ["0:t:Idiots", "0:t:FOOL"])
    }

    @Test func caseAndWords() {
        #expect(found("[[tag]]\nid = \"t\"\ncase = \"match\"\nany = ['US']", "us US BUS USA") == ["0:t:US"])
        #expect(found("[[tag]]\nid = \"t\"\nwords = false\nany = ['us']", "us bus") == ["0:t:us", "0:t:us"])
        #expect(found("defaults = { case = \"match\", words = false }\n[[tag]]\nid = \"t\"\nany = ['us']", "US bus") == ["0:t:us"])
        #expect(found("[[tag]]\nid = \"t\"\nany = ['(?-i:US|IS)']", "us US is IS") == ["0:t:US", "0:t:IS"])
    }

    @Test func boundariesStandOnlyWhereWordsAre() {
        #expect(found("[[tag]]\nid = \"t\"\nany = ['#maga|maga', '!!']", "x#maga xmaga maga!!y") == ["0:t:#maga", "0:t:maga", "0:t:!!"])
        #expect(found("[[tag]]\nid = \"t\"\nany = ['a|b']", "ab a b xa bx") == ["0:t:a", "0:t:b"])
    }

    @Test func aBlankIsAnyWhiteSpace() {
        #expect(found("[[tag]]\nid = \"t\"\nany = ['so called']", "so\n called so  called so\u{A0}called socalled") == ["0:t:so\n called", "0:t:so  called", "0:t:so\u{A0}called"])
        #expect(found("[[tag]]\nid = \"t\"\nany = ['so ?called']", "so  called socalled so-called") == ["0:t:so  called", "0:t:socalled"])
        #expect(found("[[tag]]\nid = \"t\"\nany = ['so[ -]called', '\\Qa b\\E', '(?x) c d e']", "so-called so called so  called a b a  b cde c d e")
            == ["0:t:so-called", "0:t:so called", "0:t:a b", "0:t:cde"])
    }

    @Test func fragmentsNestAndAreGroups() {
        let body = "[fragments]\ninsult = 'idiot|{{b}}'\nb = 'moron'\n[[tag]]\nid = \"t\"\nany = ['{{insult}}s?', 'you{{apos}}re', '[{{q}}]x']\n"
        #expect(found(library(body.replacingQ()), [Said(text: "idiots moron morons you're you’re zx")])
            == ["0:t:idiots", "0:t:moron", "0:t:morons", "0:t:you're", "0:t:you’re", "0:t:zx"])
    }

    /// Lines without a word to look for are tried on every comment.
    @Test func linesWithoutLiterals() {
        for (line, words) in [("[\"“]\\p{L}+[\"”]", "“traitors”"), ("\\d+", "12"), ("[!?]{2}", "?!")] {
            #expect(found("[[tag]]\nid = \"t\"\nany = ['\(line)']", "And “traitors” are 12?!", "nothing") == ["0:t:\(words)"], "\(line)")
        }
    }

    @Test func unlessCancelsWhatItOverlaps() {
        #expect(found("[[tag]]\nid = \"t\"\nany = ['idiot']\nunless = ['not an idiot']", "idiot, not an idiot, idiot") == ["0:t:idiot", "0:t:idiot"])
    }

    @Test func allMustMatchSomewhere() {
        #expect(found("[[tag]]\nid = \"t\"\nany = ['what about']\nall = ['\\?', 'you']", "what about you?", "what about me?", "what about you") == ["0:t:what about"])
    }

    @Test func minCountsOccurrences() {
        #expect(found("[[tag]]\nid = \"t\"\nany = ['ha', 'he']\nmin = 3", "ha ha", "ha he ha") == ["1:t:ha", "1:t:he", "1:t:ha"])
    }

    @Test func overlappingLinesCountOnce() {
        #expect(found("[[tag]]\nid = \"t\"\nany = ['mass', 'mass media', 'media elite']", "mass media elite") == ["0:t:mass media"])
    }

    @Test func nearPairsWithinASentence() {
        let near = "[[tag]]\nid = \"t\"\nnear = { a = 'elites?', b = 'controls?', words = 2%@ }"
        func tag(_ more: String) -> String { near.replacing("%@", with: more) }
        #expect(found(tag(""), "elites who really control", "elites who may really control", "control by elites") == ["0:t:elites who really control", "2:t:control by elites"])
        #expect(found(tag(", order = \"given\""), "control by elites", "elites control") == ["1:t:elites control"])
        #expect(found(tag(""), "The elite. Control it", "The elite, Mr. Control", "elite\n\ncontrol", "elite vs. control") == ["1:t:elite, Mr. Control", "3:t:elite vs. control"])
        #expect(found(tag(", across = true"), "The elite. Control it") == ["0:t:elite. Control"])
        #expect(found(tag("") + "\nunless = ['elite controls']", "elite controls", "elites control") == ["1:t:elites control"])
    }

    @Test func whereLooksAtThePlaceInTheThread() {
        func tag(_ place: String) -> PatternLibrary { library("[[tag]]\nid = \"t\"\nany = ['x']\nwhere = \"\(place)\"") }
        let said = [Said(text: "x"), Said(text: "x", reply: answer(0)), Said(text: "x", reply: answer(nil, target: "gone"))]
        #expect(found(tag("any"), said) == ["0:t:x", "1:t:x", "2:t:x"])
        #expect(found(tag("top-level"), said) == ["0:t:x"])
        #expect(found(tag("reply"), said) == ["1:t:x", "2:t:x"])
    }

    @Test func parentBearsATagOrMatches() {
        let body = """
            [[tag]]
            id = "insult/hard"
            any = ['moron']
            [[tag]]
            id = "back"
            any = ['you too']
            parent = { tag = "s/insult" }
            [[tag]]
            id = "thanks"
            any = ['thanks']
            parent = { any = ['here is'] }
            """
        // The parent stands behind its answer on this page.
        let said = [
            Said(text: "you too, thanks", reply: answer(2)), Said(text: "you too, thanks"), Said(text: "moron"), Said(text: "thanks", reply: answer(4)),
            Said(text: "Here is a link"), Said(text: "thanks, you too", reply: answer(nil, target: "gone")),
        ]
        #expect(found(library(body), said) == ["0:back:you too", "2:insult/hard:moron", "3:thanks:thanks"])
    }

    @Test func namedGroupsAreKept() {
        let library = library("[[tag]]\nid = \"t\"\nany = ['what about (?<target>the|your) (?<thing>é\\w+)?']")
        let taggings = library.makeTagger().tag(discussion([Said(text: "ö what about the état")]), article: Article(), quotations: []).taggings
        #expect(taggings.map(\.groups) == [["target": "the", "thing": "état"]])
        #expect(taggings.map(\.line) == ["any[1]"])
        #expect(taggings.map(\.span) == [TextSpan(start: 3, end: 23, codePointStart: 2, codePointEnd: 21)])
    }

    @Test func quotedWordsAreNotTheAuthors() {
        let text = "He said \"idiot\". You idiot?"
        let quote = Quotation(comment: 0, span: TextSpan(bytes: 8..<15, in: text), source: .elsewhere, sourceSpan: TextSpan(bytes: 0..<0, in: ""), isMarked: true)
        func tagged(_ body: String) -> [String] { found(library(body), [Said(text: text), Said(text: text)], quotations: [quote]).filter { !$0.hasPrefix("1") } }
        #expect(tagged("[[tag]]\nid = \"t\"\nany = ['idiot']") == ["~0:t:idiot", "0:t:idiot"])
        #expect(tagged("[[tag]]\nid = \"t\"\nany = ['idiot']\nvoice = \"any\"") == ["0:t:idiot", "0:t:idiot"])
        #expect(tagged("[[tag]]\nid = \"t\"\nany = ['idiot']\nmin = 2") == [])
        #expect(tagged("[[tag]]\nid = \"t\"\nany = ['you']\nall = ['idiot\"']") == [])
        #expect(tagged("[[tag]]\nid = \"t\"\nnear = { a = 'said', b = 'idiot', words = 3, across = true }") == ["0:t:said \"idiot\". You idiot"])
    }

    @Test func namesAndAddressesAreMasked() {
        let tag = library("[[tag]]\nid = \"t\"\nany = ['drain the swamp', 'fox', 'truth', '[^\\w\\s]{3,}']")
        let said = [
            Said(text: "x", author: "Drain the Swamp"), Said(text: "drain the swamp, agreed", author: "Truth"), Said(text: "Drain the swamp you are right"),
            Said(text: "Truth is out"), Said(text: "truth: out"), Said(text: "I say drain the swamp"), Said(text: "hey @fox see http://fox.org/truth. fox"),
            Said(text: "www.fox.com me@fox.com fox@", reply: answer(0, target: "x")), Said(text: "Reinhart fox", reply: answer(nil, target: "Reinhart fox")),
        ]
        #expect(found(tag, said) == ["3:t:Truth", "5:t:drain the swamp", "6:t:fox", "7:t:fox"])
    }

    @Test func tagsOnAddressesSeeThem() {
        let tags = library("[[tag]]\nid = \"link\"\nany = ['https?://\\S+']\n[[tag]]\nid = \"word\"\nany = ['report']")
        #expect(found(tags, [Said(text: "see http://a.org/report report")]) == ["0:link:http://a.org/report", "0:word:report"])
    }

    @Test func languageGates() {
        let tags = library("[[tag]]\nid = \"t\"\nany = ['x']", language: "en")
        for (language, count) in [("en-GB", 1), ("de", 0), (nil, 1)] as [(String?, Int)] {
            let result = tags.makeTagger(language: { _ in language }).tag(discussion([Said(text: "x")]), article: Article(), quotations: [])
            #expect(result.taggings.count == count)
        }
    }

    @Test func deletedCommentsAndPingbacksAreNotTagged() {
        let said = [Said(text: "x", state: .deleted), Said(text: "x", state: .removed), Said(text: "x", state: .hidden), Said(text: "x", kind: .pingback)]
        #expect(found(library("[[tag]]\nid = \"t\"\nany = ['x']"), said) == ["2:t:x"])
    }

    @Test func aRunawayPatternIsNamedAndSetAside() {
        let tags = library("[[tag]]\nid = \"slow\"\nwords = false\nany = ['(?:a|aa)+z', 'first']\n[[tag]]\nid = \"good\"\nany = ['good']")
        let text = "first " + String(repeating: "a", count: 400) + " good z"
        let clock = ContinuousClock()
        var result: (taggings: [Tagging], notes: [Note], languages: [String?]) = ([], [], [])
        let time = clock.measure {
            result = tags.makeTagger().tag(discussion([Said](repeating: Said(text: text), count: 6)), article: Article(), quotations: [])
        }
        #expect(time < .seconds(4))
        #expect(result.taggings.filter { $0.tag == "s/good" }.count == 6)
        #expect(result.taggings.filter { $0.tag == "s/slow" }.count == 6)
        #expect(result.notes.map(\.comment) == [0, 1, 2, nil])
        #expect(result.notes.first == Note(.tags, .limit, "the pattern s/slow any[1] was stopped by the match limit in this comment; its hits here may be incomplete", comment: 0))
        #expect(result.notes.last?.message == "the pattern s/slow any[1] was stopped 3 times and is set aside for the rest of the run")
    }

    @Test func explainsWhatWasHeldBack() {
        let tags = library("[[tag]]\nid = \"a\"\nany = ['idiots?', 'fool']\nunless = ['no fool']\n[[tag]]\nid = \"b\"\nany = ['idiot']\nall = ['\\?']\n[[tag]]\nid = \"c\"\nany = ['idiot']\nmin = 2\n[[tag]]\nid = \"d\"\nany = ['x']")
        let explained = tags.makeTagger().explain("idiot, no fool")
        #expect(explained.map(\.tag) == ["s/a", "s/b", "s/c"])
        #expect(explained.map { $0.hits.count } == [1, 0, 0])
        #expect(explained.flatMap(\.held) == [
            HeldMatch(line: "any[2]", bytes: 10..<14, reason: .unless(line: "unless[1]", bytes: 7..<14)),
            HeldMatch(line: "any[1]", bytes: 0..<5, reason: .all(line: "all[1]")),
            HeldMatch(line: "any[1]", bytes: 0..<5, reason: .tooFew(count: 1, min: 2)),
        ])
    }

    /// A limit that is reached is never "no match": not where a text is explained, nor in an example.
    @Test func aStoppedSearchIsNamed() {
        let long = String(repeating: "a", count: 60) + "b"
        let tags = library("[[tag]]\nid = \"slow\"\nwords = false\nany = ['(a+)+$']\nmatch = ['\(long)']\nno_match = ['\(long)']")
        let tagger = tags.makeTagger()
        #expect(tagger.overruns == [])
        let explained = tagger.explain(long)
        #expect(explained.flatMap(\.stopped).map { "\($0.line), \($0.limit)" } == ["any[1], the match limit"])
        #expect(tagger.overruns.map(\.description) == ["the pattern s/slow any[1] was stopped by a limit; what it finds is incomplete"])
        for _ in 0..<3 { _ = tagger.tag(long) }
        #expect(tagger.overruns.map(\.isSetAside) == [true])
        #expect(tags.checkExamples().problems.map(\.reason) == [
            "match example is not hit: any[1] was stopped by the match limit", "no_match example: any[1] was stopped by the match limit",
        ])
    }

    @Test func aTextInAnotherLanguageIsNotLookedAt() {
        let tags = library("[[tag]]\nid = \"a\"\nany = ['idiot']", language: "de")
        #expect(tags.makeTagger().explain("idiot").map { $0.hits.count } == [1])
        let gated = tags.makeTagger().explain("idiot", language: "en")
        #expect(gated.map(\.gate) == ["the set is for the language de, and the text is in en"] && gated.allSatisfy(\.hits.isEmpty))
    }

    @Test func versionsTellWhatRan() {
        let body = "[[tag]]\nid = \"a/b-c\"\nany = ['x']\nsource = { taxonomy = \"T\", code = \"C:1\", cite = \"Doe 2020\" }\nstatus = \"experimental\"\nabout = \"About.\"\n[[tag]]\nid = \"d\"\nlabel = \"D!\"\nany = ['y']"
        #expect(library(body, language: "en").versions == [
            PatternSetVersion(set: "s", kind: .rhetoric, language: "en", sha256: "abc", file: "p.toml", tags: [
                TagDefinition(id: "s/a/b-c", kind: .rhetoric, label: "B c", about: "About.", source: "T C:1, Doe 2020", isExperimental: true),
                TagDefinition(id: "s/d", kind: .rhetoric, label: "D!"),
                // What a tag is nested in is a tag, too.
                TagDefinition(id: "s/a", kind: .rhetoric, label: "A", isExperimental: true),
            ]),
        ])
    }
}

extension String {
    /// Adds the fragment `q`, which stands in a set.
    fileprivate func replacingQ() -> String { replacing("[fragments]\n", with: "[fragments]\nq = 'yz'\n") }
}
