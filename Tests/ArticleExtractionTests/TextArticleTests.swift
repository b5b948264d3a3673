import DiscourseModel
import Markup
import Testing

@testable import ArticleExtraction

/// A page as a crawler with layout leaves it: indentation, bullets, blank lines.
private let laidOut = """
    09:41 GMT +205 March 2016
        A ferry of the northern line in the harbour of Port Ellery, Skarland

        Storm Closes Northern Harbours for Third Day, Ferries Wait for Calm

        © Courier/ Anna Holt
        Europe
        Get short URL
        Storms of the North (41)

        The ferries between Skarland and the mainland stayed in the harbours for a third day, the coast guard said on Saturday.

        PORT ELLERY (Courier) – According to the harbour office, more than forty ships are waiting for the wind to drop:

        “We have not seen such waves since the winter of 1987, and nobody should try to sail before Monday morning,” harbour master Ole Brandt said.

        Waiting at the pier

        Families who wanted to cross slept in the school of Port Ellery. The town opened its kitchens and gave out soup, bread and blankets.

        Read more

        Ferry office says tickets stay valid until May — Courier (@Courier_com) March 4, 2016

        Brandt also said the storm was "unusual."

        The meteorologists expect that the wind will turn to the west on Sunday night, and that the first ferry can leave in the morning.

        Storms of the North (41)


        Coast Guard Rescues Two Fishermen Off Skarland's Western Cliffs
        Islanders Ask Government for a New Breakwater in Port Ellery
        Ferry Line to Buy Three Ships for Rough Seas - Director
        storm, ferries, Ole Brandt, Port Ellery, Skarland
        Community standardsDiscussion
        • Comment

        All comments

        • Harbour Cat
          My sister has been sitting there since Thursday, and she says that the soup is very good, better than mine.
    """

/// The same kind of page as a crawler of archives leaves it: one block a line, no blank lines.
private let flat = """
    New library opens in the old mill after four years | The Millbrook Post
    Home
    News
    Sport
    Weather
    New library opens in the old mill after four years
    By Greta Lindqvist
    Published 12 May 2014
    The old mill at the river has a new life: since Saturday it is the library of Millbrook, with forty thousand books on five floors.
    For four years the builders had worked on the roof and the floors. The town paid two thirds of the costs, and readers gave the rest.
    Reading under the wheel
    The children's books stand on the ground floor, where the mill wheel turns behind glass. It was the architect's idea.
    • Opening hours are from ten to eight on weekdays
    • Entry is free for everybody under eighteen
    Whoever wants to help can come on Thursdays, when the volunteers of the library sort the books that people bring.
    Tags: library, Millbrook, books
    Share on Facebook
    3 Comments
    Bookworm says:
    I have been there on Saturday, and I must say that the room below the roof is the finest in the whole valley.
    """

private func extract(_ text: String, claiming: (TextDocument) -> [Int] = { _ in [] }) -> ExtractedArticle {
    let document = TextDocument(utf8: Array(text.utf8))
    var claimed = NodeSet(capacity: document.lines.count)
    for line in claiming(document) { claimed.insert(line) }
    return extractArticle(fromText: document, excluding: claimed)
}

@Suite struct TextArticleTests {
    @Test func readsALaidOutPage() {
        let article = extract(laidOut).article
        #expect(article.title == "Storm Closes Northern Harbours for Third Day, Ferries Wait for Calm")
        #expect(article.site == "Courier")
        #expect(article.section == "Europe")
        #expect(article.language == "en")
        #expect(article.image?.caption == "A ferry of the northern line in the harbour of Port Ellery, Skarland")
        #expect(article.image?.credit == "Courier/ Anna Holt")
        #expect(article.tags == ["storm", "ferries", "Ole Brandt", "Port Ellery", "Skarland"])
        #expect(
            article.related.map(\.title) == [
                "Coast Guard Rescues Two Fishermen Off Skarland's Western Cliffs", "Islanders Ask Government for a New Breakwater in Port Ellery",
                "Ferry Line to Buy Three Ships for Rough Seas - Director",
            ])
        #expect(article.blocks.map(\.kind) == [.paragraph, .paragraph, .paragraph, .heading, .paragraph, .embed, .paragraph, .paragraph])
        #expect(article.text.hasPrefix("The ferries between Skarland"))
        #expect(article.text.hasSuffix("can leave in the morning."))
        for furniture in ["Read more", "Get short URL", "(41)", "Community", "Harbour Cat", "Coast Guard Rescues"] { #expect(!article.text.contains(furniture)) }
    }

    @Test func takesThePageClockForTheCaptureOnly() {
        let article = extract(laidOut).article
        #expect(article.captured?.iso8601 == "2016-03-05T09:41+02:00")
        #expect(article.published == nil)
    }

    @Test func readsAFlatPage() {
        let article = extract(flat).article
        #expect(article.title == "New library opens in the old mill after four years")
        #expect(article.site == "The Millbrook Post")
        #expect(article.byline == "Greta Lindqvist")
        #expect(article.published?.iso8601 == "2014-05-12")
        #expect(article.captured == nil)
        #expect(article.tags == ["library", "Millbrook", "books"])
        #expect(article.blocks.map(\.kind) == [.paragraph, .paragraph, .heading, .paragraph, .item, .item, .paragraph])
        #expect(!article.text.contains("Bookworm"))
    }

    @Test func leavesClaimedLinesOut() {
        let body = "The old bridge was closed on Monday, because its pillars had moved by a hand's breadth since the spring.\n"
        let comment = "I said in April that the bridge would move, and nobody in the council wanted to hear a word of it.\n"
        let more = "A new bridge would cost more than the town has, and the ferry is to sail every hour until the autumn instead.\n"
        let article = extract(body + comment + more, claiming: { _ in [1] }).article
        #expect(article.blocks.count == 2)
        #expect(!article.text.contains("April"))
    }

    @Test func findsNoArticleWhereAllIsClaimed() {
        let found = extract(flat, claiming: { Array($0.lines.indices) })
        #expect(found.article.blocks.isEmpty && found.article.title == nil)
        #expect(found.notes.count == 1)
    }

    @Test func findsNoArticleInAMenu() {
        let article = extract("Home\nNews\nSport\nWeather\nContact\nImprint\n").article
        #expect(article == Article())
    }

    @Test func inventsNoHeadline() {
        let found = extract("The council met on Tuesday and decided, after a long debate, to leave the old bridge as it is.\n\nIt will meet again in May.")
        #expect(found.article.title == nil && found.article.published == nil && found.article.byline == nil && found.article.site == nil)
        #expect(found.notes.contains { $0.severity == .doubt })
    }

    @Test func joinsHardWrappedLines() {
        let article = extract("Old bridge stays closed\n\nThe old bridge over the river will stay closed until the\nautumn, the council said, because its pillars have to be\nset anew.\n").article
        #expect(article.title == "Old bridge stays closed")
        #expect(article.blocks.map(\.text) == ["The old bridge over the river will stay closed until the autumn, the council said, because its pillars have to be set anew."])
    }

    @Test(arguments: [
        ("ru", "Главная\nСпорт\nМост через реку закрыт до осени\nСтарый мост через реку закрыли до осени, сообщил в понедельник городской совет, потому что его опоры сдвинулись.\nПоделиться\n"),
        ("zh", "首页\n体育\n老桥将关闭到秋天\n市议会星期一表示,由于桥墩自春天以来发生移动,河上的老桥将一直关闭到秋天。居民们对这个决定感到非常失望,因为绕道很远。\n分享\n"),
        ("ar", "الرئيسية\nرياضة\nالجسر القديم مغلق حتى الخريف\nأعلن مجلس المدينة يوم الاثنين أن الجسر القديم فوق النهر سيبقى مغلقا حتى الخريف، لأن دعائمه تحركت منذ الربيع.\nمشاركة\n"),
    ])
    func readsOtherScripts(_ language: String, _ text: String) {
        let article = extract(text).article
        #expect(article.language == language)
        #expect(article.blocks.count == 1)
        #expect(article.title == String(text.split(separator: "\n")[2]))
    }

    @Test func everyTruncationSurvives() {
        let bytes = Array(laidOut.utf8)
        for end in stride(from: 0, through: bytes.count, by: 7) {
            let text = String(decoding: bytes[..<end], as: UTF8.self)
            let article = extract(text).article
            #expect(article.blocks.allSatisfy { !$0.text.isEmpty })
        }
    }

    @Test func noBreakSpacesAreSpaces() {
        let article = extract("The\u{A0}old bridge over the\u{A0}river will stay closed until the autumn, the council said on\u{A0}Monday.").article
        #expect(article.text == "The old bridge over the river will stay closed until the autumn, the council said on Monday.")
    }

    @Test func blocksSayWhereTheyStand() {
        let bytes = Array(flat.utf8)
        for block in extract(flat).article.blocks {
            let place = block.place
            #expect(place.map { String(decoding: bytes[$0.start..<$0.end], as: UTF8.self) } == block.text)
        }
    }

    @Test func aTitleAboveAShortTextNeedsOneWordOfIt() {
        let article = extract("""
            The night ferry to Ellery is saved
            The county pays for two more winters, it said on Thursday, after four thousand people had signed a letter.
            The ferry sails at midnight from the northern quay.
            """).article
        #expect(article.title == "The night ferry to Ellery is saved")
        #expect(article.blocks.count == 2)
    }

    @Test func aDiscussionHasATitleWithoutAnArticle() {
        let text = "Which paint for a ferry's hull?\nMira\nI want to paint the hull of a small ferry before spring, and wonder which paint lasts.\nJo\nAny paint, if the hull is dry.\nMira\nThank you.\n"
        let article = extract(text, claiming: { _ in Array(1..<7) }).article
        #expect(article.title == "Which paint for a ferry's hull?")
        #expect(article.blocks.isEmpty)
    }

    @Test func whatFollowsADiscussionIsNoArticle() {
        let text = "Which paint?\n" + String(repeating: "I want to paint the hull of a small ferry before spring, and wonder which paint lasts.\n", count: 6)
            + "This site uses small files to remember you, and by reading on you say that this is all right with you.\n"
        #expect(extract(text, claiming: { _ in Array(1..<7) }).article.blocks.isEmpty)
    }

    @Test func aParagraphThatThePageHasTwiceIsNotItsText() {
        let again = "Do not follow this link, or you will be kept away from the whole of the site."
        let prose = "The ferry to Ellery will not sail before the spring, the harbour office said on Monday, because its engine is worn out."
        let article = extract("\(again)\n\(again)\nA ferry stays in port\n\(prose)\n").article
        #expect(article.blocks.map(\.text) == [prose])
    }
}
