import Foundation
import Testing

/// Samples, scores, agreement, suggestions and concordances, by the built program.
@Suite struct CodingCommandTests {
    private func json(_ text: String) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    }

    /// A page of many comments, every fourth of which speaks of a ferry.
    private func inFolder(_ body: (URL) throws -> Void) throws {
        try Program.inFolder { folder in
            var list = ""
            for index in 0..<40 {
                let text = index % 4 == 0 ? "The night ferry number \(index) is late again today." : index % 4 == 1 ? "The night boat number \(index) was full." : "Rain over the hills, number \(index), all day."
                list += "<li class=\"comment depth-1\" id=\"comment-\(index + 1)\"><cite class=\"fn\">Name\(index)</cite> <time datetime=\"2024-05-06T10:\(10 + index):00Z\">6 May</time><p>\(text)</p></li>"
            }
            let page = """
                <html><head><title>Bridge closed - The Weir Post</title><link rel="canonical" href="https://weirpost.example/2024/05/bridge"></head><body>
                <article><h1>Bridge closed</h1><p>The old bridge over the weir will be closed to all traffic for a year, the county said on Monday, while its piers are renewed.</p></article>
                <h2>40 comments</h2><ol class="commentlist">\(list)</ol></body></html>
                """
            try Data(page.utf8).write(to: folder.appending(path: "page.html"))
            try FileManager.default.createDirectory(at: folder.appending(path: "mine"), withIntermediateDirectories: true)
            try Data(TagCommandTests.set("place", "[[tag]]\nid = \"ferry\"\nany = ['ferr(?:y|ies)']\nmatch = ['[[ferry]]']\n").utf8).write(to: folder.appending(path: "mine/place.toml"))
            try Data("patterns = \"mine\"\n".utf8).write(to: folder.appending(path: "rejoinder.toml"))
            let analyzed = try Program.run(["analyze", "page.html", "--no-report"], in: folder)
            #expect(analyzed.status == 0 && analyzed.output.contains("comments: 40"), "\(analyzed.output)\(analyzed.errors)")
            try body(folder)
        }
    }

    /// Fills in the labels: yes where a comment holds one of the words.
    private func code(_ path: String, _ words: [String], in folder: URL, except: Set<String> = []) throws {
        let file = folder.appending(path: path)
        let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map { $0.split(separator: "\t", omittingEmptySubsequences: false).map { String($0) } }
        let coded = lines.enumerated().map { index, cells in
            var cells = cells
            if index > 0, !except.contains(cells[0]) { cells[2] = words.contains { cells[4].contains($0) } ? "1" : "0" }
            return cells.joined(separator: "\t")
        }
        try Data((coded.joined(separator: "\n") + "\n").utf8).write(to: file)
    }

    @Test func fromTheSampleToTheScore() throws {
        try inFolder { folder in
            let draw = ["sample", "--tag", "place/ferry", "--tagged", "6", "--untagged", "12", "--seed", "5"]
            let drawn = try Program.run(draw + ["-o", "open.tsv"], in: folder)
            #expect(drawn.status == 0 && drawn.errors.contains("place/ferry tagged: 6 of 10") && drawn.errors.contains("untagged: 12 of 30"), "\(drawn.errors)")
            #expect(try Program.run(draw + ["-o", "open.tsv"], in: folder).status == 2)
            let open = try String(contentsOf: folder.appending(path: "open.tsv"), encoding: .utf8)
            #expect(open.hasPrefix("item\ttag\tlabel\tanswers\tcomment\ttagged\tfound\tplace\n") && open.contains("\tferry\ta1/c00"))

            // Two blind coders of a test sample: the same items, in two orders, none of the tuning sample's.
            let blind = try Program.run(["sample", "--tag", "place/ferry", "--tagged", "9", "--untagged", "99", "--purpose", "test", "--blind", "--coders", "2", "-o", "test.tsv"], in: folder)
            #expect(blind.output == "test.A.tsv\ntest.B.tsv\n" && blind.errors.contains("18 left out"), "\(blind.errors)")
            let a = try String(contentsOf: folder.appending(path: "test.A.tsv"), encoding: .utf8), b = try String(contentsOf: folder.appending(path: "test.B.tsv"), encoding: .utf8)
            #expect(a != b && Set(a.split(separator: "\n")) == Set(b.split(separator: "\n")) && a.hasPrefix("item\ttag\tlabel\tanswers\tcomment\n"))
            let tuned = Set(open.split(separator: "\n").dropFirst().map { $0.split(separator: "\t", omittingEmptySubsequences: false)[4] })
            #expect(a.split(separator: "\n").dropFirst().allSatisfy { !tuned.contains($0.split(separator: "\t", omittingEmptySubsequences: false)[4]) })
            let samples = try json(Program.run(["sample", "--list", "--json"], in: folder).output)
            #expect((samples["samples"] as? [[String: Any]])?.map { $0["purpose"] as? String } == ["tuning", "test"])

            // Nothing is coded yet.
            #expect(try Program.run(["score", "open.tsv"], in: folder).status == 2)
            try code("open.tsv", ["ferry"], in: folder)
            let bound = try Program.run(["score", "open.tsv"], in: folder)
            #expect(bound.status == 0 && bound.output.contains("recall    ≥ .") && bound.output.contains("precision 1.00"), "\(bound.output)")
            // A boat is what is meant, too: those are missed, and each weighs more than one.
            try code("open.tsv", ["ferry", "boat"], in: folder)
            let missed = try json(Program.run(["score", "open.tsv", "--json"], in: folder).output)
            let tag = try #require((missed["tags"] as? [[String: Any]])?.first)
            let boats = try #require(tag["misses"] as? Int)
            let recall = try #require((tag["recall"] as? [String: Any])?["value"] as? Double)
            #expect(boats > 0 && abs(recall - 10 / (10 + Double(boats) * 2.5)) < 1e-9)
            #expect(missed["purpose"] as? String == "tuning")
            let short = try Program.run(["score", "open.tsv", "--min-f1", "0.99"], in: folder)
            #expect(short.status == 1 && short.errors.contains("place/ferry"))
            // With the line added the same file says so.
            try Data(TagCommandTests.set("place", "[[tag]]\nid = \"ferry\"\nany = ['ferr(?:y|ies)', 'night boat']\nmatch = ['[[ferry]]']\n").utf8).write(to: folder.appending(path: "mine/place.toml"))
            let better = try Program.run(["score", "open.tsv"], in: folder)
            #expect(better.output.contains("\(6 + boats) right of \(6 + boats) hit"), "\(better.output)")

            try code("test.A.tsv", ["ferry", "boat"], in: folder)
            try code("test.B.tsv", ["ferry"], in: folder)
            let agree = try Program.run(["agree", "test.A.tsv", "test.B.tsv"], in: folder)
            #expect(agree.status == 0 && agree.output.contains("alpha .") && agree.output.contains("first yes, second no"), "\(agree.output)\(agree.errors)")
            #expect(try Program.run(["agree", "test.A.tsv", "test.B.tsv", "--min-alpha", "0.99"], in: folder).status == 1)
            #expect(try json(Program.run(["agree", "test.A.tsv", "test.A.tsv", "--json"], in: folder).output)["schema"] as? String == "rejoinder.agreement/1")
            let mixed = try Program.run(["score", "open.tsv", "test.A.tsv"], in: folder)
            #expect(mixed.status == 2 && mixed.errors.contains("mix tuning and test"))
        }
    }

    @Test func goldOfOthersIsScored() throws {
        try Program.inFolder { folder in
            try FileManager.default.createDirectory(at: folder.appending(path: "mine"), withIntermediateDirectories: true)
            for (name, text) in [("insult", TagCommandTests.insult), ("answer", TagCommandTests.answer)] { try TagCommandTests.write(text, name, folder) }
            let gold = "id\ttext\tlabels\tspans_json_codepoint\n1\tYou idiot there\trude\t[[4, 9, \"rude\"]]\n2\tWhat fools\trude\t[[5, 10, \"rude\"]]\n3\tNo idiot here\t\t\n4\tfine\t\t\n"
            try Data(gold.utf8).write(to: folder.appending(path: "gold.tsv"))
            let arguments = ["score", "gold.tsv", "--patterns", "mine"]
            let unknown = try Program.run(arguments, in: folder)
            #expect(unknown.status == 2 && unknown.errors.contains("gold.tsv:2: there is no tag 'rude'"))
            let scored = try Program.run(arguments + ["--label", "insult/names=rude"], in: folder)
            #expect(scored.output.contains("insult/names  4 judged texts") && scored.output.contains("precision .50 ("), "\(scored.output)\(scored.errors)")
            #expect(scored.output.contains("overlapping P .50 R .50") && scored.output.contains("    2  What [fools]") && scored.output.contains("3  No [idiot] here  (insult/names any[1])"), "\(scored.output)")
            // A long table, with a parent.
            try Data("text,tag,label,parent\none to talk,answer/back,1,you idiot\none to talk,answer/back,0,hello\n".utf8).write(to: folder.appending(path: "long.csv"))
            #expect(try Program.run(["score", "long.csv", "--patterns", "mine"], in: folder).output.contains("F1        1.00"))
        }
    }

    @Test func suggestAndKwic() throws {
        try inFolder { folder in
            let suggest = try Program.run(["suggest", "place/ferry"], in: folder)
            #expect(suggest.status == 0 && suggest.output.contains("late again today"), "\(suggest.output)")
            #expect(!suggest.output.contains("ferry"))
            #expect(try json(Program.run(["suggest", "place", "--json"], in: folder).output)["tagged_comments"] as? Int == 10)
            #expect(try Program.run(["suggest", "place/none"], in: folder).status == 2)

            let kwic = try Program.run(["kwic", "night (?:boat|ferry)", "--width", "70"], in: folder)
            #expect(kwic.status == 0 && kwic.errors.contains("20 places in 20 of 40 comments, by 20 named authors"), "\(kwic.errors)")
            let lines = kwic.output.split(separator: "\n")
            #expect(lines.count == 20 && lines.allSatisfy { $0.count <= 70 })
            #expect(Set(lines.map { line in line.prefix { $0 != "[" }.count }).count <= 2)
            #expect(try json(Program.run(["kwic", "NIGHT", "--json", "--limit", "3"], in: folder).output)["places"] as? Int == 20)
            #expect(try Program.run(["kwic", "NIGHT", "--case-sensitive"], in: folder).output.isEmpty)
            let wrong = try Program.run(["kwic", "ni(ght"], in: folder)
            #expect(wrong.status == 2 && wrong.errors.contains("pattern:1:") && wrong.errors.contains("^"), "\(wrong.errors)")
            for command in ["sample", "score", "agree", "suggest", "kwic"] {
                #expect(try Program.run([command, "--help"], in: folder).output.contains("EXAMPLES"))
            }
        }
    }
}
