import DiscourseModel
import Markup
import PageReading
import Testing

@Suite struct PagePositionTests {
    private func position(_ url: String?, canonical: String? = nil, _ links: String = "") -> PagePosition? {
        pagePosition(url: url, canonical: canonical, in: .html(HTMLDocument(utf8: Array("<html><body>\(links)<p>words</p></body></html>".utf8))))
    }

    @Test(arguments: [
        ("https://weir.example/t/9?page=2", "https://weir.example/t/9"), ("https://weir.example/t/9?a=1&page=2#c3", "https://weir.example/t/9?a=1"),
        ("https://weir.example/t/9/page-2", "https://weir.example/t/9"), ("https://weir.example/t/9/page/2/", "https://weir.example/t/9"),
        ("https://weir.example/t/9/comment-page-2/#comments", "https://weir.example/t/9"), ("https://weir.example/t/9/?cpage=2", "https://weir.example/t/9"),
    ]) func anAddressNamesThePage(url: String, thread: String) {
        #expect(position(url) == PagePosition(thread: thread, number: 2))
        // The first page as canonical address says nothing against it.
        #expect(position(url, canonical: thread) == PagePosition(thread: thread, number: 2))
    }

    @Test func linksNameThePagesBesideIt() {
        let first = "<a href='/t/9?page=2' rel=next>next</a><a href='?page=7'>7</a>"
        #expect(position("https://weir.example/t/9", first) == PagePosition(thread: "https://weir.example/t/9", number: 1, count: 7))
        #expect(position("https://weir.example/t/9", "<a href='?page=3'>3</a>") == PagePosition(thread: "https://weir.example/t/9", number: 1, count: 3))
        #expect(position(nil, "<link rel=prev href='https://weir.example/t/9'><link rel=next href='https://weir.example/t/9/page-3'>")
            == PagePosition(thread: "https://weir.example/t/9", number: 2, count: 3))
    }

    /// Addresses that count posts: the step between them is the length of a page.
    @Test func addressesMayCountPosts() {
        let pager = "<a href='./t?f=2&amp;t=9&amp;sid=ab12'>1</a><a href='./t?f=2&amp;t=9&amp;start=25&amp;sid=ab12'>2</a><a href='./t?f=2&amp;t=9&amp;start=75&amp;sid=ab12'>4</a>"
        let thread = "https://weir.example/t?f=2&t=9"
        #expect(position("https://weir.example/t?f=2&t=9&sid=cd34", pager) == PagePosition(thread: thread, number: 1, count: 4))
        #expect(position("https://weir.example/t?f=2&t=9&start=50", pager) == PagePosition(thread: thread, number: 3, count: 4))
        #expect(position("https://weir.example/t?f=2&t=9&start=75", pager) == PagePosition(thread: thread, number: 4))
        #expect(position("https://weir.example/t?f=2&t=9&start=25") == PagePosition(thread: thread, number: 2))
    }

    @Test(arguments: [
        "https://weir.example/story", "https://weir.example/pages/12", "https://weir.example/page-2", "https://weir.example/a?page=two", "page-2", "",
        "https://weir.example/a?page=0", "https://weir.example/a/page-123456",
    ]) func otherAddressesNameNone(url: String) {
        #expect(position(url) == nil)
    }

    /// Another thread's pages are not this one's.
    @Test func linksToOtherThreadsSayNothing() {
        #expect(position("https://weir.example/t/9", "<a href='/t/8?page=2'>a</a><a rel=next href='/t/10?page=2'>b</a><a rel=prev href='/t/8'>c</a>") == nil)
        #expect(position(nil, "<a href='?page=2'>2</a>") == nil)
    }
}
