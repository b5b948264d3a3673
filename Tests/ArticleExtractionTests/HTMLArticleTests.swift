import DiscourseModel
import Markup
import Testing

@testable import ArticleExtraction

/// The article of a page made up for the test; `claimed` names an element by its id that belongs to the comments.
func article(_ page: String, url: String? = nil, claiming claimed: String? = nil) -> Article {
    let document = HTMLDocument(utf8: Array(page.utf8))
    var nodes = NodeSet(capacity: document.count)
    for node in 0..<document.count where claimed != nil && document.isElement(node) && document.attribute(node, .id) == claimed { nodes.insert(document.subtree(node)) }
    return extractArticle(from: .html(document), url: url, excluding: nodes).article
}

private let one = "The ferry to Ellery will not sail before the spring, the harbour office said on Monday, because its engine is worn out."
private let two = "Nobody on the island was asked, and the shops will have to bring in their goods by barge, as they did two winters ago."
private let three = "A new engine costs more than the company earned last year; the council will vote on a loan next week."

@Suite struct HTMLArticleTests {
    @Test func keepsTheTextAndLeavesFurnitureOut() {
        let found = article("""
            <html><head><title>Ferry stays in port - Ellery Post</title></head><body>
            <nav><ul><li><a href="/">Home</a></li><li><a href="/news">All the news of the day</a></li></ul></nav>
            <div class="story"><h1>Ferry stays in port</h1><p>\(one)</p><div class="share-bar">Share this with all of your friends, please.</div>
            <p>\(two)</p><p>\(three)</p></div>
            <div class="sidebar"><p>Ellery Post has been the paper of the islands since 1911, and it is printed on Thursdays.</p></div>
            <footer><p>All rights are reserved, and copying is not allowed, not even in part.</p></footer></body></html>
            """)
        #expect(found.blocks.map(\.text) == [one, two, three])
        #expect(found.title == "Ferry stays in port")
    }

    @Test func aShortPostBeatsALongSidebar() {
        let found = article("""
            <html><head><title>Gone fishing | Notes</title></head><body><div class="post"><h2 class="entry-title"><a href="/gone-fishing">Gone fishing</a></h2>
            <div class="entry-content"><p>Back on Friday.</p></div></div>
            <div id="right"><p>\(one) \(two)</p></div></body></html>
            """)
        #expect(found.text == "Back on Friday.")
    }

    @Test func theSiteNameIsNotTheTitle() {
        let page = """
            <html><head><title>Notes from Ellery: A worn out engine</title></head><body><h1>Notes from Ellery</h1><p>A diary of the islands, kept since the year 2003 by two sisters.</p>
            <div><h3>A worn out engine</h3><p>\(one)</p><p>\(two)</p></div></body></html>
            """
        let found = article(page)
        #expect(found.title == "A worn out engine")
        #expect(found.text == one + "\n\n" + two)
    }

    @Test func whatFollowsTheCommentsIsNoArticle() {
        let found = article("""
            <html><head><title>Ferry stays in port</title></head><body><div><h1>Ferry stays in port</h1><p>\(one)</p><p>\(two)</p>
            <div id="c"><p>I am not at all surprised, to be honest.</p><p>Nor am I.</p></div>
            <p>Be polite when you write here, and remember that the others can read it too.</p></div></body></html>
            """, claiming: "c")
        #expect(found.text == one + "\n\n" + two)
    }

    @Test func aBoxAroundAFormGoesWithIt() {
        let found = article("""
            <html><head><title>Ferry stays in port</title></head><body><div><h1>Ferry stays in port</h1><p>\(one)</p>
            <div><p>Would you like to read our letter, every Friday, and for nothing?</p><form action="/l"><input name="mail"></form></div><p>\(two)</p></div></body></html>
            """)
        #expect(found.text == one + "\n\n" + two)
    }

    @Test func aLineThatFilesTheArticleIsNoPartOfIt() {
        let found = article("""
            <html><head><title>Ferry stays in port</title></head><body><div><h1>Ferry stays in port</h1><p>\(one)</p><p>\(two)</p>
            <p>Written on Monday, and filed under <a rel="category tag" href="/c/ferries">Ferries</a>. You can answer below.</p></div></body></html>
            """)
        #expect(found.text == one + "\n\n" + two)
        #expect(found.section == "Ferries")
        #expect(found.fieldSources["section"] == "category")
    }

    @Test func keepsListsTablesCodeAndQuotes() {
        let found = article("""
            <html><head><title>Engines</title></head><body><div class="article-body"><p>\(one)</p><ul><li>one shaft</li><li>two seals</li></ul>
            <blockquote>Not before spring</blockquote><pre>start()
              stop()</pre><table><tr><td>Price</td><td>412</td></tr></table><h2>What now</h2><p>\(two)</p></div></body></html>
            """)
        #expect(found.blocks.map(\.kind) == [.paragraph, .item, .item, .quote, .code, .table, .heading, .paragraph])
        #expect(found.blocks[4].text == "start()\n  stop()")
    }

    @Test func aLiveBlogHasAllItsEntries() {
        let entries = (1...5).map { "<article><h3>1\($0):00</h3><p>Entry \($0): \(two)</p></article>" }.joined()
        let found = article("<html><head><title>The vote, live</title></head><body><main><h1>The vote, live</h1>\(entries)</main></body></html>")
        #expect(found.blocks.filter { $0.kind == .paragraph }.count == 5)
    }

    /// The marks of a script's sentences make prose of a block, as a full stop does.
    @Test(arguments: ["港の船は春まで出ない。島の人々は驚いた、と役場は話している。", "बंदरगाह की नाव वसंत तक नहीं चलेगी। द्वीप के लोग हैरान हैं।", "لن تبحر العبارة قبل الربيع، كما قال مكتب الميناء؟ لا أحد يعرف.", "Նավը մինչև գարուն չի մեկնի։ Կղզու բնակիչները զարմացած են։", "ጀልባው እስከ ጸደይ አይነሳም። የደሴቱ ሰዎች ተገረሙ።"])
    func knowsSentencesOfManyScripts(_ words: String) {
        let document = HTMLDocument(utf8: Array("<p>\(words)</p>".utf8))
        let blocks = BlockReader(document: document, claimed: NodeSet(capacity: document.count)).read()
        #expect(blocks.count == 1 && blocks[0].sentenceMarks > 0)
    }

    @Test func linksThatAParagraphLeadsUpToAreTheArticles() {
        let links = "<li><a href=\"https://gauge.example/a\">The tides of Ellery, by Jo Quay</a></li><li><a href=\"https://gauge.example/b\">What an engine costs, by Mira Stand</a></li>"
        let found = article("""
            <html><head><title>Ferry stays in port</title></head><body><div class="post"><h1>Ferry stays in port</h1><p>\(one)</p><p>\(two)</p><ul>\(links)</ul>
            <h3>Related</h3><ul><li><a href="/barge">The barge is back in service</a></li><li><a href="/loan">A loan for the ferry company</a></li></ul></div></body></html>
            """)
        #expect(found.blocks.map(\.kind) == [.paragraph, .paragraph, .item, .item])
        #expect(!found.text.contains("barge is back"))
    }

    @Test func teasersOfOtherPagesAreNoArticle() {
        let teasers = (1...4).map { "<li><h3><a href=\"/story-\($0)\">The story number \($0)</a></h3><p>\(two)</p></li>" }.joined()
        let found = article("""
            <html><head><title>Ferry stays in port</title></head><body><div><div><h1>Ferry stays in port</h1><p>\(one)</p><p>\(three)</p></div>
            <div><ul>\(teasers)</ul></div></div></body></html>
            """, url: "https://ellery.example/ferry")
        #expect(found.text == one + "\n\n" + three)
        #expect(found.related.map(\.url) == (1...4).map { "https://ellery.example/story-\($0)" })
        // Nothing but teasers: a list of articles is none.
        let list = article("<html><head><title>News</title></head><body><h1>News</h1><ul>\(teasers)</ul></body></html>", url: "https://ellery.example/")
        #expect(list.blocks.isEmpty && list.title == "News")
    }

    @Test func buttonsThatSayTheSameAgainAndAgainAreLeftOut() {
        func page(_ label: (Int) -> String) -> String {
            let entries = zip(1..., [one, two, three]).map { "<h3>Stop \($0)</h3><p>\($1)</p><p><a href=\"/stops/\($0)\">\(label($0))</a></p>" }.joined()
            return "<html><head><title>Three stops</title></head><body><article><h1>Three stops</h1>\(entries)</article></body></html>"
        }
        #expect(article(page { _ in "See the stop" }).blocks.map(\.text) == ["Stop 1", one, "Stop 2", two, "Stop 3", three])
        #expect(article(page { "The pier at stop \($0)" }).blocks.contains { $0.text == "The pier at stop 2" })
    }

    @Test func picksOfOtherSitesAreAnArticle() {
        let picks = (1...4).map { "<li><a href=\"https://other-\($0).example/x\">A find of the week</a> \(two)</li>" }.joined()
        let found = article("<html><head><title>Links</title></head><body><div><h1>Links</h1><ol>\(picks)</ol></div></body></html>", url: "https://ellery.example/links")
        #expect(found.blocks.count == 4)
    }

    @Test func aSlideshowInTheTextIsLeftOut() {
        let slides = (1...9).map { "<li><h4>Quay \($0)</h4><p>\(two)</p></li>" }.joined()
        let found = article("""
            <html><head><title>Ferry stays in port</title></head><body><div><h1>Ferry stays in port</h1><div class="article-body"><p>\(one)</p><p>\(three)</p>
            <div class="ep-slideshow-box"><ul>\(slides)</ul></div></div></div></body></html>
            """)
        #expect(found.text == one + "\n\n" + three)
    }

    @Test func captionsAreKnownByName() {
        let found = article("""
            <html><head><title>Ferry stays in port</title></head><body><div class="entry-content"><h1>Ferry stays in port</h1><p>\(one)</p>
            <div class="pic-caption"><img src="a.jpg"><p><a href="/a">The ferry at the quay</a></p></div><p>\(two)</p><div class="caption"><p>\(three)</p><p>\(one) \(two)</p></div></div></body></html>
            """)
        #expect(found.blocks.map(\.kind) == [.paragraph, .caption, .paragraph, .caption, .paragraph])
    }

    @Test func aPageWithoutProseHasNoBlocksAndSaysSo() {
        let document = HTMLDocument(utf8: Array("<html><body><nav><a href='/a'>One</a> <a href='/b'>Two</a></nav></body></html>".utf8))
        let found = extractArticle(from: .html(document), url: nil, excluding: NodeSet(capacity: document.count))
        #expect(found.article.blocks.isEmpty)
        #expect(found.notes.map(\.message) == ["no article text was found on the page"])
    }

    @Test func framesAndPostsInsideTheTextAreEmbeds() {
        let text = "The ferry to Ellery will not sail before the spring, the harbour office said on Monday, because its engine is worn out."
        let post = "<blockquote class='twitter-tweet'><p>The ferry stays in port until the spring, and so do we.</p></blockquote>"
        let frames = "<iframe src='https://video.example/embed/7' title='The last crossing'></iframe><iframe src='https://count.example/x' width='1' height='1'></iframe><iframe src='https://video.example/like' title='Like this' height='21'></iframe><video aria-label='The engine'><source src='/ferry.mp4'></video>"
        let found = article("<html><head><title>Ferry</title></head><body><iframe src='https://ads.example/a'></iframe><article><h1>Ferry</h1><p>\(text)</p>\(frames)\(post)<p>\(text)</p></article></body></html>")
        #expect(found.blocks.map(\.kind) == [.paragraph, .embed, .embed, .embed, .paragraph])
        #expect(found.blocks[1...3].map(\.text) == ["The last crossing", "The engine", "The ferry stays in port until the spring, and so do we."])
    }

    @Test func aTableThatLaysOutThePageHoldsParagraphs() {
        let text = "The ferry to Ellery will not sail before the spring, the harbour office said on Monday, because its engine is worn out."
        let found = article("<html><head><title>Ferry</title></head><body><table><tr><td><b>Ferry stays in port</b><br><br>\(text)<br><br>\(text)</td></tr></table></body></html>")
        #expect(found.blocks.suffix(2).map(\.kind) == [.paragraph, .paragraph])
    }
}
