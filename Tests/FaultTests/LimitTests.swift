import Foundation
import Testing

@testable import rejoinder

/// Every limit is stated, can be changed, and is told where it is reached: in the page's record and on the terminal.
@Suite struct LimitTests {
    private func page() -> String {
        let comments = (1...6).map { InventedPage.comment($0, "Reader \($0)", $0 == 3 ? String(repeating: "für ", count: 400) : "The bus was late \($0) times.", parent: $0 == 6 ? 5 : nil) }
        return InventedPage.page("<div a=1 b=2 c=3 d=4>" + String(repeating: "<div>", count: 60) + "A word" + String(repeating: "</div>", count: 61) + InventedPage.section(comments.joined()))
    }

    /// Option, what the record then says, how many comments it has.
    @Test(arguments: [
        ("--max-attributes=3", "limit:attributes: ", 6), ("--max-depth=50", "limit:depth: ", 6), ("--max-comments=4", "limit:comments: only the first 4 of 6 comments were kept", 4),
        ("--max-text=102", "limit:text: only the first 101 bytes of a comment of 1999 were kept", 6),
    ]) func whatIsCutIsSaid(_ option: String, _ words: String, _ count: Int) throws {
        try inTrial { trial in
            try trial.write(page(), to: "page.html")
            let whole = try trial.run("extract", "page.html").output
            #expect(!whole.contains("limit:"), "\(whole.prefix(2_000))")
            let cut = try trial.run("extract", "page.html", option).output
            #expect(cut.contains(words), "\(cut.suffix(1_500))")
            #expect(cut.components(separatedBy: "\"id\":\"c000").count - 1 == count)
            trial.expect(try trial.run("analyze", "page.html", option, "--reports", "R"), says: "limit:", status: 0)
            #expect(try trial.text("R/a1.html").contains(words), "the report does not say it")
            // With the usual limits it is read anew.
            trial.expect(try trial.run("analyze", "page.html", "--no-report"), says: "read anew", status: 0)
        }
    }

    /// A page that is given up costs nothing but itself.
    @Test(arguments: [("--max-time=0.000001", "limit:time: given up after"), ("--max-memory=20K", "limit:memory: a page of"), ("--max-page-size=1K", "over the limit of 1 KiB")])
    func whatIsGivenUpIsSaid(_ option: String, _ words: String) throws {
        try inTrial { trial in
            try trial.write(page(), to: "page.html")
            trial.expect(try trial.run("analyze", "page.html", option, "--no-report", "--failures", "failed.tsv"), says: words, status: 2)
            #expect(try trial.text("failed.tsv").contains(words))
            trial.expect(try trial.run("analyze", "page.html", "--no-report"), says: "a1", status: 0)
        }
    }

    @Test func limitsThatAreNoneAreRefused() throws {
        try inTrial { trial in
            try trial.write(page(), to: "page.html")
            for option in ["--max-depth=0", "--max-attributes=70000", "--max-comments=-1", "--max-text=long", "--max-memory=0", "--max-time=0"] {
                trial.expect(try trial.run("extract", "page.html", option).status == 2, "\(option) is taken")
            }
        }
    }

    /// Under little address space a page that may take too much is given up before it takes it, and the others are stored.
    @Test func littleAddressSpaceCostsThePageAlone() throws {
        try inTrial { trial in
            try trial.write(InventedPage.page("<p>" + String(repeating: "words ", count: 7_000_000)), to: "large.html")
            try InventedPage.pages(2, in: trial.folder.appending(path: "in"))
            let ended = try trial.shell("ulimit -v 1500000; \"$1\" analyze large.html in --no-report --threads 2")
            #expect(ended.status == 3, "\(ended.output.suffix(600))")
            #expect(ended.output.contains("large.html: limit:memory: a page of 40.1 MiB may take 1.6 GiB, and 732.4 MiB are allowed"), "\(ended.output.suffix(600))")
            #expect(ended.output.contains("3 pages read: 2 stored, 1 failed"))
        }
    }
}
