import DiscourseModel
import Testing

@testable import ArticleExtraction

private let prose = "<p>The ferry to Ellery will not sail before the spring, the harbour office said on Monday, because its engine is worn out.</p>"

private func page(head: String = "", title: String = "Ferry stays in port", before: String = "", after: String = "") -> String {
    "<html><head><title>\(title)</title>\(head)</head><body><div>\(before)<h1>Ferry stays in port</h1>\(after)\(prose)\(prose)</div></body></html>"
}

@Suite struct HTMLMetadataTests {
    @Test func readsLinkedDataInAGraphAndTakesTheArticleOfTheTitle() {
        let found = article(page(head: """
            <script type="application/ld+json">{"@graph": [{"@type": "WebSite", "name": "Ellery Post"},
            {"@type": "NewsArticle", "headline": "Another story", "datePublished": "2020-01-01"},
            {"@type": ["NewsArticle", "Thing"], "headline": "Ferry stays in port", "datePublished": "2021-10-04T08:00:00Z", "dateModified": "2021-10-05T09:30:00Z",
             "author": [{"name": "Mira Stand"}, {"name": "Jo Quay"}], "articleSection": "Islands", "keywords": "ferry, engine", "publisher": {"name": "Ellery Post"}}]}</script>
            """))
        #expect(found.published?.iso8601 == "2021-10-04T08:00:00Z")
        #expect(found.modified?.iso8601 == "2021-10-05T09:30:00Z")
        #expect(found.byline == "Mira Stand, Jo Quay")
        #expect(found.section == "Islands")
        #expect(found.tags == ["ferry", "engine"])
        #expect(found.site == "Ellery Post")
        #expect(found.fieldSources["published"] == "json-ld")
    }

    @Test func theVisibleTitleBeatsATemplates() {
        let found = article(page(head: "<meta property='og:title' content='Ellery Post'><meta property='og:site_name' content='Ellery Post'>", title: "Ferry stays in port | Ellery Post"))
        #expect(found.title == "Ferry stays in port")
        #expect(found.fieldSources["title"] == "heading")
    }

    @Test func aCountOfCommentsInTheHeadingIsNoTitle() {
        let found = article("<html><head><title>Ferry stays in port</title></head><body><div><h1>Ferry stays in port <a href='#comments'>12 Comments</a></h1>\(prose)</div></body></html>")
        #expect(found.title == "Ferry stays in port")
    }

    @Test func readsMicrodata() {
        let found = article(page(after: "<span itemprop='author'>Mira Stand</span> <meta itemprop='datePublished' content='2019-03-02'><time itemprop='dateModified' datetime='2019-03-05T10:00:00Z'>later</time>"))
        #expect(found.byline == "Mira Stand")
        #expect(found.published?.iso8601 == "2019-03-02")
        #expect(found.modified?.iso8601 == "2019-03-05T10:00:00Z")
        #expect(found.fieldSources["modified"] == "page")
    }

    @Test func whatIsVisibleBeatsWhatATemplateStates() {
        let head = "<meta property='og:title' content='Ellery Post - news of the coast'><meta name='author' content='admin'><meta property='article:published_time' content='1970-01-01T00:00:00Z'>"
        let found = article("<html><head><title>Ellery Post - news of the coast</title>\(head)</head><body><main><h1>Ferry stays in port</h1><p>By Mira Stand Published 4 October 2021</p><p>Updated: 5 October 2021</p>\(prose)\(prose)</main></body></html>")
        #expect(found.title == "Ferry stays in port")
        #expect(found.byline == "Mira Stand")
        #expect(found.published?.iso8601 == "2021-10-04")
        #expect(found.modified?.iso8601 == "2021-10-05")
        // Where nothing else is said, the template's name stands.
        #expect(article(page(head: "<meta name='author' content='admin'>")).byline == "admin")
    }

    @Test func linesBelowTheTitleAreReadInOtherLanguages() {
        let found = article("<html lang='de'><head><title>Fähre bleibt im Hafen</title></head><body><main><h1>Fähre bleibt im Hafen</h1><p class='autor'>Von Mira Stand</p><p>3. Mai 2021, 06:30 Uhr</p><p>Aktualisiert am 4. Mai 2021, 08:00 Uhr</p><p>Die Fähre nach Ellery fährt nicht vor dem Frühjahr, teilte das Hafenamt am Montag mit, weil ihre Maschine verschlissen ist.</p></main></body></html>")
        #expect(found.byline == "Mira Stand")
        #expect(found.published?.iso8601 == "2021-05-03T06:30")
        #expect(found.modified?.iso8601 == "2021-05-04T08:00")
    }

    @Test func everyFieldSaysWhereItWasFound() {
        let found = article(page(
            head: "<link rel='canonical' href='https://ellery.example/ferry'><meta name='keywords' content='ferry, engine'>",
            after: "<span itemprop='articleSection'>Islands</span><div itemprop='publisher'><meta itemprop='name' content='Ellery Post'></div><div itemprop='image'><img itemprop='url' src='/ferry.jpg'><span itemprop='caption'>The ferry at the quay</span></div>"))
        #expect(found.section == "Islands")
        #expect(found.site == "Ellery Post")
        #expect(found.image == LeadImage(url: "/ferry.jpg", caption: "The ferry at the quay"))
        #expect(found.tags == ["ferry", "engine"])
        #expect(found.fieldSources["canonical_url"] == "canonical")
        #expect(found.fieldSources["tags"] == "keywords")
        #expect(found.fieldSources["section"] == "articlesection")
        #expect(found.fieldSources["site"] == "publisher")
        #expect(found.fieldSources["image"] == "image")
        #expect(found.fieldSources["image_caption"] == "caption")
    }

    @Test func linkedDataDescribeTheImageWhereNoFigureDoes() {
        let found = article(page(head: """
            <script type="application/ld+json">{"@type": "NewsArticle", "headline": "Ferry stays in port",
            "image": [{"@type": "ImageObject", "url": "https://ellery.example/f.jpg", "caption": "The ferry at the quay", "creditText": "Jo Quay"}]}</script>
            """))
        #expect(found.image == LeadImage(url: "https://ellery.example/f.jpg", caption: "The ferry at the quay", credit: "Jo Quay"))
        #expect(found.fieldSources["image_credit"] == "json-ld")
    }

    @Test func theDateBelowTheTitleBeatsThePagesClock() {
        let found = article(page(before: "<p>Wednesday, 7 November 2012</p>", after: "<p>Published: 5 November 2012</p>"))
        #expect(found.published?.iso8601 == "2012-11-05")
    }

    @Test func theDateAboveTheTitleServesToo() {
        #expect(article(page(before: "<p>Gallery of 30 July 2012</p><p>24 July 2012</p>")).published?.iso8601 == "2012-07-24")
    }

    @Test func theAddressMayHoldTheDate() {
        let found = article(page(), url: "https://ellery.example/2014/03/09/ferry")
        #expect(found.published?.iso8601 == "2014-03-09")
        #expect(found.fieldSources["published"] == "address")
    }

    @Test func readsTheLeadFigure() {
        let found = article(page(
            head: "<meta property='og:image' content='https://ellery.example/i/quay-1200x800.jpg'>",
            after: "<figure><img src='/i/quay-640x400.jpg'><figcaption>The ferry at the quay. <span class='credit'>Photo: T. Brandt</span></figcaption></figure>"))
        #expect(found.image == LeadImage(url: "https://ellery.example/i/quay-1200x800.jpg", caption: "The ferry at the quay.", credit: "Photo: T. Brandt"))
        #expect(found.fieldSources["image"] == "og:image")
    }

    @Test func aDateOfOneOfSeveralEntriesIsNotTheArticles() {
        let entries = (1...3).map { "<div><span>\($0) May 2021</span><p>The gate of lock \($0) was painted.</p></div>" }.joined()
        #expect(article(page(after: "<div>\(entries)</div>")).published == nil)
        #expect(article(page(after: "<p>3 May 2021</p><div>\(entries)</div>")).published?.iso8601 == "2021-05-03")
        #expect(article(page(after: "<blockquote><p>Not before spring.</p><time datetime='2020-02-02'>2 February 2020</time></blockquote>")).published == nil)
    }

    @Test(arguments: ["By Mira Stand", "Von Mira Stand", "Автор: Mira Stand", "Door Mira Stand", "Mira Stand"])
    func aLabelBeforeANameIsNotPartOfIt(_ line: String) {
        #expect(article(page(after: "<span class='byline'>\(line)</span>")).byline == "Mira Stand")
    }

    @Test func theReadingTextBeginsWithTheVisibleTitle() {
        var found = article(page())
        #expect(found.readingText == "Ferry stays in port\n\n" + found.text)
        found.fieldSources["title"] = "og:title"
        #expect(found.readingText == found.text)
        found.fieldSources["title"] = "heading"
        found.blocks = []
        #expect(found.readingText.isEmpty)
    }

    @Test func keepsRelatedLinksApart() {
        let found = article("""
            <html><head><title>Ferry stays in port</title></head><body><div class="entry-content"><h1>Ferry stays in port</h1>\(prose)\(prose)
            <div class="related-posts"><h3>More</h3><ul><li><a href="/barge">The barge is back in service</a></li><li><a href="https://other.example/loan">A loan for the ferry</a></li>
            <li><a href="/barge">The barge is back in service</a></li><li><a href="/x">More</a></li></ul></div></div></body></html>
            """, url: "https://ellery.example/ferry")
        #expect(found.related == [
            RelatedLink(title: "The barge is back in service", url: "https://ellery.example/barge"), RelatedLink(title: "A loan for the ferry", url: "https://other.example/loan"),
        ])
        #expect(!found.text.contains("barge"))
    }

    @Test(arguments: [("entry-content", true), ("articleBody", true), ("story__text", true), ("td-post-content", true), ("postbody", true), ("content", false), ("post-content-header", false), ("post-text-share", false)])
    func knowsNamesOfTheText(_ name: String, _ expected: Bool) { #expect(ElementRole(names: Array(name.utf8)[...]).contains(.body) == expected) }

    @Test(arguments: [("Ferry stays: in port!", "ferrystaysinport"), ("Fähre bleibt", "fährebleibt"), ("12 Sails", "12sails")])
    func comparesTitlesByLetters(_ text: String, _ expected: String) { #expect(letters(text) == expected) }
}
