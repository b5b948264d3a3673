import Foundation
import Testing

/// The tools for tuning patterns, by the built program.
@Suite struct PatternToolTests {
    private func json(_ text: String) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    }

    @Test func everyToolHasHelpWithExamples() throws {
        try Program.inFolder { folder in
            for command in [
                ["tag"], ["patterns", "check"], ["patterns", "explain"], ["patterns", "test"], ["patterns", "coverage"], ["patterns", "profile"],
                ["patterns", "show"], ["patterns", "new"], ["patterns", "import"],
            ] {
                let help = try Program.run(command + ["--help"], in: folder)
                #expect(help.status == 0 && help.output.contains("EXAMPLES"), "\(command)")
            }
        }
    }

    @Test func explainATextAndAComment() throws {
        try TagCommandTests.inFolder { folder in
            let text = try Program.run(["patterns", "explain", "The bridge and idiots.", "--patterns", "mine"], in: folder)
            #expect(text.status == 0)
            #expect(text.output.contains("insult/names\n  + The bridge and [idiots].  any[1] 'idiots?' (mine/insult.toml:7)"), "\(text.output)")
            #expect(text.output.contains("place/bridge"))
            let answer = try json(
                Program.run(["patterns", "explain", "one to talk", "--answering", "hello", "--json", "--patterns", "mine"], in: folder).output)
            let tags = try #require(answer["tags"] as? [[String: Any]])
            #expect(tags.map { $0["not_looked_at"] as? String } == ["the parent does not bear the tag insult/names"])

            _ = try Program.run(["analyze", "page.html", "--no-report", "--patterns", "mine"], in: folder)
            let comment = try Program.run(["patterns", "explain", "a1/c0003", "--patterns", "mine"], in: folder)
            #expect(comment.output.contains("quoted"), "\(comment.output)")
            let named = try Program.run(["patterns", "explain", "a1/c0004", "--patterns", "mine", "--tag", "place"], in: folder)
            #expect(named.output.contains("held back because it lies in a name or an address"), "\(named.output)")
            #expect(try Program.run(["patterns", "explain", "a1/c0009", "--patterns", "mine"], in: folder).errors.contains("no c0009"))
            #expect(try Program.run(["patterns", "explain", "x", "--tag", "place/brige", "--patterns", "mine"], in: folder).errors.contains("did you mean `place/bridge`?"))
        }
    }

    /// A text alone tells its language, or somebody says it.
    @Test func explainLooksAtTheLanguage() throws {
        try Program.inFolder { folder in
            let german = "format = 1\nset = \"german\"\nkind = \"rhetoric\"\nlanguage = \"de\"\n[[tag]]\nid = \"names\"\nany = ['Idiot']\n"
            try Data(german.utf8).write(to: folder.appending(path: "german.toml"))
            let short = try Program.run(["patterns", "explain", "Idiot!", "--patterns", "german.toml"], in: folder)
            #expect(short.output.contains("  + [Idiot]!") && short.errors.contains("--language en"), "\(short.output) \(short.errors)")
            for arguments in [["Idiot!", "--language", "en"], ["He says that you are an idiot and that we all know it."]] {
                let english = try Program.run(["patterns", "explain", "--patterns", "german.toml"] + arguments, in: folder)
                #expect(!english.output.contains("  + ") && english.output.contains("not looked at: the set is for the language de"), "\(english.output)")
            }
        }
    }

    /// One file that cannot be read, or is none, hides no other.
    @Test func aFileThatIsNoTextHidesNoOther() throws {
        try TagCommandTests.inFolder { folder in
            try Data([0x66, 0xFF, 0x0A]).write(to: folder.appending(path: "mine/noise.toml"))
            mkfifo(folder.appending(path: "mine/pipe.toml").path, 0o600)
            let check = try Program.run(["patterns", "check", "--patterns", "mine"], in: folder)
            #expect(check.status == 1 && check.errors.contains("3 sets"), "\(check.errors)")
            #expect(check.output.contains("mine/noise.toml:1:2: error: not UTF-8 text") && check.output.contains("mine/pipe.toml:1:1: error: not a regular file"), "\(check.output)")
            let analyze = try Program.run(["analyze", "page.html", "--no-report", "--patterns", "mine"], in: folder)
            #expect(analyze.output.contains("themes:") && analyze.errors.contains("mine/noise.toml"), "\(analyze.output) \(analyze.errors)")
        }
    }

    /// Whoever looks for tags learns which lines did not get to the end.
    @Test func limitsAreNamedWhereverPatternsRun() throws {
        try TagCommandTests.inFolder { folder in
            let page = TagCommandTests.page().replacing("full of holes", with: "full of " + String(repeating: "o", count: 60) + "h")
            try Data(page.utf8).write(to: folder.appending(path: "page.html"))
            try TagCommandTests.write(TagCommandTests.set("slow", "defaults = { words = false }\n[[tag]]\nid = \"o\"\nany = ['(o+)+$']\n"), "slow", folder)
            try Data("text\ttag\tlabel\n\(String(repeating: "o", count: 60))h\tslow/o\t1\n".utf8).write(to: folder.appending(path: "gold.tsv"))
            _ = try Program.run(["analyze", "page.html", "--no-report", "--patterns", "mine/place.toml"], in: folder)
            for command in [["tag", "--diff"], ["patterns", "coverage"], ["patterns", "profile"], ["score", "gold.tsv"]] {
                let outcome = try Program.run(command + ["--patterns", "mine"], in: folder)
                #expect(outcome.errors.contains("limit: the pattern slow/o any[1] was stopped by a limit; what it finds is incomplete"), "\(command): \(outcome.errors)")
            }
        }
    }

    @Test func testLines() throws {
        try TagCommandTests.inFolder { folder in
            let lines = "hit place/bridge: The [[bridge]].\nok insult: nice people\ntodo hit insult/names: What fools.\n"
            try Data(lines.utf8).write(to: folder.appending(path: "lines.txt"))
            let fine = try Program.run(["patterns", "test", "lines.txt", "--patterns", "mine"], in: folder)
            #expect(fine.status == 0 && fine.errors.contains("3 lines: 2 as expected, 0 not, 1 still to do"), "\(fine.errors)")
            try Data((lines + "ok place: the bridge\n").utf8).write(to: folder.appending(path: "lines.txt"))
            let failed = try Program.run(["patterns", "test", "lines.txt", "--patterns", "mine"], in: folder)
            #expect(failed.status == 1 && failed.output.contains("failed: lines.txt:4: place: the bridge: no_match example: any[1] hits \"bridge\""))
            let object = try json(Program.run(["patterns", "test", "lines.txt", "--json", "--patterns", "mine"], in: folder).output)
            #expect((object["lines"] as? [Any])?.count == 4)
            #expect(try Program.run(["patterns", "test", "none.txt", "--patterns", "mine"], in: folder).status == 2)
        }
    }

    @Test func coverageAndProfile() throws {
        try TagCommandTests.inFolder { folder in
            try TagCommandTests.write(TagCommandTests.place.replacing("['bridge']", with: "['bridge', 'lighthouse', '\\d+']"), "place", folder)
            _ = try Program.run(["analyze", "page.html", "--no-report", "--patterns", "mine"], in: folder)
            let coverage = try Program.run(["patterns", "coverage", "--patterns", "mine"], in: folder)
            #expect(coverage.status == 0)
            #expect(coverage.output.contains("place/bridge any[2]  'lighthouse'  (mine/place.toml:7)"), "\(coverage.output)")
            #expect(coverage.output.contains("Comments no tag touches: 0 of 4"))
            let object = try json(Program.run(["patterns", "coverage", "--json", "--patterns", "mine"], in: folder).output)
            #expect(object["comments"] as? Int == 4 && object["touched"] as? Int == 4)
            let profile = try Program.run(["patterns", "profile", "--limit", "0", "--patterns", "mine"], in: folder)
            #expect(profile.output.contains("any[3]  '\\d+'  (mine/place.toml:7)  no literal"), "\(profile.output)")
            #expect(profile.errors.contains("4 comments in"))
            let lines = try #require(try json(Program.run(["patterns", "profile", "--json", "--patterns", "mine"], in: folder).output)["lines"] as? [[String: Any]])
            #expect(lines.contains { $0["pattern"] as? String == "idiots?" && $0["matches"] as? Int == 3 })
        }
    }

    @Test func newImportAndShow() throws {
        try Program.inFolder { folder in
            #expect(try Program.run(["patterns", "new", "mine/ferry", "-o", "mine.toml"], in: folder).status == 0)
            let again = try Program.run(["patterns", "new", "mine/ferry", "-o", "mine.toml"], in: folder)
            #expect(again.status == 2 && again.errors.contains("is not changed"))
            #expect(try Program.run(["patterns", "check", "--patterns", "mine.toml"], in: folder).status == 0)
            #expect(try Program.run(["patterns", "new", "Ferry"], in: folder).errors.contains("is no id"))
            #expect(try Program.run(["patterns", "new", "mine/x", "--tag-only"], in: folder).output.contains("id       = \"x\""))

            try Data("water:\n  - ferr*\n  - night boat\n".utf8).write(to: folder.appending(path: "words.yml"))
            #expect(try Program.run(["patterns", "import", "words.yml", "-o", "w.toml"], in: folder).status == 0)
            #expect(try Program.run(["patterns", "check", "--patterns", "w.toml"], in: folder).status == 0)
            let show = try Program.run(["patterns", "show", "words/water", "--patterns", "w.toml"], in: folder)
            #expect(show.output.contains("any[1]    ferr\\w*") && show.output.contains("= \\b(?:night\\s+boat)\\b"), "\(show.output)")
            #expect(try json(Program.run(["patterns", "show", "words", "--json", "--patterns", "w.toml"], in: folder).output)["schema"] as? String == "rejoinder.pattern-tags/1")
            try Data("word,category\nsun,a/b\n".utf8).write(to: folder.appending(path: "words.csv"))
            #expect(try Program.run(["patterns", "import", "words.csv"], in: folder).output.contains("id    = \"a/b\""))
            try Data("word,category\nsun,a\nmoon,\n,b\n*,a\n".utf8).write(to: folder.appending(path: "gaps.csv"))
            let gaps = try Program.run(["patterns", "import", "gaps.csv"], in: folder)
            #expect(gaps.status == 3 && gaps.output.contains("'sun'"), "\(gaps.errors)")
            #expect(gaps.errors.contains("gaps.csv:3: no category for 'moon'\n  gaps.csv:4: no word\n  gaps.csv: '*' in a would match every word"), "\(gaps.errors)")
            try Data("wrd,category\nsun,a\n".utf8).write(to: folder.appending(path: "words.csv"))
            #expect(try Program.run(["patterns", "import", "words.csv"], in: folder).errors.contains("words.csv:1: the first line must name"))
            try Data("a: [b\n".utf8).write(to: folder.appending(path: "words.yml"))
            #expect(try Program.run(["patterns", "import", "words.yml"], in: folder).errors.contains("words.yml:1: the list has no ]"))
        }
    }

    @Test func checkTellsWhatCanDoNothing() throws {
        try TagCommandTests.inFolder { folder in
            try TagCommandTests.write(TagCommandTests.insult.replacing("['idiots?']", with: "['idiots?', 'idiot']"), "insult", folder)
            let check = try Program.run(["patterns", "check", "--patterns", "mine"], in: folder)
            #expect(check.status == 0)
            #expect(check.output.contains("mine/insult.toml:7:20: warning: insult/names: this line finds nothing of its own"), "\(check.output)")
            #expect(check.output.contains("|                    ^^^^^"))
            let object = try json(Program.run(["patterns", "check", "--patterns", "mine", "--json"], in: folder).output)
            #expect(object["warnings"] as? Int == 1 && object["errors"] as? Int == 0)
        }
    }

    @Test func measuredFiguresAreOfTheShippedSets() throws {
        try TagCommandTests.inFolder { folder in
            let list = try Program.run(["patterns", "list", "--measured"], in: folder)
            #expect(list.status == 0 && list.output.contains("reasoning/appeal-to-nature") && list.output.contains("CoCoLoFa, n 1232"), "\(list.output)")
            let object = try json(Program.run(["patterns", "list", "--measured", "--json"], in: folder).output)
            let rows = try #require(object["tags"] as? [[String: Any]])
            let table = try String(contentsOf: URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().appending(path: "Patterns/measured.tsv"), encoding: .utf8)
            #expect(rows.count == table.split(separator: "\n").count - 1)
            // A set of one's own, even of a shipped name, has none.
            try TagCommandTests.write(TagCommandTests.set("reasoning", "[[tag]]\nid = \"appeal-to-nature\"\nany = ['natural']\n"), "reasoning", folder)
            let mixed = try Program.run(["patterns", "list", "--measured", "--patterns", "built-in", "--patterns", "mine"], in: folder)
            let own = mixed.output.split(separator: "\n").filter { $0.hasPrefix("reasoning/") }
            #expect(own.count == 1 && own[0].hasSuffix("not measured") && mixed.output.contains("attack/name-calling"), "\(own)")
            #expect(list.output.split(separator: "\n").contains { $0.hasPrefix("society-de/migration ") && $0.hasSuffix("not measured") })
            let unmeasured = try #require(object["unmeasured"] as? [String])
            #expect(unmeasured.contains("society-ru/migration") && Set(unmeasured).isDisjoint(with: rows.compactMap { $0["tag"] as? String }))
        }
    }

    @Test func setsAreAddedReplacedAndChosen() throws {
        try TagCommandTests.inFolder { folder in
            try TagCommandTests.write(TagCommandTests.set("attack", "[[tag]]\nid = \"own\"\nany = ['idiot']\n"), "attack", folder)
            try FileManager.default.createDirectory(at: folder.appending(path: "mine/deep/.git"), withIntermediateDirectories: true)
            try Data(TagCommandTests.set("deep", "[[tag]]\nid = \"d\"\nany = ['x']\n").utf8).write(to: folder.appending(path: "mine/deep/d.toml"))
            try Data("broken".utf8).write(to: folder.appending(path: "mine/deep/.git/d.toml"))
            func list(_ arguments: String...) throws -> String { try Program.run(["patterns", "list"] + arguments, in: folder).output }
            let added = try list("--patterns", "built-in", "--patterns", "mine")
            #expect(added.contains("conflict/war") && added.contains("attack/own") && !added.contains("attack/name-calling") && added.contains("deep/d"))
            #expect(try !list("--patterns", "mine").contains("conflict/war"))
            #expect(try list("--sets", "conflict").split(separator: "\n").allSatisfy { $0.contains("conflict") })
            try Data("patterns = [\"built-in\", \"mine\"]\nsets = [\"attack\", \"deep\"]\n".utf8).write(to: folder.appending(path: "rejoinder.toml"))
            let chosen = try list()
            #expect(chosen.contains("attack/own") && chosen.contains("deep/d") && !chosen.contains("conflict/war"))
            let none = try Program.run(["patterns", "list", "--sets", "nowhere"], in: folder)
            #expect(none.status == 2 && none.errors.contains("there is no set 'nowhere'"))
        }
    }
}
