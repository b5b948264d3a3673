import BuiltProgram
import Foundation
import Testing

/// `rejoinder tag`, by the built program.
@Suite struct TagCommandTests {
    static let comments = [
        (author: "Ida", depth: 1, text: "They are idiots at the county, and the old ferry is late. Meet at http://ferry.example/late today."),
        (author: "Bo", depth: 2, text: "You're one to talk, Ida. The bridge is shut for a year, and you call us idiots?"),
        (author: "Cy", depth: 1, text: "Ida wrote “They are idiots at the county, and the old ferry is late” but the ferry runs on time."),
        (author: "Bridge", depth: 2, text: "Bridge, agreed. The mill road is full of holes."),
    ]

    static func page() -> String {
        var list = ""
        for (index, comment) in comments.enumerated() {
            let item = "<li class=\"comment depth-\(comment.depth)\" id=\"comment-\(index + 1)\"><cite class=\"fn\">\(comment.author)</cite> <time datetime=\"2024-05-06T1\(index):00:00Z\">6 May</time><p>\(comment.text)</p>"
            list += comment.depth == 1 ? (index > 0 ? "</li>" : "") + item : "<ol class=\"children\">" + item + "</li></ol>"
        }
        return """
            <html><head><title>Bridge closed for a year - The Weir Post</title><link rel="canonical" href="https://weirpost.example/2024/05/bridge"></head><body>
            <article><h1>Bridge closed for a year</h1>
            <p>The old bridge over the weir will be closed to all traffic for a year, the county said on Monday, while its piers are renewed.</p>
            <p>Buses will take the long way round by the mill, and the ferry will run until midnight, the county said in its notice to residents.</p></article>
            <h2>4 comments</h2><ol class="commentlist">\(list)</li></ol></body></html>
            """
    }

    static func set(_ name: String, _ body: String) -> String { "format = 1\nset = \"\(name)\"\nkind = \"theme\"\nlanguage = \"en\"\n" + body }

    static let insult = set("insult", "[[tag]]\nid = \"names\"\nany = ['idiots?']\nmatch = ['[[idiot]]']\n")
    static let place = set("place", "[[tag]]\nid = \"bridge\"\nany = ['bridge']\nmatch = ['[[bridge]]']\n[[tag]]\nid = \"ferry\"\nany = ['ferry']\nmatch = ['[[ferry]]']\n")
    static let answer = set(
        "answer",
        "[[tag]]\nid = \"back\"\nany = ['one to talk']\nparent = { tag = \"insult/names\" }\nmatch = [{ parent = 'idiot', text = 'you are [[one to talk]]' }]\n[[tag]]\nid = \"any\"\nwhere = \"reply\"\nany = ['agreed', 'year']\nmatch = ['[[agreed]]']\n")

    /// A folder with the page and three pattern files.
    static func inFolder(_ body: (URL) throws -> Void) throws {
        try Program.inFolder { folder in
            try Data(page().utf8).write(to: folder.appending(path: "page.html"))
            try FileManager.default.createDirectory(at: folder.appending(path: "mine"), withIntermediateDirectories: true)
            for (name, text) in [("insult", insult), ("place", place), ("answer", answer)] { try write(text, name, folder) }
            try body(folder)
        }
    }

    static func write(_ text: String, _ name: String, _ folder: URL) throws {
        try Data(text.utf8).write(to: folder.appending(path: "mine/\(name).toml"), options: .atomic)
    }

    /// What a report says of the page: everything but the time of day it is made.
    private func report(_ database: String, _ folder: URL) throws -> String {
        let outcome = try Program.run(["report", "a1", "--format", "json", "-o", "-", "--db", database], in: folder)
        #expect(outcome.status == 0, "\(outcome.errors)")
        return outcome.output
    }

    @Test func taggingAnewIsAnalyzingAnew() throws {
        try Self.inFolder { folder in
            let analyze = ["analyze", "page.html", "--no-report", "--patterns", "mine", "--db"]
            #expect(try Program.run(analyze + ["a.sqlite"], in: folder).status == 0)
            let before = try report("a.sqlite", folder)
            // Each of these edits reaches other gates: words, the parent's tags, the place in the thread, quotations, masks.
            let edits: [(name: String, text: String)] = [
                ("insult", Self.insult.replacing("idiots?", with: "idiots?', 'county', 'late")),
                ("insult", Self.insult.replacing("idiots?", with: "fools?").replacing("[[idiot]]", with: "[[fool]]")),
                ("answer", Self.answer.replacing("\"reply\"", with: "\"top-level\"")),
                ("place", Self.place.replacing("any = ['ferry']", with: "voice = \"any\"\nany = ['ferry', 'https?://\\S+']")),
                ("place", Self.set("place", "[[tag]]\nid = \"bridge\"\nany = ['bridge', 'mill']\nmatch = ['[[bridge]]']\n")),
            ]
            for (number, edit) in edits.enumerated() {
                try Self.write(edit.text, edit.name, folder)
                let tagged = try Program.run(["tag", "--patterns", "mine", "--db", "a.sqlite"], in: folder)
                #expect(tagged.status == 0, "\(tagged.errors)")
                #expect(tagged.errors.contains("stored as run \(number + 1)"))
                let other = "b\(number).sqlite"
                #expect(try Program.run(analyze + [other], in: folder).status == 0)
                #expect(try report("a.sqlite", folder) == report(other, folder), "edit \(number)")
                // What `tag` made, `analyze` finds done.
                #expect(try Program.run(analyze + ["a.sqlite"], in: folder).output.contains("nothing new"))
            }
            for (name, text) in [("insult", Self.insult), ("place", Self.place), ("answer", Self.answer)] { try Self.write(text, name, folder) }
            #expect(try Program.run(["tag", "--patterns", "mine", "--db", "a.sqlite"], in: folder).status == 0)
            #expect(try report("a.sqlite", folder) == before)
            let since = try Program.run(["tag", "--since", "1", "--json", "--db", "a.sqlite"], in: folder)
            #expect(since.output.contains("\"lost\":"), "\(since.errors)")
        }
    }

    @Test func onlyWhatChangedIsRun() throws {
        try Self.inFolder { folder in
            #expect(try Program.run(["analyze", "page.html", "--no-report", "--patterns", "mine"], in: folder).status == 0)
            let nothing = try Program.run(["tag", "--patterns", "mine"], in: folder)
            #expect(nothing.status == 0 && nothing.errors.contains("Nothing to do"))
            try Self.write(Self.place.replacing("['ferry']", with: "['ferry', 'mill']"), "place", folder)
            #expect(try Program.run(["tag", "--patterns", "mine"], in: folder).errors.contains("place run on 4 comments of 1 page"))
            // A tag of `answer` asks for tags of `insult`.
            try Self.write(Self.insult.replacing("idiots?", with: "idiots?', 'county"), "insult", folder)
            #expect(try Program.run(["tag", "--patterns", "mine"], in: folder).errors.contains("answer, insult run on"))
            let runs = try Program.run(["tag", "--runs"], in: folder)
            #expect(runs.output.contains("run 1") && runs.output.contains("run 2") && runs.output.contains("+1 −0"))
        }
    }

    @Test func whatAPersonRefusedStaysRefused() throws {
        try Self.inFolder { folder in
            #expect(try Program.run(["analyze", "page.html", "--no-report", "--patterns", "mine"], in: folder).status == 0)
            let fixed = try Program.run(["fix", "a1/c1", "--not-tag", "insult/names", "--patterns", "mine"], in: folder)
            #expect(fixed.status == 0, "\(fixed.errors)")
            let again = try Program.run(["tag", "--all", "--diff", "--patterns", "mine"], in: folder)
            #expect(again.output.isEmpty && again.errors.contains("+0 −0"), "\(again.output)\(again.errors)")
            // A tag that asks what the parent bears is answered by what the patterns found, as `analyze` does it.
            try Self.write(Self.answer.replacing("'agreed', 'year'", with: "'agreed'"), "answer", folder)
            let edited = try Program.run(["tag", "--patterns", "mine"], in: folder)
            #expect(edited.output.contains("answer/any  +0 −1") && !edited.output.contains("answer/back"), "\(edited.output)")
        }
    }

    @Test func theDifferenceIsShownBeforeAnythingIsStored() throws {
        try Self.inFolder { folder in
            #expect(try Program.run(["analyze", "page.html", "--no-report", "--patterns", "mine"], in: folder).status == 0)
            let before = try report("rejoinder.sqlite", folder)
            try Self.write(Self.place.replacing("['bridge']", with: "['mill']").replacing("[[bridge]]", with: "[[mill]]"), "place", folder)
            let diff = try Program.run(["tag", "--diff", "--patterns", "mine"], in: folder)
            #expect(diff.status == 0)
            #expect(diff.output.contains("place/bridge  +1 −1"))
            #expect(diff.output.contains("+ a1/c0004  Bridge, agreed. The [mill] road is full of holes.  (any[1])"), "\(diff.output)")
            #expect(diff.output.contains("− a1/c0002"))
            #expect(diff.errors.contains("nothing stored"))
            #expect(try report("rejoinder.sqlite", folder) == before)
            let json = try Program.run(["tag", "--diff", "--json", "--patterns", "mine"], in: folder)
            let object = try #require(try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
            #expect(object["schema"] as? String == "rejoinder.tag-diff/1")
            #expect(object["gained"] as? Int == 1 && object["lost"] as? Int == 1)
        }
    }

    @Test func brokenPatternsKeepTheOldTags() throws {
        try Self.inFolder { folder in
            #expect(try Program.run(["analyze", "page.html", "--no-report", "--patterns", "mine"], in: folder).status == 0)
            let before = try report("rejoinder.sqlite", folder)
            try Self.write(String(Self.place.dropLast(30)), "place", folder)
            let tagged = try Program.run(["tag", "--patterns", "mine"], in: folder)
            #expect(tagged.status == 1)
            #expect(tagged.errors.contains("mine/place.toml:") && tagged.errors.contains("the old tags were kept"))
            #expect(try report("rejoinder.sqlite", folder) == before)
            #expect(try Program.run(["tag", "--runs", "--since", "1"], in: folder).status == 2)
            #expect(try Program.run(["tag", "--since", "9"], in: folder).errors.contains("there is no run 9"))
        }
    }

    @Test func watchingTagsOnEverySave() throws {
        try Self.inFolder { folder in
            #expect(try Program.run(["analyze", "page.html", "--no-report", "--patterns", "mine"], in: folder).status == 0)
            let process = Process()
            process.executableURL = builtProgram
            process.arguments = ["tag", "--watch", "--patterns", "mine"]
            process.currentDirectoryURL = folder
            let log = folder.appending(path: ".watch")
            try Data().write(to: log)
            let handle = try FileHandle(forWritingTo: log)
            (process.standardOutput, process.standardError) = (handle, handle)
            try process.run()
            defer {
                kill(process.processIdentifier, SIGKILL)
                process.waitUntilExit()
            }
            func waitFor(_ words: String) -> Bool {
                for _ in 0..<200 {
                    if (try? String(contentsOf: log, encoding: .utf8))?.contains(words) == true { return true }
                    Thread.sleep(forTimeInterval: 0.05)
                }
                return false
            }
            #expect(waitFor("Watching 3 pattern files"))
            try Self.write(String(Self.place.dropLast(30)), "place", folder)
            #expect(waitFor("The old tags were kept"))
            try Self.write(Self.place.replacing("['bridge']", with: "['bridge', 'mill']"), "place", folder)
            #expect(waitFor("place/bridge  +1 −0"))
            process.terminate()
            for _ in 0..<200 where process.isRunning { Thread.sleep(forTimeInterval: 0.05) }
            #expect(!process.isRunning, "SIGTERM does not end it")
        }
    }

    @Test func namedSetsLeaveWhatOthersFound() throws {
        try Self.inFolder { folder in
            let database = ["--patterns", "mine", "--db", "a.sqlite"]
            #expect(try Program.run(["analyze", "page.html", "--no-report"] + database, in: folder).status == 0)
            let before = try report("a.sqlite", folder)
            #expect(before.contains("insult/names") && before.contains("answer/back"))
            let same = try Program.run(["tag", "--sets", "place"] + database, in: folder)
            #expect(same.status == 0 && same.errors.contains("Nothing to do"), "\(same.errors)")
            // A set that asks for another's tags in the parent, by itself.
            for name in ["place", "answer"] {
                let again = try Program.run(["tag", "--all", "--sets", name] + database, in: folder)
                #expect(again.status == 0, "\(again.errors)")
                #expect(again.errors.contains("+0 −0"), "\(again.errors)")
                #expect(try report("a.sqlite", folder) == before)
            }
            try Self.write(Self.place.replacing("any = ['ferry']", with: "any = ['ferry', 'buses']").replacing("bridge'", with: "bridge|mill'"), "place", folder)
            try Self.write(Self.insult.replacing("idiots?", with: "fools?").replacing("[[idiot]]", with: "[[fool]]"), "insult", folder)
            let changed = try Program.run(["tag", "--sets", "place"] + database, in: folder)
            #expect(changed.status == 0 && changed.errors.contains("place run on"), "\(changed.errors)")
            let after = try report("a.sqlite", folder)
            #expect(after != before && after.contains("insult/names"))
            // The other set's edit is still to come.
            let rest = try Program.run(["tag"] + database, in: folder)
            #expect(rest.errors.contains("answer, insult run on"), "\(rest.errors)")
            #expect(try !report("a.sqlite", folder).contains("insult/names\",\"line"))
        }
    }
}
