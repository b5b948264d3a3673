import DiscourseModel
import Markup
import Testing

@testable import ArticleExtraction

@Suite struct TextArticleRowTests {
    @Test(arguments: [
        ("00:12 GMT +327 February 2017", "2017-02-27T00:12+03:00"),
        ("00:12 GMT +3 27 February 2017", "2017-02-27T00:12+03:00"),
        ("23:59 UTC -57 May 2012", "2012-05-07T23:59-05:00"),
        ("12:00 GMT +1112 May 2012", "2012-05-12T12:00+11:00"),
    ])
    func readsAPageClock(_ row: String, _ expected: String) { #expect(PageClock.read(row)?.iso8601 == expected) }

    // +111: eleven hours and the first, or one hour and the eleventh.
    @Test(arguments: ["", "12:00", "12:00 GMT", "12:00 GMT +3", "12:00 GMT +111 May 2012", "25:00 GMT +327 May 2012", "12:00 GMT +399 May 2012", "at 12:00 GMT +327 May 2012"])
    func refusesWhatIsNoClock(_ row: String) { #expect(PageClock.read(row) == nil) }

    @Test(arguments: [
        ("By Greta Lindqvist", "Greta Lindqvist"), ("by Greta Lindqvist | 12 May 2014", "Greta Lindqvist"),
        ("Posted by greta on 12 May 2014", "greta"), ("Von Jonas Weber, Hamburg", "Jonas Weber"), ("Автор: Ирина Белова", "Ирина Белова"),
    ])
    func readsABylineRow(_ row: String, _ name: String) { #expect(TextByline.read(row) == name) }

    @Test(arguments: ["By the river the mill has a new life, and nobody had hoped for it any more in all these years", "By and large", "Bye now", "By "])
    func refusesOtherRowsAsByline(_ row: String) { #expect(TextByline.read(row) == nil) }

    @Test(arguments: [("Comments", true), ("12 comments", true), ("Comments (12)", true), ("8 thoughts on “The mill”", true), ("Mill reopens", false), ("12 mills", false)])
    func knowsWhatOpensComments(_ row: String, _ expected: Bool) { #expect(TextFurniture.isClosing(TextFurniture.fold(row)) == expected) }

    @Test(arguments: [("Storms of the North (618)", true), ("(618)", false), ("Storms (of the North)", false), ("Storms 618)", false)])
    func knowsTopicCounters(_ row: String, _ expected: Bool) { #expect(TextFurniture.isCounter(row) == expected) }

    @Test func toldBySocialPost() {
        #expect(SocialPost(Array("Bridge closed — Mill Post (@MillPost_com) May 12, 2014".utf8)[...])?.outlet == "Mill Post")
        #expect(SocialPost(Array("Bridge closed — Greta (@greta99) May 12, 2014".utf8)[...])?.outlet == nil)
        #expect(SocialPost(Array("Write to us (@MillPost_com) about the bridge".utf8)[...]) == nil)
        #expect(SocialPost(Array("(@".utf8)[...]) == nil)
    }

    @Test func anAgencyInADatelineIsNoSite() {
        let text = "Bridge stays closed until the autumn\n\nLISBON (Reuters) – The old bridge over the river will stay closed until the autumn, the council said on Monday.\n"
        let document = TextDocument(utf8: Array(text.utf8))
        #expect(extractArticle(fromText: document, excluding: NodeSet(capacity: document.lines.count)).article.site == nil)
    }
}

@Suite struct TextArticleTimeTests {
    /// Twice the text, about twice the time: a quadratic step would take minutes here.
    @Test(.timeLimit(.minutes(1))) func staysLinearOnHostileText() {
        for line in ["(@a) — ", "By a, b, c", "x |", "One two three four five six seven eight nine ten eleven.", "Comments", "• one two three", "12:00 GMT +3"] {
            let document = TextDocument(utf8: Array(String(repeating: line + "\n", count: 20_000).utf8))
            let long = TextDocument(utf8: Array(String(repeating: line, count: 20_000).utf8))
            for document in [document, long] {
                #expect(extractArticle(fromText: document, excluding: NodeSet(capacity: document.lines.count)).notes.count <= 3)
            }
        }
    }
}
