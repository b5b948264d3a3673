import Foundation
import PageReading
import Testing

@testable import Pipeline

@Suite struct InputsTests {
    private func inFolder(_ body: (String) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "rejoinder-inputs-\(UUID().uuidString)").resolvingSymlinksInPath().path
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try body(folder)
    }

    private func write(_ paths: [String], in folder: String) throws {
        for path in paths {
            let file = URL(filePath: folder + "/" + path)
            try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data("<p>\(path)</p>".utf8).write(to: file)
        }
    }

    @Test func aFolderGivesItsPagesInOrder() throws {
        try inFolder { folder in
            try write(["b.html", "b_files/ad.html", "b-Dateien/ad.html", "b_fichiers/ad.html", "a.txt", "pics/x.png", "c_files/own.html", "dump.jsonl.gz", "deep/er/z.mhtml", ".hidden/x.html"], in: folder)
            let list = inputs(from: [folder])
            #expect(list.inputs.map { String($0.source.dropFirst(folder.count + 1)) } == ["a.txt", "b.html", "c_files/own.html", "deep/er/z.mhtml", "dump.jsonl.gz"])
            #expect(list.problems.isEmpty)
            #expect(list.passedOver.values.reduce(0, +) == 1)
            #expect(list.inputs[1].size == 13)
        }
    }

    @Test func patternsStandForTheirMatches() throws {
        try inFolder { folder in
            try write(["a1.html", "a2.html", "b.html"], in: folder)
            #expect(inputs(from: [folder + "/a*.html"]).inputs.count == 2)
            #expect(inputs(from: [folder + "/x*.html"]).problems.map(\.kind) == [.missing])
            #expect(inputs(from: [folder + "/none.html"]).problems.map(\.kind) == [.missing])
        }
    }

    @Test func whatHasNoEndIsPassedOverAndNamed() throws {
        try inFolder { folder in
            try write(["a.html", "in/b.html", "outside.html"], in: folder)
            mkfifo(folder + "/in/pipe.html", 0o600)
            symlink(".", folder + "/in/loop")
            symlink("nowhere", folder + "/in/dangling.html")
            symlink("../outside.html", folder + "/in/out.html")
            symlink("b.html", folder + "/in/c.html")
            let list = inputs(from: [folder + "/in"])
            #expect(list.inputs.map { $0.source.split(separator: "/").last } == ["b.html", "c.html"])
            #expect(list.problems.map(\.kind) == [.special, .special, .special, .special])
            #expect(list.problems.map { $0.source.split(separator: "/").last } == ["dangling.html", "loop", "out.html", "pipe.html"])
            for path in [folder + "/in/pipe.html", "/dev/zero"] {
                #expect(throws: ReadingProblem.self) { try Input(source: path).bytes() }
            }
        }
    }

    @Test func aListOfInputs() throws {
        try inFolder { folder in
            try Data("a.html\r\n\nb c.html\n".utf8).write(to: URL(filePath: folder + "/list"))
            #expect(try paths(inList: folder + "/list") == ["a.html", "b c.html"])
            #expect(throws: ReadingProblem.self) { try paths(inList: folder + "/none") }
        }
    }

    @Test func aSourceGivesThePagesOfAllFiles() throws {
        try inFolder { folder in
            try write(["a.html", "c.html"], in: folder)
            try Data("{\"text\":\"one\"}\n{\"text\":\"two\"}\nbad\n".utf8).write(to: URL(filePath: folder + "/b.jsonl"))
            let list = inputs(from: [folder, folder + "/gone.html"])
            let source = PageSource(list.inputs + [Input(source: folder + "/gone.html")])
            var met: [String] = []
            while let item = source.next() {
                switch item {
                case .page(let page): met.append(String(page.source.dropFirst(folder.count + 1)))
                case .failed(let problem): met.append("! " + problem.source.dropFirst(folder.count + 1))
                case .warning, .passedOver: met.append("?")
                }
            }
            #expect(met == ["a.html", "b.jsonl:1", "b.jsonl:2", "! b.jsonl:3", "c.html", "! gone.html"])
            #expect(source.progress.bytes == source.totalBytes)
        }
    }
}

@Suite struct PageFilterTests {
    @Test(arguments: [
        ("https://a.example/2024/x", "*/2024/*", true), ("https://a.example/2023/x", "*/2024/*", false), ("abc", "a?c", true), ("abc", "a?", false), ("", "*", true),
        ("aaab", "*ab", true), ("ab", "ab*", true), ("abab", "*ab*ab*", true), ("aba", "*ab*ab*", false),
    ])
    func patterns(text: String, pattern: String, matches: Bool) { #expect(matchesGlob(text, pattern) == matches) }

    @Test func addressesAndLanguages() {
        var filter = PageFilter()
        #expect(filter.reason(toLeaveOut: nil) == nil && filter.reason(toLeaveOutLanguage: nil) == nil)
        filter.included = ["*/news/*"]
        filter.excluded = ["*.pdf"]
        filter.languages = ["en"]
        #expect(filter.reason(toLeaveOut: "https://a.example/news/1") == nil)
        #expect(filter.reason(toLeaveOut: "https://a.example/news/1.pdf") == "--exclude")
        #expect(filter.reason(toLeaveOut: "https://a.example/sport/1") == "--include")
        #expect(filter.reason(toLeaveOut: nil) != nil)
        #expect(filter.reason(toLeaveOutLanguage: "en-GB") == nil && filter.reason(toLeaveOutLanguage: "EN") == nil)
        #expect(filter.reason(toLeaveOutLanguage: "eng") == "--language")
        #expect(filter.reason(toLeaveOutLanguage: nil) != nil)
    }
}
