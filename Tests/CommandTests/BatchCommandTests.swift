import BuiltProgram
import Foundation
import Testing

/// Runs over many pages.
@Suite struct BatchCommandTests {
    /// A dump of pages of which the last is like the first.
    private static func dump(_ count: Int) -> String {
        (0..<count).map { "{\"url\":\"https://ferry.example/\($0)\",\"text\":\"The ferry of pier \($0)\\n\\nThe ferry left pier \($0) at nine and came back at noon, said the harbour master.\"}\n" }.joined()
            + "{\"url\":\"https://ferry.example/0\",\"text\":\"The ferry of pier 0\\n\\nThe ferry left pier 0 at nine and came back at noon, said the harbour master.\"}\nnot JSON\n"
    }

    @Test func theCountsAddUpAndARerunSkipsWhatIsDone() throws {
        try Program.inFolderWithOneTag { folder in
            try Data(Self.dump(40).utf8).write(to: folder.appending(path: "dump.jsonl"))
            try Data(AnalyzeCommandTests.page().utf8).write(to: folder.appending(path: "page.html"))
            try Data().write(to: folder.appending(path: "empty.html"))
            let inputs = ["page.html", "empty.html", "dump.jsonl", "--no-report", "--failures", "failed.tsv", "--timings"]
            let first = try Program.run(["analyze"] + inputs, in: folder)
            #expect(first.status == 3)
            #expect(first.errors.contains("44 pages read: 41 stored, 1 duplicate, 2 failed\n"), "\(first.errors)")
            #expect(first.errors.contains("without comments: 41"))
            #expect(first.errors.contains("failed: 1 bad record, 1 empty"))
            #expect(first.errors.contains("dump.jsonl:42: not a JSON object at byte 1 of the line"))
            for stage in ["read", "parse", "comments", "article", "chains", "tags", "measures", "store"] { #expect(first.errors.contains("\n\(stage) "), "\(stage)") }
            let failed = try String(contentsOf: folder.appending(path: "failed.tsv"), encoding: .utf8).split(separator: "\n")
            #expect(failed.count == 3)
            #expect(failed[0] == "kind\tinput\treason" && failed[1].hasPrefix("empty\tempty.html\t") && failed[2].hasPrefix("bad record\tdump.jsonl:42\t"))

            let again = try Program.run(["analyze"] + inputs, in: folder)
            #expect(again.errors.contains("44 pages read: 42 done before, 2 failed\n"), "\(again.errors)")
            // Other settings and other patterns read anew.
            let other = try Program.run(["analyze", "page.html", "empty.html", "--no-report", "--min-confidence", "0.5"], in: folder)
            #expect(!other.errors.contains("done before"))
            try FileManager.default.createDirectory(at: folder.appending(path: "mine"), withIntermediateDirectories: true)
            try Data("format = 1\nset = \"own\"\nkind = \"theme\"\n[[tag]]\nid = \"mill\"\nlabel = \"The mill\"\nany = ['mill']\nmatch = [\"the [[mill]]\"]\n".utf8)
                .write(to: folder.appending(path: "mine/own.toml"))
            let tagged = try Program.run(["analyze", "dump.jsonl", "--no-report", "--patterns", "mine"], in: folder)
            #expect(tagged.errors.contains("42 pages read: 40 stored anew, 1 d"), "\(tagged.errors)")
        }
    }

    @Test func extractKeepsTheOrderOnAllCores() throws {
        try Program.inFolderWithOneTag { folder in
            try Data(Self.dump(200).utf8).write(to: folder.appending(path: "dump.jsonl"))
            let outcome = try Program.run(["extract", "dump.jsonl", "--threads", "4"], in: folder)
            #expect(outcome.status == 3)
            let lines = outcome.output.split(separator: "\n")
            #expect(lines.count == 201)
            for (number, line) in lines.enumerated() { #expect(line.contains("\"source\":\"dump.jsonl:\(number + 1)\"")) }
            let document = try Program.run(["extract", "dump.jsonl", "--json"], in: folder)
            let object = try JSONSerialization.jsonObject(with: Data(document.output.utf8)) as? [String: Any]
            #expect((object?["pages"] as? [Any])?.count == 201)
        }
    }

    @Test func pagesAreChosenByAddressLanguageListAndPattern() throws {
        try Program.inFolderWithOneTag { folder in
            try Data(Self.dump(20).utf8).write(to: folder.appending(path: "dump.jsonl"))
            let chosen = try Program.run(["extract", "dump.jsonl", "--include", "*/1?", "--exclude", "*/13"], in: folder)
            #expect(chosen.output.split(separator: "\n").count == 9)
            #expect(chosen.errors.contains("22 pages read: 9 extracted, 12 left out, 1 failed"), "\(chosen.errors)")
            #expect(try Program.run(["extract", "dump.jsonl", "--language", "fi"], in: folder).output.isEmpty)
            #expect(try Program.run(["extract", "dump.jsonl", "--language", "en"], in: folder).output.split(separator: "\n").count == 21)
            try Data(AnalyzeCommandTests.page().utf8).write(to: folder.appending(path: "a.html"))
            try Data("a.html\ndump.jsonl\n".utf8).write(to: folder.appending(path: "list.txt"))
            #expect(try Program.run(["extract", "--input-list", "list.txt"], in: folder).output.split(separator: "\n").count == 22)
            #expect(try Program.run(["extract", "--input-list", "-"], in: folder, input: "a.html\na.html\n").output.split(separator: "\n").count == 2)
            #expect(try Program.run(["extract", "*.html"], in: folder).output.split(separator: "\n").count == 1)
            let mapped = try Program.run(["extract", "-", "--map", "text=doc.body,url=at"], in: folder, input: "{\"at\":\"https://a.example/\",\"doc\":{\"body\":\"Words of a page.\"}}\n")
            #expect(mapped.output.contains("https://a.example/"))
            for arguments in [["--map", "x=y"], ["--max-page-size", "big"], ["--max-page-size", "9G"], ["--input-list", "none"], ["--failures", "no/such/folder"]] {
                #expect(try Program.run(["extract", "a.html"] + arguments, in: folder).status == 2, "\(arguments)")
            }
            let small = try Program.run(["extract", "a.html", "list.txt", "--max-page-size", "100"], in: folder)
            #expect(small.status == 3 && small.errors.contains("a.html: page over the limit of 100 bytes"))
        }
    }

    @Test func progressGoesToALogWhereAskedFor() throws {
        try Program.inFolderWithOneTag { folder in
            try Data(Self.dump(50).utf8).write(to: folder.appending(path: "dump.jsonl"))
            let quiet = try Program.run(["extract", "dump.jsonl"], in: folder)
            #expect(!quiet.errors.contains("/s"))
            let lines = try Program.run(["extract", "dump.jsonl", "-v", "--progress-every", "0"], in: folder)
            #expect(lines.errors.contains(" pages, ") && lines.errors.contains("/s, ") && lines.errors.contains(" % of "), "\(lines.errors.prefix(300))")
        }
    }

    /// A reader that has enough closes the pipe.
    @Test func aBrokenPipeIsQuiet() throws {
        try Program.inFolderWithOneTag { folder in
            try Data(Self.dump(3_000).utf8).write(to: folder.appending(path: "dump.jsonl"))
            let process = Process()
            process.executableURL = URL(filePath: "/bin/sh")
            process.currentDirectoryURL = folder
            process.arguments = ["-c", "{ '\(builtProgram.path)' extract dump.jsonl 2>errors; echo $? >status; } | head -n 1 >first"]
            try process.run()
            process.waitUntilExit()
            #expect(try String(contentsOf: folder.appending(path: "first"), encoding: .utf8).hasPrefix("{\"schema\""))
            #expect(try String(contentsOf: folder.appending(path: "errors"), encoding: .utf8).isEmpty)
            #expect(try String(contentsOf: folder.appending(path: "status"), encoding: .utf8) == "141\n")
        }
    }

    @Test(arguments: [SIGINT, SIGTERM])
    func anInterruptionLeavesWholePages(signal: Int32) throws {
        try Program.inFolderWithOneTag { folder in
            let text = (0..<20_000).map { "{\"url\":\"https://ferry.example/\($0)\",\"text\":\"Pier \($0)\\n\\nThe ferry left pier \($0) at nine and came back at noon.\"}\n" }.joined()
            try Data(text.utf8).write(to: folder.appending(path: "dump.jsonl"))
            let process = Process()
            process.executableURL = builtProgram
            process.currentDirectoryURL = folder
            process.arguments = ["analyze", "dump.jsonl", "--no-report"]
            try Data().write(to: folder.appending(path: "errors"))
            process.standardError = try FileHandle(forWritingTo: folder.appending(path: "errors"))
            let output = folder.appending(path: "output")
            try Data().write(to: output)
            process.standardOutput = try FileHandle(forWritingTo: output)
            try process.run()
            // Until it has stored something.
            for _ in 0..<3_000 where try Data(contentsOf: output).isEmpty { usleep(20_000) }
            kill(process.processIdentifier, signal)
            process.waitUntilExit()
            #expect(process.terminationReason == .exit && process.terminationStatus == 128 + signal)
            let errors = try String(contentsOf: folder.appending(path: "errors"), encoding: .utf8)
            #expect(errors.contains("Run the same command again to go on"), "\(errors)")
            let stored = errors.components(separatedBy: "Stopped; ").last?.prefix { $0.isNumber }
            #expect(try Program.run(["list", "--jsonl"], in: folder).output.split(separator: "\n").count == stored.flatMap { Int($0) })
        }
    }
}
