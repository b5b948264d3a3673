import Foundation
import Testing

/// A thread of an invented forum on three pages; each repeats the first post.
@Suite struct PaginatedThreadTests {
    private static func post(_ number: Int, _ name: String, _ text: String, quoting: (Int, String)? = nil) -> String {
        let box = quoting.map { "<blockquote><cite>\($0.1) wrote:</cite> \(texts[$0.0] ?? "")</blockquote>" } ?? ""
        return """
            <li class="comment" id="comment-\(number)"><cite class="fn">\(name)</cite> <time datetime="2024-05-06T1\(number):00:00Z">6 May</time>
            \(box)<p>\(text)</p></li>
            """
    }
    private static let texts = [
        1: "The mill road has been closed since Monday and nobody says why it takes so long.",
        2: "They are waiting for the steel, which comes by barge from the other end of the county.",
    ]
    private static func page(_ number: Int) -> String {
        let posts: [Int: String] = [
            1: post(2, "Bo", texts[2] ?? ""),
            2: post(3, "Cy", "That barge has not moved for a week.", quoting: (2, "Bo")) + post(4, "Di", "It has a hole, my brother works on it."),
            3: post(5, "Eva", "@Di is he paid while it lies there?"),
        ]
        let address = "https://forum.example/threads/mill-road"
        let links = (1...3).map { "<a href=\"\(address)\($0 == 1 ? "" : "?page=\($0)")\">\($0)</a>" }.joined(separator: " ")
        return """
            <html><head><title>Mill road closed\(number == 1 ? "" : " - Page \(number)")</title>
            <link rel="canonical" href="\(address)\(number == 1 ? "" : "?page=\(number)")"></head><body><article><h1>Mill road closed</h1>
            <p>The county closed the mill road on Monday while the bridge behind it is renewed; buses take the long way round.</p></article>
            <h2>5 comments</h2><ol class="commentlist">\(post(1, "Ida", texts[1] ?? ""))\(posts[number] ?? "")</ol><div class="pager">\(links)</div></body></html>
            """
    }

    private func inFolder(_ body: (URL) throws -> Void) throws {
        try Program.inFolderWithOneTag { folder in
            for number in 1...3 { try Data(Self.page(number).utf8).write(to: folder.appending(path: "p\(number).html")) }
            try body(folder)
        }
    }
    private func json(_ folder: URL) throws -> [String: Any] {
        let output = try Program.run(["report", "a1", "--format", "json", "-o", "-"], in: folder).output
        return try #require(try JSONSerialization.jsonObject(with: Data(output.utf8)) as? [String: Any])
    }

    @Test func pagesOfOneRunAreOneDiscussion() throws {
        try inFolder { folder in
            let run = try Program.run(["analyze", "p3.html", "p1.html", "p2.html", "--no-report"], in: folder)
            #expect(run.status == 0, "\(run.errors)")
            #expect(run.output.contains("comments: 5 by 5 named authors"))
            #expect(try Program.run(["list", "--jsonl"], in: folder).output.split(separator: "\n").count == 1)
            let shown = try Program.run(["show", "p2.html", "--color", "never"], in: folder).output
            let order = ["Ida", "Bo", "Cy", "Di", "Eva"].compactMap { shown.range(of: $0)?.lowerBound }
            #expect(order.count == 5)
            // Cy on page 2 quotes Bo on page 1; Eva on page 3 names Di on page 2.
            #expect(shown.contains("answers c0002 Bo"), "\(shown)")
            #expect(shown.contains("c0004 Di"), "\(shown)")
            #expect(try Program.run(["analyze", "p2.html", "--no-report"], in: folder).output.contains("nothing new"))
        }
    }

    @Test func aPlaceIsOneInThePageThatHasTheComment() throws {
        try inFolder { folder in
            _ = try Program.run(["analyze", "p1.html", "p2.html", "p3.html", "--no-report"], in: folder)
            let comments = try #require(try json(folder)["comments"] as? [[String: Any]])
            #expect(comments.count == 5)
            for (comment, page) in zip(comments, [1, 1, 2, 2, 3]) {
                let place = try #require(comment["place"] as? [String: Int])
                #expect(place["page"] == page)
                let bytes = Array(Self.page(page).utf8)[try #require(place["start"])..<(try #require(place["end"]))]
                #expect(String(decoding: bytes, as: UTF8.self).contains(try #require(comment["text"] as? String)))
            }
        }
    }

    @Test func pagesOfLaterRunsAreAdded() throws {
        try inFolder { folder in
            let first = try Program.run(["analyze", "p2.html", "--no-report"], in: folder)
            #expect(first.output.contains("page 2 of 3"), "\(first.output)")
            let second = try Program.run(["analyze", "p1.html", "--no-report"], in: folder)
            #expect(second.output.contains("2 pages of one thread, joined") && second.output.contains("pages 1-2 of 3"), "\(second.output)")
            #expect(try Program.run(["fix", "a1/c2", "--author", "Bob"], in: folder).status == 0)
            #expect(try Program.run(["analyze", "p3.html", "--no-report"], in: folder).output.contains("comments: 5 by 5"))
            let shown = try Program.run(["show", "a1", "--color", "never"], in: folder).output
            #expect(shown.contains("c0002 Bob") && !shown.contains("of 3"))
            let list = try Program.run(["list", "--jsonl"], in: folder).output
            #expect(list.contains("\"captures\":1") && list.contains("\"comments\":5"))
            // All at once into another database gives the same discussion.
            _ = try Program.run(["analyze", "p1.html", "p2.html", "p3.html", "--no-report", "--db", "other.sqlite"], in: folder)
            #expect(try Program.run(["fix", "a1/c2", "--undo"], in: folder).status == 0)
            let other = try Program.run(["show", "a1", "--color", "never", "--db", "other.sqlite"], in: folder).output
            #expect(try Program.run(["show", "a1", "--color", "never"], in: folder).output == other)
        }
    }

    @Test func aNewerStateOfAPageIsAnotherCapture() throws {
        try inFolder { folder in
            _ = try Program.run(["analyze", "p1.html", "p2.html", "--no-report"], in: folder)
            let newer = Self.page(2).replacingOccurrences(of: "</ol>", with: Self.post(6, "Flo", "Three weeks now.") + "</ol>")
            try Data(newer.utf8).write(to: folder.appending(path: "p2-later.html"))
            #expect(try Program.run(["analyze", "p2-later.html", "--no-report"], in: folder).output.contains("capture 2 of this article"))
            // The older state again changes nothing.
            let again = try Program.run(["analyze", "p2.html", "--no-report"], in: folder).output
            #expect(again.contains("nothing new"), "\(again)")
            #expect(try Program.run(["list", "--jsonl"], in: folder).output.contains("\"comments\":5"))
        }
    }
}
