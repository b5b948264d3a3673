import struct DiscourseModel.Comment
import DiscourseModel
import Foundation
import Testing

@testable import Reporting

/// A chain in which each comment answers the one before it.
func chain(_ count: Int) -> AnalyzedPage {
    var page = PageMaker(title: "A chain")
    for index in 0..<count {
        page.add(
            Comment(id: Comment.id(at: index), author: Author(name: "A\(index % 7)"), text: "Comment \(index), said in a few words."),
            index == 0 ? nil : Reply(parent: index - 1, evidence: .init(rawValue: "nesting"), isExplicit: true, confidence: 1))
    }
    // The maker's counting is quadratic: what it would count is plain here.
    var made = page.page
    made.measures.whole = ThreadFigures(
        comments: count, authors: 7, maxDepth: count - 1, meanDepth: Double(count - 1) / 2, width: 1, byDepth: Array(repeating: 1, count: count),
        repliesByEvidence: ["nesting": count - 1], explicitReplies: count - 1)
    made.measures.threads = [made.measures.whole]
    made.measures.threads[0].root = 0
    return made
}

struct ReportTests {
    @Test func everyCommentHasItsAnchorOnce() throws {
        let page = samplePage()
        let html = try shippedReport().render(page)
        for comment in page.discussion.comments { #expect(html.components(separatedBy: "id=\"\(comment.id)\"").count == 2) }
    }

    @Test func everyInnerLinkLeadsSomewhere() throws {
        for page in [samplePage(), PageMaker(title: nil).made()] {
            let html = try shippedReport().render(page)
            let links = html.components(separatedBy: "href=\"#").dropFirst().compactMap { $0.split(separator: "\"").first.map(String.init) }
            for link in Set(links) { #expect(html.contains("id=\"\(link)\""), "#\(link) leads nowhere") }
        }
    }

    @Test func theSamePageGivesTheSameBytes() throws {
        #expect(try shippedReport().render(samplePage()) == shippedReport().render(samplePage()))
        #expect(markdownReport(samplePage()) == markdownReport(samplePage()))
    }

    @Test func aChainOfFiveThousandIsReportedWithoutNesting() throws {
        let page = chain(5_000)
        let clock = ContinuousClock()
        var html = ""
        let time = try clock.measure { html = try shippedReport().render(page) }
        #expect(html.contains("id=\"c5000\""))
        #expect(html.contains("level 4999"))
        // A debug build on two busy cores; what is quadratic takes minutes.
        #expect(time < .seconds(60), "\(time)")
        // Nothing nests with the thread: each comment ends before the next begins.
        #expect(html.components(separatedBy: "<article ").dropFirst().allSatisfy { $0.components(separatedBy: "</article>").count == 2 })
        #expect(TerminalTree(width: 80).render(page).split(separator: "\n").allSatisfy { $0.count <= 80 })
        #expect(markdownReport(page).contains("c5000"))
    }

    @Test func aReplyShowsWhatSpeaksForIt() throws {
        let html = try shippedReport().render(samplePage())
        #expect(html.contains("<p class=\"reply stated\">answers <a href=\"#c0001\""))
        #expect(html.contains("<p class=\"reply inferred\">probably answers <a href=\"#c0013\""))
        #expect(html.contains("<span class=\"ev\">inferred (leading name), 93% sure</span>"))
        #expect(html.contains("answers <bdi>tidewatcher</bdi>, who is not on this page <span class=\"ev\">stated by the page (label), 90% sure</span>; best guess: <a class=\"guess\" href=\"#c0012\""))
        #expect(html.contains("<span class=\"ev\">inferred from shared words</span></p>"), "the guess has its own evidence, apart from what the page states")
    }

    @Test func sectionsWithNothingToSayAreLeftOut() throws {
        let html = try shippedReport().render(PageMaker(title: nil).made())
        #expect(html.contains("No comments were found on this page."))
        #expect(!html.contains("id=\"shape\"") && !html.contains("id=\"themes\"") && !html.contains("id=\"replies\""))
        #expect(html.contains("No article text was found on this page."))
    }

    @Test func indicesThatLeadNowhereAreSurvived() throws {
        var page = samplePage()
        page.taggings.append(Tagging(comment: 999, tag: "themes/economy", line: "x", span: TextSpan(start: 0, end: 4, codePointStart: 0, codePointEnd: 4)))
        page.taggings.append(Tagging(comment: 0, tag: "themes/none", line: "x", span: TextSpan(start: 4_000, end: 9_000, codePointStart: 0, codePointEnd: 4)))
        page.quotations.append(
            Quotation(
                comment: 1, span: TextSpan(start: 3, end: 9_000, codePointStart: 3, codePointEnd: 9), source: .article(block: 77),
                sourceSpan: TextSpan(start: 0, end: 5, codePointStart: 0, codePointEnd: 5), isMarked: false))
        page.notes.append(Note(.tags, .doubt, "Beyond the end.", comment: 999))
        #expect(try shippedReport().render(page).contains("Beyond the end."))
        #expect(markdownReport(page).contains("Beyond the end."))
    }

    @Test func aLongDiscussionComesInPartsAtTheBeginningsOfThreads() {
        let parts = threadParts([0, 1, 1, 0, 1, 2, 0, 0, 1], soft: 2, hard: 4)
        #expect(parts.map(\.threads) == [[0..<3], [3..<6], [6..<7, 7..<9]])
        // A thread that goes on for long is cut.
        #expect(threadParts([0, 1, 2, 3, 4], soft: 2, hard: 3).map(\.threads) == [[0..<3], [3..<5]])
        #expect(threadParts([0, 1, 2], soft: 2, hard: 3).map(\.threads) == [[0..<3]])
    }

    @Test func theDataInThePageCannotEndTheirElement() throws {
        let data = String(decoding: dataBlock("{\"text\":\"</script><!-- <b>\"}").bytes, as: UTF8.self)
        #expect(data == "{\"text\":\"\\u003c/script>\\u003c!-- \\u003cb>\"}")
        let html = try shippedReport().render(samplePage(), record: "{\"a\":\"<\"}")
        #expect(html.contains("id=\"data\">{\"a\":\"\\u003c\"}</script>"))
    }

    @Test func summaryLinesSayWhatWasFound() {
        let lines = summaryLines(for: samplePage())
        #expect(lines[0] == "Council sells Port Ellery harbour to Gulf fund for £212m")
        #expect(lines[1] == "comments: 16 by 10 named authors, 2 without a name (the page states 18)")
        #expect(lines[2] == "replies: 8 explicit, 1 inferred, 1 unresolved")
        #expect(lines.contains { $0.hasPrefix("doubt: ") })
    }
}
