import BuiltProgram
import Foundation
import Testing

@Suite struct PrivacyCommandTests {
    private static let flo = "<li class=\"comment depth-1\" id=\"comment-3\"><cite class=\"fn\">Floriane</cite> <time datetime=\"2024-05-07T09:00:00Z\">7 May</time><p>The Kropotkin mill road is full of holes.</p></li>"
    private static let answer = "<li class=\"comment depth-1\" id=\"comment-4\"><cite class=\"fn\">Gus</cite> <time datetime=\"2024-05-07T10:00:00Z\">7 May</time><p>@Floriane so it is.</p></li>"

    private func files(in folder: URL) throws -> [String: Data] {
        var files: [String: Data] = [:]
        for case let name as String in FileManager.default.enumerator(atPath: folder.path) ?? .init() where !name.hasSuffix(".html") || name.hasPrefix("Reports") {
            files[name] = try? Data(contentsOf: folder.appending(path: name))
        }
        return files
    }
    private func holds(_ word: String, _ data: Data) -> Bool { data.range(of: Data(word.utf8)) != nil || data.range(of: Data(word.lowercased().utf8)) != nil }

    @Test func noNameIsInAnyFile() throws {
        try Program.inFolderWithOneTag { folder in
            try Data(AnalyzeCommandTests.page(extra: Self.flo + Self.answer).utf8).write(to: folder.appending(path: "page.html"))
            let run = try Program.run(["analyze", "page.html", "--pseudonymize"], in: folder)
            #expect(run.status == 0, "\(run.errors)")
            let key = folder.appending(path: "rejoinder.key").path
            let mode = try FileManager.default.attributesOfItem(atPath: key)[.posixPermissions] as? Int
            #expect(mode == 0o600)
            for (name, data) in try files(in: folder) { #expect(!holds("Floriane", data), "\(name)") }
            let list = try Program.run(["show", "a1", "--color", "never"], in: folder).output
            #expect(list.contains("p_"))
            #expect(try Program.run(["analyze", "page.html", "--pseudonymize", "--no-report"], in: folder).output.contains("nothing new"))
            try Program.add("pseudonymize = true", toSettingsIn: folder)
            #expect(try Program.run(["analyze", "page.html", "--no-report"], in: folder).output.contains("nothing new"))
            try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: key)
            let open = try Program.run(["analyze", "page.html", "--pseudonymize", "--no-report"], in: folder)
            #expect(open.status == 2 && open.errors.contains("chmod 600"))
        }
    }

    @Test func whoIsForgottenStaysSo() throws {
        try Program.inFolderWithOneTag { folder in
            try Data(AnalyzeCommandTests.page(extra: Self.flo + Self.answer).utf8).write(to: folder.appending(path: "page.html"))
            try Data(AnalyzeCommandTests.page(extra: Self.flo).utf8).write(to: folder.appending(path: "earlier.html"))
            _ = try Program.run(["analyze", "earlier.html", "page.html", "--no-report"], in: folder)
            #expect(try files(in: folder).contains { holds("Kropotkin", $0.value) }, "the words are there before")
            let forgot = try Program.run(["forget", "floriane"], in: folder)
            #expect(forgot.status == 0, "\(forgot.errors)")
            for (name, data) in try files(in: folder) {
                #expect(!holds("Floriane", data) && !holds("Kropotkin", data), "\(name)")
            }
            let again = try Program.run(["analyze", "page.html", "earlier.html", "--no-report"], in: folder)
            #expect(again.output.contains("nothing new"), "\(again.output)")
            for (name, data) in try files(in: folder) { #expect(!holds("Floriane", data), "\(name)") }
            let shown = try Program.run(["show", "a1", "--color", "never"], in: folder).output
            #expect(shown.contains("Gus") && shown.contains("@********"))
            #expect(try Program.run(["forget", "Nobody Known"], in: folder).status == 1)
            #expect(try Program.run(["doctor"], in: folder).status == 0)
        }
    }

    /// Who opened the thread need not have answered in it.
    @Test func whoWroteTheArticleIsForgottenWithIt() throws {
        try Program.inFolderWithOneTag { folder in
            let page = AnalyzeCommandTests.page(extra: Self.flo.replacing(" id=\"comment-3\"", with: "")).replacing("<title>", with: "<meta name=\"author\" content=\"Wilhelmine\"><title>")
                .replacing("full of holes", with: "full of holes, dear Wilhelmine")
            try Data(page.utf8).write(to: folder.appending(path: "page.html"))
            #expect(try Program.run(["analyze", "page.html", "--no-report"], in: folder).status == 0)
            #expect(try files(in: folder).contains { holds("Wilhelmine", $0.value) }, "the name is there before")
            // A comment without an id is recognised by its text, and so is what was corrected in it.
            #expect(try Program.run(["fix", "a1/c3", "--parent", "c1"], in: folder).status == 0)
            let forgot = try Program.run(["forget", "wilhelmine"], in: folder)
            #expect(forgot.status == 0 && forgot.output.contains("the text of 1"), "\(forgot.output) \(forgot.errors)")
            for (name, data) in try files(in: folder) { #expect(!holds("Wilhelmine", data), "\(name)") }
            #expect(try Program.run(["analyze", "page.html", "--no-report"], in: folder).output.contains("1 stated by a person"))
            #expect(try Program.run(["analyze", "page.html", "--no-report"], in: folder).output.contains("nothing new"))
            for (name, data) in try files(in: folder) { #expect(!holds("Wilhelmine", data), "\(name)") }
            #expect(try Program.run(["doctor"], in: folder).status == 0)
        }
    }
}

@Suite struct DoctorCommandTests {
    @Test func whatIsWrongIsSaidWithWhatToDo() throws {
        try Program.inFolderWithOneTag { folder in
            let empty = try Program.run(["doctor"], in: folder)
            #expect(empty.status == 0, "\(empty.output)")
            for word in ["rejoinder ", "libxml2", "PCRE2", "SQLite", "is not there yet", "tags compile", "MiB are free"] { #expect(empty.output.contains(word), "\(word)") }
            try Data(AnalyzeCommandTests.page().utf8).write(to: folder.appending(path: "page.html"))
            _ = try Program.run(["analyze", "page.html", "--no-report"], in: folder)
            let sound = try Program.run(["doctor"], in: folder)
            #expect(sound.status == 0)
            #expect(sound.output.contains("1 articles, 2 comments") && sound.output.contains("the full-text index agrees with the comments"))
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasPrefix("rejoinder.sqlite") } == ["rejoinder.sqlite"])
            let file = folder.appending(path: "rejoinder.sqlite")
            try Data(contentsOf: file).prefix(20_000).write(to: file)
            let cut = try Program.run(["doctor"], in: folder)
            #expect(cut.status == 1)
            #expect(cut.output.contains("WRONG") && cut.output.contains("->"), "\(cut.output)")
            try Data("no database at all, just words in a file of some length".utf8).write(to: file)
            #expect(try Program.run(["doctor"], in: folder).output.contains("is not a rejoinder database"))
        }
    }
}

@Suite struct SharedDatabaseTests {
    /// Four processes that fill one new database at once.
    @Test func fourWritersWaitForEachOther() throws {
        try Program.inFolderWithOneTag { folder in
            for number in 0..<8 {
                let page = AnalyzeCommandTests.page().replacingOccurrences(of: "2024/05/bridge", with: "2024/05/bridge-\(number)")
                try Data(page.utf8).write(to: folder.appending(path: "\(number).html"))
            }
            let processes = try (0..<4).map { writer in
                let process = Process()
                process.executableURL = builtProgram
                process.arguments = ["analyze", "\(writer * 2).html", "\(writer * 2 + 1).html", "--no-report"]
                process.currentDirectoryURL = folder
                process.standardOutput = FileHandle.nullDevice
                process.standardError = FileHandle.nullDevice
                try process.run()
                return process
            }
            for process in processes {
                process.waitUntilExit()
                #expect(process.terminationStatus == 0)
            }
            #expect(try Program.run(["list", "--jsonl"], in: folder).output.split(separator: "\n").count == 8)
            for command in [["show", "a1"], ["report", "a1"], ["captures", "a1"], ["fix", "--list"]] { _ = try Program.run(command, in: folder) }
            // Nothing is left beside the database that was only read.
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasPrefix("rejoinder.sqlite") } == ["rejoinder.sqlite"])
        }
    }
}
