import DiscourseModel
import Markup
import Testing

@testable import CommentThreads

/// What the comment section claims of a page: its own, and nothing of the article.
@Suite struct SectionClaimTests {
    private func comment(_ number: Int, _ words: String) -> String {
        "<div class='comment' id='comment-\(number)'><span class='author'>Reader \(number)</span> <time datetime='2020-05-0\(number)T10:00:00Z'>\(number) May 2020</time><p>\(words)</p></div>"
    }

    private func isClaimed(_ id: String, in page: String) throws -> Bool {
        let document = HTMLDocument(utf8: Array(page.utf8))
        let found = findComments(inHTML: document, reference: nil)
        #expect(found.comments.count == 3)
        let node = try #require((0..<document.count).first { document.isElement($0) && document.attribute($0, .id) == id })
        return found.claimed.contains(node)
    }

    private var comments: String { comment(1, "I had not expected this at all.") + comment(2, "Nor had I, to be honest.") + comment(3, "We all should have seen it coming.") }

    @Test func aShortPostBesideItsCommentsStaysTheArticles() throws {
        let page = "<html><body><div class='post-with-comments'><h3 class='post-title'>Gone fishing</h3><div class='post-body' id='body'>Back on Friday.</div><div id='list'>\(comments)</div></div></body></html>"
        #expect(try !isClaimed("body", in: page))
        #expect(try isClaimed("comment-2", in: page))
    }

    @Test func theSectionsOwnHeadingIsClaimed() throws {
        let page = "<html><body><h1>Gone fishing</h1><div id='body'><p>Back on Friday.</p></div><div class='comments'><h2 id='heading'>3 comments</h2>\(comments)</div></body></html>"
        #expect(try !isClaimed("body", in: page))
        #expect(try isClaimed("heading", in: page))
    }

    @Test func aTextWithoutCommentsMayStateThemAndWhoseScriptBringsThem() {
        let article = "Bridge closes\nThe old bridge across the harbour mouth will close for eleven weeks from Monday, the port said after divers found cracks.\n"
        func found(_ end: String) -> FoundComments { findComments(inText: TextDocument(utf8: Array((article + end).utf8)), reference: nil) }
        #expect(found("118 Comments\nSign in\n").completeness.claimed == 118)
        #expect(found("Ferry runs\n12 Comments\nPier sold\n3 Comments\n").completeness.claimed == nil)
        let placeholder = found("Please enable JavaScript to view the comments powered by Disqus.\n")
        #expect(placeholder.comments.isEmpty && placeholder.completeness.reasons == ["the comments are loaded by Disqus's script and are not in the saved page"])
        #expect(placeholder.claimed.contains(2) && !placeholder.claimed.contains(1))
    }
}
