import Foundation
import Testing

/// Commands that work with what is stored: report, export, search, list, meta.
@Suite struct StoredCommandTests {
    func withSample(_ body: (URL) throws -> Void) throws {
        let page = try Data(contentsOf: SampleReportTests.top.appending(path: "Reports/Examples/sample.html"))
        try Program.inFolderWithOneTag { folder in
            try page.write(to: folder.appending(path: "sample.html"))
            try Data("<html><title>Bare</title><h1>Bare</h1><p>High water is at noon, and low water at six.</p></html>".utf8).write(to: folder.appending(path: "bare.html"))
            #expect(try Program.run(["analyze", "sample.html", "bare.html", "--no-report"], in: folder).status == 0)
            try body(folder)
        }
    }

    @Test func reportWritesAllArticlesAndAnIndexAndNothingNewTheSecondTime() throws {
        try withSample { folder in
            let first = try Program.run(["report"], in: folder)
            #expect(first.status == 0, "\(first.errors)")
            #expect(first.output == "Reports/a1.html\nReports/a2.html\nReports/index.html\n")
            func contents() throws -> [Data] { try ["a1.html", "a2.html", "index.html", "index.json"].map { try Data(contentsOf: folder.appending(path: "Reports/" + $0)) } }
            let before = try contents()
            #expect(try Program.run(["report", "--threads", "1"], in: folder).status == 0)
            #expect(try contents() == before)
            // A selection has an index of its own.
            #expect(try Program.run(["report", "--where", "comments>0", "-o", "some"], in: folder).output == "some/a1.html\nsome/index.html\n")
        }
    }

    @Test func aReportThatIsOlderThanTheStoreIsNamed() throws {
        try withSample { folder in
            _ = try Program.run(["report"], in: folder)
            #expect(try Program.run(["report", "a1"], in: folder).errors == "")
            let file = folder.appending(path: "Reports/a2.html")
            let old = try String(contentsOf: file, encoding: .utf8).replacing("content=\"s2", with: "content=\"s0")
            try Data(old.utf8).write(to: file)
            #expect(try Program.run(["report", "a1"], in: folder).errors == "older than what is stored: a2; `rejoinder report` writes them anew\n")
        }
    }

    @Test func exportWritesTheTables() throws {
        try withSample { folder in
            let run = try Program.run(["export", "-o", "tables"], in: folder)
            #expect(run.status == 0, "\(run.errors)")
            #expect(run.output.split(separator: "\n").count == 8)
            let articles = try String(contentsOf: folder.appending(path: "tables/articles.csv"), encoding: .utf8)
            #expect(articles.hasPrefix("article,title,"))
            #expect(articles.split(separator: "\r\n").count == 3)
            let lines = try Program.run(["export", "--format", "jsonl", "-o", "-", "--where", "article=a1"], in: folder).output.split(separator: "\n")
            #expect(lines.count == 1 && lines[0].hasPrefix("{\"schema\":\"rejoinder.report/1\""))
            #expect(try Program.run(["export", "-o", "-"], in: folder).status == 2)
        }
    }

    @Test func searchAndListTakeASelection() throws {
        try withSample { folder in
            #expect(try Program.run(["search", "harbour", "lamp"], in: folder).output.hasPrefix("a1 c0015  Harbour4All"))
            #expect(try Program.run(["search", "zzz"], in: folder).status == 1)
            #expect(try Program.run(["search", "\"(", "NOT"], in: folder).status == 0)
            #expect(try Program.run(["list", "--where", "comments>0"], in: folder).output.split(separator: "\n").count == 2)
            let wrong = try Program.run(["list", "--where", "site="], in: folder)
            #expect(wrong.status == 2 && wrong.errors.contains("a value is missing"))
            #expect(try Program.run(["list", "--where", "colour=red"], in: folder).status == 2)
        }
    }

    @Test func ownColumnsAreImported() throws {
        try withSample { folder in
            try Data("article,leaning\na1,left\nnone,right\n".utf8).write(to: folder.appending(path: "own.csv"))
            let run = try Program.run(["meta", "import", "own.csv"], in: folder)
            #expect(run.status == 3 && run.output == "1 of 2 rows joined; columns: leaning\n")
            #expect(try Program.run(["list", "--where", "leaning=left", "--jsonl"], in: folder).output.split(separator: "\n").count == 1)
            try Data("article,title\na1,left\n".utf8).write(to: folder.appending(path: "own.csv"))
            #expect(try Program.run(["meta", "import", "own.csv"], in: folder).status == 2)
        }
    }
}

extension StoredCommandTests {
    @Test func statsCountsWhatIsStored() throws {
        try withSample { folder in
            let text = try Program.run(["stats"], in: folder)
            #expect(text.status == 0, "\(text.errors)")
            #expect(text.output.contains("\n       2        17 "))
            let json = try Program.run(["stats", "--json", "--where", "article=a2"], in: folder).output
            #expect(json == "{\"schema\":\"rejoinder.stats/1\",\"articles\":1,\"comments\":0,\"authors\":0,\"explicit_replies\":0,\"inferred_replies\":0,\"unresolved_replies\":0,\"base\":0,\"tags\":[]}\n")
        }
    }
}

extension StoredCommandTests {
    @Test func twoSelectionsAreCompared() throws {
        try withSample { folder in
            let run = try Program.run(["compare", "article=a1", "article=a2"], in: folder)
            #expect(run.status == 0, "\(run.errors)")
            #expect(run.output.split(separator: "\n").contains { $0.hasPrefix("comments ") && $0.hasSuffix(" 17  0") })
            // A comparison of words wants words on both sides, and says so.
            #expect(run.output.contains(" in A, 0 in B\nnot compared: fewer than 500 words"))
            let same = try Program.run(["compare", "article=a1", "article=a1"], in: folder)
            #expect(same.errors.contains("1 article fits both selections"))
            #expect(try Program.run(["compare", "article=a1", "article=a9"], in: folder).status == 1)
            #expect(try Program.run(["compare", "article=", "article=a1"], in: folder).status == 2)
        }
    }

    @Test func repeatedTextsAreFoundAcrossArticles() throws {
        try withSample { folder in
            #expect(try Program.run(["dupes"], in: folder).status == 1)
            let again = try String(contentsOf: folder.appending(path: "sample.html"), encoding: .utf8).replacing("courier.example/2024/09/11/council", with: "courier.example/2025/01/01/council")
            try Data(again.utf8).write(to: folder.appending(path: "again.html"))
            _ = try Program.run(["analyze", "again.html", "--no-report"], in: folder)
            let run = try Program.run(["dupes"], in: folder)
            #expect(run.status == 0)
            #expect(run.output.contains("2 comments by "))
            #expect(run.output.contains(" under 2 articles\n"))
            _ = try Program.run(["report"], in: folder)
            let index = try String(contentsOf: folder.appending(path: "Reports/index.html"), encoding: .utf8)
            #expect(index.contains("Texts under several articles") && index.contains("href=\"a1.html#c0001\""))
        }
    }
}
