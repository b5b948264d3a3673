import Foundation
import Testing

@Suite struct AnalyzeCommandTests {
    /// A page as a crawler leaves it, with two comments, one of them an answer.
    static func page(extra: String = "") -> String {
        """
        <html><head><title>Bridge closed for a year - The Weir Post</title><link rel="canonical" href="https://weirpost.example/2024/05/bridge"></head><body>
        <article><h1>Bridge closed for a year</h1>
        <p>The old bridge over the weir will be closed to all traffic for a year, the county said on Monday, while its piers are renewed.</p>
        <p>Buses will take the long way round by the mill, and the ferry will run until midnight, the county said in its notice to residents.</p></article>
        <h2>\(extra.isEmpty ? 2 : 3) comments</h2><ol class="commentlist">
        <li class="comment depth-1" id="comment-1"><cite class="fn">Ida</cite> <time datetime="2024-05-06T10:00:00Z">6 May</time><p>A whole year! Oh great. They are idiots, and the war on drivers goes on /s</p>
        <ol class="children"><li class="comment depth-2" id="comment-2"><cite class="fn">Bo</cite> <time datetime="2024-05-06T11:00:00Z">6 May</time><p>Take the ferry then.</p></li></ol></li>
        \(extra)</ol></body></html>
        """
    }

    @Test func theMainJobFillsDatabaseAndReports() throws {
        try Program.inFolder { folder in
            try Data(Self.page().utf8).write(to: folder.appending(path: "page.html"))
            let first = try Program.run(["analyze", "page.html"], in: folder)
            #expect(first.status == 0, "\(first.errors)")
            #expect(first.output.contains("a1  Bridge closed for a year"))
            #expect(first.output.contains("comments: 2 by 2 named authors"))
            #expect(first.output.contains("replies: 1 explicit, 0 inferred, 0 unresolved"))
            #expect(first.output.contains("report: Reports/a1.html"))
            let report = try Data(contentsOf: folder.appending(path: "Reports/a1.html"))

            let again = try Program.run(["analyze", "page.html"], in: folder)
            #expect(again.status == 0)
            #expect(again.output.contains("nothing new"))
            #expect(try Data(contentsOf: folder.appending(path: "Reports/a1.html")) == report)

            let list = try Program.run(["list"], in: folder)
            #expect(list.output.contains("Bridge closed for a year"))
            let lines = try Program.run(["list", "--jsonl"], in: folder)
            #expect(lines.output.hasPrefix("{\"schema\":\"rejoinder.article/1\",\"id\":\"a1\""))
            for reference in ["a1", "https://weirpost.example/2024/05/bridge", "page.html"] {
                let shown = try Program.run(["show", reference, "--color", "never"], in: folder)
                #expect(shown.status == 0)
                #expect(shown.output.contains("answers c0001 Ida"), "\(reference): \(shown.errors)")
                #expect(!shown.output.contains("\u{1B}"))
            }
            // The sarcasm marker is experimental: in the figures only when asked for.
            let plain = try Program.run(["report", "a1", "--format", "json", "-o", "-"], in: folder).output
            let counted = try Program.run(["report", "a1", "--format", "json", "-o", "-", "--experimental"], in: folder).output
            #expect(plain != counted)
            let coloured = try Program.run(["show", "a1", "--color", "always"], in: folder)
            #expect(coloured.output.contains("\u{1B}["))
            for (format, start) in [("json", "{\"schema\":\"rejoinder.report/1\""), ("markdown", "# "), ("html", "<!DOCTYPE html>")] {
                let report = try Program.run(["report", "a1", "--format", format, "-o", "-"], in: folder)
                #expect(report.output.lowercased().hasPrefix(start.lowercased()), "\(format)")
            }
            let written = try Program.run(["report", "--format", "markdown", "-o", "notes"], in: folder)
            #expect(written.output == "notes/a1.md\n")
        }
    }

    @Test func aNewerCaptureIsAddedAndCommentsKeepTheirIdentity() throws {
        try Program.inFolderWithOneTag { folder in
            try Data(Self.page().utf8).write(to: folder.appending(path: "monday.html"))
            let more = "<li class=\"comment depth-1\" id=\"comment-3\"><cite class=\"fn\">Cy</cite> <time datetime=\"2024-05-07T09:00:00Z\">7 May</time><p>The mill road is full of holes.</p></li>"
            try Data(Self.page(extra: more).utf8).write(to: folder.appending(path: "tuesday.html"))
            #expect(try Program.run(["analyze", "monday.html", "--captured-at", "2024-05-06T12:00Z"], in: folder).status == 0)
            let second = try Program.run(["analyze", "tuesday.html", "--captured-at", "2024-05-07T12:00Z"], in: folder)
            #expect(second.output.contains("capture 2 of this article"))
            let list = try Program.run(["list", "--jsonl"], in: folder)
            #expect(list.output.split(separator: "\n").count == 1)
            #expect(list.output.contains("\"captures\":2") && list.output.contains("\"comments\":3"))
        }
    }

    @Test func standardInputIsAPage() throws {
        try Program.inFolderWithOneTag { folder in
            let outcome = try Program.run(["analyze", "-", "--no-report", "--url", "https://weirpost.example/x"], in: folder, input: Self.page())
            #expect(outcome.status == 0)
            #expect(outcome.output.contains("Bridge closed"))
            #expect(!FileManager.default.fileExists(atPath: folder.appending(path: "Reports").path))
        }
    }

    @Test func whatFailsIsNamedAndTheRestIsDone() throws {
        try Program.inFolderWithOneTag { folder in
            try Data(Self.page().utf8).write(to: folder.appending(path: "good.html"))
            try Data().write(to: folder.appending(path: "empty.html"))
            try Data([0x7F, 0x45, 0x4C, 0x46] + [UInt8](repeating: 0, count: 400)).write(to: folder.appending(path: "binary.html"))
            let outcome = try Program.run(["analyze", ".", "--no-report"], in: folder)
            // Nothing was lost: there was no page in them.
            #expect(outcome.status == 0)
            #expect(outcome.errors.contains("./empty.html: empty input"))
            #expect(outcome.errors.contains("./binary.html: not a page: a program (ELF)"))
            #expect(outcome.errors.contains("3 pages read: 1 stored, 2 failed"))
            #expect(outcome.errors.contains("failed: 1 empty, 1 not a page"))
            let alone = try Program.run(["analyze", "binary.html", "--no-report"], in: folder)
            #expect(alone.status == 2)
        }
    }

    @Test func theDatabaseIsChecked() throws {
        try Program.inFolderWithOneTag { folder in
            try Data("hello, this is no database\n".utf8).write(to: folder.appending(path: "other.sqlite"))
            let none = try Program.run(["list", "--db", "other.sqlite"], in: folder)
            #expect(none.status == 2)
            #expect(none.errors.contains("other.sqlite is not a rejoinder database"))
            let missing = try Program.run(["list"], in: folder)
            #expect(missing.status == 2)
            #expect(missing.errors.contains("Run `rejoinder analyze PAGE` first"))
            try Data(Self.page().utf8).write(to: folder.appending(path: "page.html"))
            let nowhere = try Program.run(["analyze", "page.html", "--db", "no/such/folder/x.sqlite"], in: folder)
            #expect(nowhere.status == 2)
            #expect(nowhere.errors.contains("mkdir -p"))
            _ = try Program.run(["analyze", "page.html", "--no-report"], in: folder)
            let unknown = try Program.run(["show", "a7"], in: folder)
            #expect(unknown.status == 2)
            #expect(unknown.errors.contains("'a7': no such article"))
        }
    }

    @Test func aFolderThatCannotBeWrittenIsNamed() throws {
        try Program.inFolderWithOneTag { folder in
            try Data(Self.page().utf8).write(to: folder.appending(path: "page.html"))
            // A file where the folder should be stops root as well.
            try Data("x".utf8).write(to: folder.appending(path: "Reports"))
            let outcome = try Program.run(["analyze", "page.html"], in: folder)
            #expect(outcome.status == 2)
            #expect(outcome.errors.contains("Reports/a1.html: cannot be written"))
        }
    }

    @Test func callsThatCannotBeUnderstoodAreExitTwo() throws {
        try Program.inFolder { folder in
            #expect(try Program.run(["analyze"], in: folder).status == 2)
            let misspelt = try Program.run(["anlyze", "x"], in: folder)
            #expect(misspelt.status == 2)
            #expect(misspelt.errors.contains("did you mean 'analyze'?"))
            #expect(try Program.run(["analyze", "x", "--captured-at", "tomorrow"], in: folder).status == 2)
            #expect(try Program.run(["extract", "x", "--json", "--text"], in: folder).status == 2)
            let help = try Program.run(["--help"], in: folder)
            #expect(help.status == 0 && help.errors.isEmpty)
            for command in ["analyze", "report", "show", "list", "extract", "init"] {
                #expect(help.output.contains("  \(command)"), "\(command) is not in the help")
                let own = try Program.run([command, "--help"], in: folder)
                #expect(own.output.contains("EXAMPLES"), "\(command) --help has no examples")
            }
            #expect(try Program.run(["--version"], in: folder).output.hasPrefix("rejoinder "))
            #expect(try Program.run(["--generate-completion-script", "bash"], in: folder).output.contains("_rejoinder"))
        }
    }
}

@Suite struct PatternCommandTests {
    @Test func theShippedSetsHold() throws {
        try Program.inFolder { folder in
            let outcome = try Program.run(["patterns", "check"], in: folder)
            #expect(outcome.status == 0, "\(outcome.output)")
            #expect(outcome.errors.contains("0 errors"))
            let list = try Program.run(["patterns", "list"], in: folder)
            #expect(list.output.contains("conflict/war"))
        }
    }

    @Test func aBrokenPatternIsShownWithACaret() throws {
        try Program.inFolderWithOneTag { folder in
            try FileManager.default.createDirectory(at: folder.appending(path: "mine"), withIntermediateDirectories: true)
            let file = """
                format = 1
                set = "mine"
                kind = "theme"
                [[tag]]
                id = "a"
                label = "A"
                any = ['bri(dge']
                match = ["bridge"]
                [[tag]]
                id = "ferry"
                label = "Ferry"
                any = ['ferr(?:y|ies)']
                match = ["the [[ferry]]"]
                """
            try Data(file.utf8).write(to: folder.appending(path: "mine/a.toml"))
            let check = try Program.run(["patterns", "check", "--patterns", "mine"], in: folder)
            #expect(check.status == 1)
            #expect(check.output.contains("mine/a.toml:7:16: error: mine/a: missing closing parenthesis"))
            #expect(check.output.contains("^"))
            // The tag beside it still works, and the run says that it was partial.
            try Data(AnalyzeCommandTests.page().utf8).write(to: folder.appending(path: "page.html"))
            let run = try Program.run(["analyze", "page.html", "--patterns", "mine"], in: folder)
            #expect(run.status == 3)
            #expect(run.output.contains("Ferry 1"))
        }
    }

    @Test func initWritesWhatIsUsedFromThenOn() throws {
        try Program.inFolder { folder in
            #expect(try Program.run(["init"], in: folder).status == 0)
            #expect(FileManager.default.fileExists(atPath: folder.appending(path: "rejoinder.toml").path))
            let own = "format = 1\nset = \"own\"\nkind = \"theme\"\n[[tag]]\nid = \"mill\"\nlabel = \"The mill\"\nany = ['mill']\nmatch = [\"the [[mill]]\"]\n"
            try Data(own.utf8).write(to: folder.appending(path: "Patterns/themes/own.toml"))
            #expect(try Program.run(["patterns", "list"], in: folder).output.contains("own/mill"))
            let again = try Program.run(["init"], in: folder)
            #expect(again.errors.contains("already there"))
            try Data("databse = \"x\"\n".utf8).write(to: folder.appending(path: "rejoinder.toml"))
            let wrong = try Program.run(["patterns", "list"], in: folder)
            #expect(wrong.status == 2)
            #expect(wrong.errors.contains("unknown setting 'databse'"))
        }
    }

    @Test func theSchemaIsDocumented() throws {
        try Program.inFolder { folder in
            let outcome = try Program.run(["db", "schema"], in: folder)
            #expect(outcome.status == 0)
            #expect(outcome.output.contains("CREATE TABLE articles"))
            #expect(outcome.output.contains("-- "))
        }
    }
}
