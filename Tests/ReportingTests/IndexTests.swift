import struct DiscourseModel.Comment
import DiscourseModel
import Testing

@testable import Reporting

struct IndexTests {
    private func render(_ pages: [AnalyzedPage], changes: [String]? = nil) throws -> String {
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

    @Test func sharesOverTimeWantTwentyComments() throws {
        var page = samplePage()
        for index in 0..<4 { page.discussion.comments[index].posted = Timestamp(year: 2024, month: 10, day: 2) }
        let html = try render([page, page, page])
        #expect(html.contains("<th scope=\"col\">2024-09</th><th scope=\"col\">2024-10</th>"))
        // 36 comments in September, 12 in October.
        #expect(html.contains("(3)") || html.contains("(6)"))
    }

    @Test func whatChangedIsTold() throws {
        #expect(try render([samplePage()], changes: ["a1 is new: <b>"]).contains("<li>a1 is new: &lt;b&gt;</li>"))
        #expect(try render([samplePage()], changes: []).contains("Nothing has changed."))
        #expect(try !render([samplePage()]).contains("Since the last run"))
    }

    @Test func nothingOfAPageBecomesMarkup() throws {
        for payload in payloads {
            let html = try render([hostilePage(payload), hostilePage(payload)])
            #expect(!html.contains("<script>window") && !html.contains("<img") && !html.contains("<svg onload"), "\(payload)")
        }
    }
}
