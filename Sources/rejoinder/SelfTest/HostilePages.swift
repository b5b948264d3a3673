internal import Foundation

extension SelfCheck {
    private static let two = InventedPage.section(
        InventedPage.comment(1, "Ida", "A whole year without a bridge."), InventedPage.comment(2, "Bo", "Take the ferry then."))

    private static func expect(_ count: Int, of name: String, _ trial: Trial, _ more: [String] = []) throws {
        let outcome = try trial.run(["extract", name, "--text"] + more)
        trial.expect(outcome.status == 0, "extract ended with \(outcome.status): \(outcome.errors.suffix(200))")
        let found = try trial.analyze(name)
        trial.expect(found, says: count == 1 ? "comments: 1 by" : "comments: \(count) by", status: 0)
    }

    /// Markup that breaks parsers.
    static let hostilePages = [
        SelfCheck("100,000 nested elements", "comments inside and behind them are found") { trial in
            let deep = String(repeating: "<div>", count: 100_000) + InventedPage.section(InventedPage.comment(1, "Ida", "The innermost words of all."))
                + String(repeating: "</div>", count: 100_000) + InventedPage.section(InventedPage.comment(2, "Bo", "The last words of all."))
            try trial.write(InventedPage.page(deep), to: "deep.html")
            try expect(2, of: "deep.html", trial)
        },
        SelfCheck("40,000 attributes on one element", "cut at the stated limit, the limit is named, the comments are found") { trial in
            let attributes = (0..<40_000).map { "a\($0)=1" }.joined(separator: " ")
            try trial.write(InventedPage.page("<div \(attributes)>\(two)</div>"), to: "attributes.html")
            try expect(2, of: "attributes.html", trial)
            trial.expect(try trial.analyze("attributes.html", "--db", "again.sqlite"), says: "limit:attributes")
        },
        SelfCheck("20,000 formatting elements left open", "the comments behind them are found") { trial in
            try trial.write(InventedPage.page(String(repeating: "<b><i><font><a>", count: 5_000) + two), to: "open.html")
            try expect(2, of: "open.html", trial)
        },
        SelfCheck("a reply cycle, a comment that answers itself, a parent that is not there", "all comments are kept, the cycle is named") { trial in
            let body = InventedPage.section(
                InventedPage.comment(1, "Ida", "First of the circle.", parent: 3), InventedPage.comment(2, "Bo", "Second of the circle.", parent: 1),
                InventedPage.comment(3, "Cy", "Third of the circle.", parent: 2), InventedPage.comment(4, "Di", "I answer myself.", parent: 4),
                InventedPage.comment(5, "Ed", "I answer nobody here.", parent: 999))
            try trial.write(InventedPage.page(body), to: "cycle.html")
            try expect(5, of: "cycle.html", trial)
            trial.expect(try trial.analyze("cycle.html", "--db", "again.sqlite"), says: "reply cycle: 1->3->2->1")
        },
        SelfCheck("comment ids that occur twice", "every comment is kept, the ids are named") { trial in
            let body = InventedPage.section(
                InventedPage.comment(7, "Ida", "The first of two sevens."), InventedPage.comment(7, "Bo", "The second of two sevens."),
                InventedPage.comment(8, "Cy", "An answer to a seven.", parent: 7))
            try trial.write(InventedPage.page(body), to: "twice.html")
            try expect(3, of: "twice.html", trial)
            trial.expect(try trial.analyze("twice.html", "--db", "again.sqlite"), says: "occur more than once: 7 (1)")
        },
        SelfCheck("a thread 2,000 answers deep", "every depth is kept, up to the last") { trial in
            let body = (0..<2_000).map { "<div class=\"comment\" id=\"comment-\($0)\"><a class=\"author\">Reader \($0)</a><p>Answer of depth \($0).</p><div class=\"children\">" }.joined()
            try trial.write(InventedPage.page("<section id=\"comments\">\(body)\(String(repeating: "</div></div>", count: 2_000))</section>"), to: "thread.html")
            try trial.expect(trial.run("extract", "thread.html", "--jsonl"), says: "\"depth\":1999")
        },
        SelfCheck("a page cut off at 40 places", "it is read as far as it goes") { trial in
            let whole = Array(InventedPage.page(two).utf8)
            for part in 1...40 { try trial.write(Array(whole[..<(whole.count * part / 40)]), to: "cut-\(part).html") }
            let outcome = try trial.run(["extract", "--jsonl"] + (1...40).map { "cut-\($0).html" })
            trial.expect(outcome.status == 0, "extract ended with \(outcome.status): \(outcome.errors.suffix(200))")
            trial.expect(outcome.output.split(separator: "\n").count == 40, "not every page came out")
        },
    ]

    /// Bytes that are no text, or not the text they say.
    static let hostileBytes = [
        SelfCheck("NUL bytes", "shown as U+FFFD and counted; what stands behind them is kept") { trial in
            let body = InventedPage.section(InventedPage.comment(1, "Ida", "be\u{0}fore and behind"), InventedPage.comment(2, "Bo", "the marker at the end"))
            try trial.write(InventedPage.page(body), to: "nul.html")
            let outcome = try trial.run("extract", "nul.html", "--jsonl")
            trial.expect(outcome, says: "be\u{FFFD}fore and behind", status: 0)
            trial.expect(outcome, says: "the marker at the end")
            trial.expect(try trial.analyze("nul.html"), says: "lost: 1 byte")
        },
        SelfCheck("bad UTF-8", "each byte is shown as U+FFFD and counted") { trial in
            let page = InventedPage.page(InventedPage.section(InventedPage.comment(1, "Ida", "be#fore and behind, für alle"), InventedPage.comment(2, "Bo", "the marker at the end")))
            try trial.write(page.utf8.map { $0 == 0x23 ? 0xFF : $0 }, to: "bad.html")
            let outcome = try trial.run("extract", "bad.html", "--jsonl")
            trial.expect(outcome, says: "be\u{FFFD}fore and behind, für alle", status: 0)
            trial.expect(try trial.analyze("bad.html"), says: "lost: 1 byte")
        },
        SelfCheck("a program file named like a page", "named and left alone") { trial in
            try trial.write([0x7F, 0x45, 0x4C, 0x46] + [UInt8](repeating: 0, count: 4_000), to: "program.html")
            trial.expect(try trial.analyze("program.html"), says: "not a page", status: 2)
        },
        SelfCheck("an empty file beside a good one", "named, and the good one is stored") { trial in
            try trial.write("", to: "empty.html")
            try trial.write(InventedPage.page(two), to: "good.html")
            let outcome = try trial.run("analyze", "empty.html", "good.html", "--no-report")
            trial.expect(outcome, says: "2 pages read: 1 stored, 1 failed", status: 0)
            trial.expect(outcome, says: "empty.html: empty input")
        },
        SelfCheck("external and nested XML entities", "no file is read and nothing is expanded") { trial in
            let marker = "the secret words of another file"
            try trial.write(marker, to: "secret.txt")
            let levels = (1...9).map { level in "<!ENTITY e\(level) \"\(String(repeating: "&e\(level - 1);", count: 10))\">" }.joined()
            let head = "<?xml version=\"1.0\"?><!DOCTYPE rss [<!ENTITY x SYSTEM \"\(trial.folder.appending(path: "secret.txt").absoluteString)\"><!ENTITY e0 \"ha\">\(levels)]>"
            try trial.write("\(head)<rss><channel><title>&x;</title><item><p>&x; &e9;</p></item></channel></rss>", to: "entities.xml")
            let outcome = try trial.run("extract", "entities.xml", "--jsonl")
            trial.expect(!outcome.output.contains(marker), "a file that the page names was read")
            trial.expect(outcome.output.utf8.count < 100_000, "entities were expanded")
        },
    ]
}
