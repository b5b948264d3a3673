import Foundation
import Testing

@Suite struct CapturesCommandTests {
    @Test func whatChangedBetweenCaptures() throws {
        try Program.inFolderWithOneTag { folder in
            let flo = "<li class=\"comment depth-1\" id=\"comment-3\"><cite class=\"fn\">Flo</cite> <time datetime=\"2024-05-07T09:00:00Z\">7 May</time><p>The mill road \u{1B}[31m is full of holes.</p></li>"
            let second = AnalyzeCommandTests.page(extra: flo).replacingOccurrences(of: "Take the ferry then.", with: "Take the old ferry then.")
            let third = second.replacingOccurrences(of: "3 comments", with: "2 comments").replacingOccurrences(of: flo, with: "")
            for (name, text) in [("1", AnalyzeCommandTests.page()), ("2", second), ("3", third)] { try Data(text.utf8).write(to: folder.appending(path: "\(name).html")) }
            #expect(try Program.run(["analyze", "1.html", "--no-report"], in: folder).status == 0)
            #expect(try Program.run(["captures", "a1"], in: folder).errors.contains("a1 has one capture"))
            #expect(try Program.run(["analyze", "2.html", "3.html", "--no-report"], in: folder).status == 0)
            let text = try Program.run(["captures", "a1"], in: folder)
            #expect(text.status == 0, "\(text.errors)")
            #expect(text.output.contains("1 -> 2: 1 added, 1 edited"))
            #expect(text.output.contains("Bo: Take the {+old+} ferry then."))
            #expect(text.output.contains("2 -> 3: 1 gone"), "\(text.output)")
            #expect(!text.output.contains("\u{1B}"))
            let json = try Program.run(["captures", "a1", "--json"], in: folder).output
            let object = try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
            #expect(object["schema"] as? String == "rejoinder.captures/1")
            #expect((object["steps"] as? [[String: Any]])?.count == 2)
            // A page that states more comments than it has is not complete: what it lacks was not seen.
            try Data((third.replacingOccurrences(of: "2 comments", with: "9 comments") + " ").utf8).write(to: folder.appending(path: "4.html"))
            let fourth = AnalyzeCommandTests.page().replacingOccurrences(of: "2 comments", with: "9 comments").replacingOccurrences(of: "<p>Take the ferry then.</p>", with: "<p>[deleted]</p>")
            try Data(fourth.utf8).write(to: folder.appending(path: "5.html"))
            #expect(try Program.run(["analyze", "2.html", "5.html", "--no-report", "--db", "other.sqlite"], in: folder).status == 0)
            let other = try Program.run(["captures", "a1", "--db", "other.sqlite"], in: folder).output
            #expect(other.contains("1 not seen") && other.contains("not complete"), "\(other)")
        }
    }
}
