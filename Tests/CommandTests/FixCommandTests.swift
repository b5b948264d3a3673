import Foundation
import Testing

@Suite struct FixCommandTests {
    private static let more = """
        <li class="comment depth-1" id="comment-3"><cite class="fn">Cy</cite> <time datetime="2024-05-07T09:00:00Z">7 May</time>\
        <p>They are idiots at the county, the mill road is full of holes.</p></li>
        """

    private func inAnalyzed(_ body: (URL) throws -> Void) throws {
        try Program.inFolderWithOneTag { folder in
            try Data(AnalyzeCommandTests.page(extra: Self.more).utf8).write(to: folder.appending(path: "page.html"))
            #expect(try Program.run(["analyze", "page.html", "--no-report"], in: folder).status == 0)
            try body(folder)
        }
    }

    private func show(_ folder: URL) throws -> String { try Program.run(["show", "a1", "--color", "never"], in: folder).output }

    @Test func whatAPersonCorrectsStaysCorrected() throws {
        try inAnalyzed { folder in
            let before = try show(folder)
            let fix = try Program.run(["fix", "a1/c3", "--parent", "c1", "--author", "Cyrus"], in: folder)
            #expect(fix.status == 0, "\(fix.errors)")
            #expect(fix.output == "a1/c0003 corrected\n")
            var shown = try show(folder)
            #expect(shown.contains("Cyrus") && !shown.contains("Cy "))
            // A rerun keeps it, and so does a newer capture.
            #expect(try Program.run(["analyze", "page.html", "--no-report"], in: folder).output.contains("nothing new"))
            try Data((AnalyzeCommandTests.page(extra: Self.more) + "<!-- later -->").utf8).write(to: folder.appending(path: "later.html"))
            #expect(try Program.run(["analyze", "later.html", "--no-report"], in: folder).output.contains("capture 2"))
            shown = try show(folder)
            #expect(shown.contains("Cyrus"))
            let json = try Program.run(["report", "a1", "--format", "json", "-o", "-"], in: folder).output
            #expect(json.contains("\"evidence\":\"human\""))
            let list = try Program.run(["fix", "--list"], in: folder).output
            #expect(list.contains("f1  a1/c0003  answers c0001") && list.contains("f2  a1/c0003  is by Cyrus"))
            #expect(try Program.run(["fix", "--list", "--json"], in: folder).output.hasPrefix("{\"schema\":\"rejoinder.corrections/1\""))
            #expect(try Program.run(["fix", "f1", "--undo"], in: folder).status == 0)
            #expect(try Program.run(["fix", "a1/c3", "--undo"], in: folder).output == "a1/c0003 as it was read\n")
            // Of several corrections of a comment, one is taken back by its own name.
            #expect(try Program.run(["fix", "a1/c3", "--parent", "c1", "--author", "Somebody"], in: folder).status == 0)
            let names = try Program.run(["fix", "--list"], in: folder).output.split(separator: "\n").map { String($0.prefix { $0 != " " }) }
            let last = try #require(names.last)
            #expect(names.count == 2)
            #expect(try Program.run(["fix", last, "--undo"], in: folder).output == "a1: \(last) is taken back\n")
            #expect(try Program.run(["fix", names[0], "--undo"], in: folder).status == 0)
            #expect(try show(folder) == before)
            #expect(try Program.run(["fix", "--list"], in: folder).errors.contains("Nothing was corrected yet"))
        }
    }

    @Test func aWrongTagAndAPartOfThePageAreTakenAway() throws {
        try inAnalyzed { folder in
            let report = { try Program.run(["report", "a1", "--format", "json", "-o", "-"], in: folder).output }
            let tag = "one/word"
            let before = try report().components(separatedBy: "\"tag\":\"\(tag)\"").count
            #expect(before > 1, "the fixture bears the tag")
            #expect(try Program.run(["fix", "c1", "--not-tag", tag], in: folder).status == 0)
            #expect(try report().components(separatedBy: "\"tag\":\"\(tag)\"").count < before)
            #expect(try Program.run(["fix", "c1", "--not-a-comment"], in: folder).output.contains("moved up by one"))
            #expect(try show(folder).contains("Take the ferry then.") && !show(folder).contains("A whole year!"))
            #expect(try Program.run(["fix", "--list"], in: folder).output.contains("a1/removed  is no comment"))
            #expect(try Program.run(["fix", "f2", "--undo"], in: folder).status == 0)
            #expect(try show(folder).contains("A whole year!"))
        }
    }

    @Test func whatCannotBeCorrectedIsSaid() throws {
        try inAnalyzed { folder in
            for (arguments, reason) in [
                (["a1/c1", "--parent", "c2"], "would answer one that stands below it"), (["a1/c1", "--parent", "c1"], "cannot answer itself"),
                (["a1/c9", "--author", "x"], "no comment c9"), (["a1/x", "--author", "x"], "names no comment"),
                (["f7", "--undo"], "there is no correction f7"), (["a1/c1", "--undo"], "nothing was corrected"), (["a1/c1"], "Say what is wrong"),
            ] {
                let outcome = try Program.run(["fix"] + arguments, in: folder)
                #expect(outcome.status == 2, "\(arguments)")
                #expect(outcome.errors.contains(reason), "\(arguments): \(outcome.errors)")
            }
            #expect(try Program.run(["fix", "--list"], in: folder).output.isEmpty)
        }
    }

    @Test func aFileOfCorrectionsSaysTheSame() throws {
        try inAnalyzed { folder in
            #expect(try Program.run(["fix", "c3", "--parent", "c1", "--author", "Cyrus \"C\""], in: folder).status == 0)
            let toml = try Program.run(["fix", "--list", "--toml"], in: folder).output
            #expect(toml.hasPrefix("[[fix]]\npage = \"https://weirpost.example/2024/05/bridge\"\n"))
            let corrected = try show(folder)
            try Data(toml.utf8).write(to: folder.appending(path: "overrides.toml"))
            try Program.add("overrides = \"overrides.toml\"\ndatabase = \"other.sqlite\"", toSettingsIn: folder)
            #expect(try Program.run(["analyze", "page.html", "--no-report"], in: folder).status == 0)
            #expect(try show(folder) == corrected)
            #expect(try Program.run(["analyze", "page.html", "--no-report"], in: folder).output.contains("nothing new"))
            try Data("[[fix]]\npage = \"x\"\ncomment = { text = \"lol\" }\nauthor = \"y\"\n".utf8).write(to: folder.appending(path: "overrides.toml"))
            let short = try Program.run(["analyze", "page.html", "--no-report"], in: folder)
            #expect(short.status == 2)
            #expect(short.errors.contains("[[fix]] number 1, comment: a short text alone names no comment"))
        }
    }
}
