import struct DiscourseModel.Comment
import DiscourseModel
import Testing

@testable import Reporting

struct IndexTests {
    private func render(_ pages: [AnalyzedPage], changes: IndexChanges? = nil) throws -> String {
        let entries = pages.enumerated().map { IndexEntry($0.element, id: "a\($0.offset + 1)", file: "a\($0.offset + 1).html") }
        return try IndexReport(templates: shippedTemplates()).render(entries, sets: pages[0].patternSets, changes: changes)
    }

    @Test func eachArticleHasARowWithItsFiguresAndALink() throws {
        let html = try render([samplePage(), PageMaker(title: "Bare").made()])
        #expect(html.contains("<a href=\"a1.html\" dir=\"auto\">Council sells Port Ellery harbour to Gulf fund for £212m</a>"))
        #expect(html.contains("<a href=\"a2.html\" dir=\"auto\">Bare</a>"))
        // 16 of 18 comments are here.
        #expect(html.contains("<td class=\"n poor\" data-label=\"complete\" title=\"the page states 18\">89%</td>"))
        #expect(html.contains("<li><b>2</b> <span>articles</span></li>"))
    }

    @Test func theSameEntriesGiveTheSameBytes() throws { #expect(try render([samplePage(), samplePage()]) == render([samplePage(), samplePage()])) }

    @Test func tagsStandByArticleAndThePatternsAreJudged() throws {
        let html = try render([samplePage(), samplePage()])
        #expect(html.contains("id=\"map\""))
        #expect(html.contains("id=\"patterns\""))
        // One month has no course.
        #expect(!html.contains("id=\"time\""))
    }

    @Test func sharesOverTimeHaveIntervals() throws {
        let page = samplePage()
        let tag = try #require(page.measures.tags.first).tag
        func rate(_ group: String, _ count: Int, byAuthors: Bounds?) -> GroupRate {
            GroupRate(group: group, tag: tag, comments: (0..<count).map { CorpusPlace(page: 0, comment: $0) }, base: 40, authors: 3, low: 0.03, high: 0.2, byAuthors: byAuthors, byThreads: nil)
        }
        var corpus = IndexCorpus()
        corpus.overTime = ("month", GroupedRates(rates: [rate("2024-09", 4, byAuthors: Bounds(0.05, 0.15)), rate("2024-10", 4, byAuthors: nil)], ungrouped: 2, leftOut: ["2024-11": 3]))
        let entries = [IndexEntry(page, id: "a1", file: "a1.html")]
        let html = try IndexReport(templates: shippedTemplates()).render(entries, sets: page.patternSets, corpus: corpus)
        #expect(html.contains("<th scope=\"col\">2024-09</th><th scope=\"col\">2024-10</th>"))
        #expect(html.contains("10%<small>5–15%</small>") && html.contains("10%<small>3–20%</small>"))
        #expect(html.contains("Not shown: 1 month with fewer than 20 comments (3 together), 2 comments without a date."))
    }

    @Test func whatChangedIsTold() throws {
        let changes = IndexChanges(
            lines: ["a1 is new: <b>"], before: .init(base: 200, comments: ["theme/one": 10, "theme/two": 4]), now: .init(base: 200, comments: ["theme/one": 25, "theme/two": 4]))
        let html = try render([samplePage()], changes: changes)
        #expect(html.contains("<li>a1 is new: &lt;b&gt;</li>"))
        #expect(html.contains("5.0%") && html.contains("12.5%") && html.contains("+7.5") && !html.contains("theme/two"))
        #expect(try render([samplePage()], changes: IndexChanges(lines: [])).contains("Nothing has changed."))
        #expect(try !render([samplePage()]).contains("Since the last run"))
    }

    @Test func whatAllArticlesShowTogetherIsLinked() throws {
        let pages = [samplePage(), samplePage()]
        let entries = pages.enumerated().map { IndexEntry($0.element, id: "a\($0.offset + 1)", file: "a\($0.offset + 1).html") }
        var corpus = IndexCorpus()
        corpus.pages = pages.enumerated().map { number, page in ("a\(number + 1)", page.discussion.comments.map(\.id)) }
        let places = [CorpusPlace(page: 1, comment: 2)]
        let word = KeyWord(word: "<crane>", inFirst: 9, inSecond: 1, comments: places, authors: 3, pages: 1, g2: 7.25, logRatio: 3.1, z: 2.5, dispersion: 0.4)
        corpus.words = [
            IndexWords(first: "one.example", second: "two.example", figures: KeynessFigures(firstWords: 900, secondWords: 800, words: [word])),
            IndexWords(first: "x", second: "y", figures: KeynessFigures(firstWords: 3, secondWords: 4, leftOut: "fewer than 500 words in a group (3 and 4)")),
        ]
        func association(_ reply: String, _ low: Double, _ high: Double) -> CorpusAssociation {
            CorpusAssociation(parentTag: "theme/one", replyTag: reply, counts: [16, 4, 6, 18], threads: 2, oddsRatio: 12, low: low, high: high, replies: places)
        }
        corpus.associations = [association("theme/two", 2.9, 49), association("theme/three", 0.5, 3)]
        corpus.phrases = [CorpusPhrase(words: "give <it> back to us", comments: places, authors: 3, articles: 2)]
        corpus.authors = [RecurringAuthor(label: "author 1", site: "one.example", comments: places, articles: 2)]
        let html = try IndexReport(templates: shippedTemplates()).render(entries, sets: pages[0].patternSets, corpus: corpus)
        let link = "href=\"a2.html#\(pages[1].discussion.comments[2].id)\""
        #expect(html.contains("<bdi>&lt;crane&gt;</bdi>") && html.contains("not compared, fewer than 500 words"))
        #expect(html.contains("2.90–49.00") && !html.contains("theme/three") && html.contains("1 more pair"))
        #expect(html.contains("<bdi>author 1</bdi>"))
        #expect(html.contains("<q>give &lt;it&gt; back to us</q>"))
        #expect(html.ranges(of: link).count == 4)
        #expect(try !render(pages).contains("id=\"authors\""))
    }

    @Test func nothingOfAPageBecomesMarkup() throws {
        for payload in payloads {
            let html = try render([hostilePage(payload), hostilePage(payload)])
            #expect(!html.contains("<script>window") && !html.contains("<img") && !html.contains("<svg onload"), "\(payload)")
        }
    }
}
