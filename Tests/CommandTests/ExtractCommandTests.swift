import BuiltProgram
import Foundation
import Testing

/// Runs the built program as a user would.
struct Program {
    struct Outcome {
        var status: Int32
        var output: String
        var errors: String
    }

    static func run(_ arguments: [String], in folder: URL, input: String? = nil, environment: [String: String] = [:]) throws -> Outcome {
        let process = Process()
        process.executableURL = builtProgram
        process.arguments = arguments
        process.currentDirectoryURL = folder
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        let output = folder.appending(path: ".stdout"), errors = folder.appending(path: ".stderr"), stdin = folder.appending(path: ".stdin")
        for file in [output, errors] { try Data().write(to: file) }
        try Data((input ?? "").utf8).write(to: stdin)
        process.standardOutput = try FileHandle(forWritingTo: output)
        process.standardError = try FileHandle(forWritingTo: errors)
        process.standardInput = try FileHandle(forReadingFrom: stdin)
        try process.run()
        process.waitUntilExit()
        defer { for file in [output, errors, stdin] { try? FileManager.default.removeItem(at: file) } }
        return Outcome(
            status: process.terminationStatus, output: try String(contentsOf: output, encoding: .utf8), errors: try String(contentsOf: errors, encoding: .utf8))
    }

    /// A folder of its own, gone afterwards.
    static func inFolder<T>(_ body: (URL) throws -> T) throws -> T {
        let folder = FileManager.default.temporaryDirectory.appending(path: "rejoinder-test-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        return try body(folder)
    }

    /// The same, for a project with one tag of its own: without optimization the program works ten seconds to compile the sets that ship.
    static func inFolderWithOneTag<T>(_ body: (URL) throws -> T) throws -> T {
        try inFolder { folder in
            try Data("patterns = \".one.toml\"\n".utf8).write(to: folder.appending(path: "rejoinder.toml"))
            let tag = "format = 1\nset = \"one\"\nkind = \"theme\"\nlanguage = \"en\"\n[[tag]]\nid = \"word\"\nany = ['the', 'a']\nmatch = ['[[the]]']\n"
            try Data(tag.utf8).write(to: folder.appending(path: ".one.toml"))
            return try body(folder)
        }
    }

    /// Writes lines behind those of the project's settings.
    static func add(_ lines: String, toSettingsIn folder: URL) throws {
        let file = folder.appending(path: "rejoinder.toml")
        try (String(contentsOf: file, encoding: .utf8) + lines + "\n").write(to: file, atomically: true, encoding: .utf8)
    }
}

@Suite struct ExtractCommandTests {
    @Test func aPageThatIsLeftOutIsSaid() throws {
        try Program.inFolder { folder in
            try Data(AnalyzeCommandTests.page().utf8).write(to: folder.appending(path: "page.html"))
            let run = try Program.run(["extract", "page.html", "--language", "fi"], in: folder)
            #expect(run.output.isEmpty && run.errors.contains("1 page read: 1 left out"), "\(run.errors)")
        }
    }

    @Test func aMissingFileIsNamed() throws {
        try Program.inFolder { folder in
            let outcome = try Program.run(["extract", "nowhere.html"], in: folder)
            #expect(outcome.status == 2)
            #expect(outcome.output.isEmpty)
            #expect(outcome.errors.contains("nowhere.html: no such file or folder"))
        }
    }
}

@Suite struct ExtractFormatTests {
    @Test func everyFormatOfExtract() throws {
        try Program.inFolder { folder in
            try Data(AnalyzeCommandTests.page().utf8).write(to: folder.appending(path: "page.html"))
            let lines = try Program.run(["extract", "page.html", "--jsonl"], in: folder)
            #expect(lines.status == 0)
            #expect(lines.output.hasPrefix("{\"schema\":\"rejoinder.page/1\",\"source\":\"page.html\""))
            #expect(lines.output.split(separator: "\n").count == 1)
            let object = try #require(try JSONSerialization.jsonObject(with: Data(lines.output.utf8)) as? [String: Any])
            let comments = try #require(object["comments"] as? [[String: Any]])
            #expect(comments.map { $0["id"] as? String } == ["c0001", "c0002"])
            #expect(comments[1]["parent"] as? String == "c0001")
            #expect(comments[1]["depth"] as? Int == 1)
            #expect(comments[0]["reply"] is NSNull)
            #expect(comments[0]["posted"] as? String == "2024-05-06T10:00:00Z")
            let document = try Program.run(["extract", "page.html", "page.html", "--json"], in: folder)
            #expect(document.output.hasPrefix("{\"schema\":\"rejoinder.pages/1\",\"pages\":["))
            let text = try Program.run(["extract", "page.html", "--text"], in: folder)
            #expect(text.output.contains("Take the ferry then."))
            let generic = try Program.run(["extract", "page.html", "--no-platforms"], in: folder)
            #expect(generic.output.contains("\"platform\":\"generic\""))
        }
    }
}
