import struct DiscourseModel.Comment
import DiscourseModel
import Pipeline
import Testing

@Suite struct CorrectionsTests {
    /// Four comments: 1 answers 0, 2 answers 1, 3 stands alone; 3 quotes 1.
    private let page: AnalyzedPage = {
        let nesting = { (parent: Int) in Reply(parent: parent, evidence: .init(rawValue: "nesting"), isExplicit: true, confidence: 1) }
        let comments = ["Ida", "Bo", "Cy", "Di"].enumerated().map { index, name in
            Comment(id: Comment.id(at: index), platformKey: "k\(index)", author: Author(name: name), text: "Words of \(name), the ferry among them")
        }
        let span = TextSpan(bytes: 0..<5, in: comments[3].text)
        return AnalyzedPage(
            page: Page(id: "s1", source: "saved/a.html", url: "https://weir.example/1#top", media: .html, byteCount: 1), article: Article(title: "A"),
            discussion: Discussion(platform: "generic", comments: comments, replies: [nil, nesting(0), nesting(1), nil]),
            quotations: [Quotation(comment: 3, span: span, source: .comment(1), sourceSpan: span, isMarked: true)],
            notes: [Note(.comments, .doubt, "odd", comment: 2)])
    }()

    private func reference(_ index: Int) throws -> CommentReference { try #require(page.discussion.comments.references()[index]) }
    private func correct(_ changes: [(Int, Correction.Change)]) throws -> AnalyzedPage {
        corrected(page, by: try changes.map { Correction(comment: try reference($0), change: $1) })
    }

    @Test func aPersonsLinkIsItsOwnKind() throws {
        let page = tagged(try correct([(3, .parent(try reference(0)))]), by: nil)
        #expect(page.discussion.replies[3] == Reply(parent: 0, evidence: .human, isExplicit: false, confidence: 1))
        let whole = page.measures.whole
        #expect((whole.explicitReplies, whole.inferredReplies, whole.humanReplies) == (2, 0, 1))
        #expect(whole.repliesByEvidence["human"] == 1)
        #expect(page.asRead?.discussion == self.page.discussion)
    }

    @Test func takingBackGivesThePageAsItWasRead() throws {
        let fixed = try correct([(3, .parent(try reference(0))), (1, .notAComment), (0, .author("Eve"))])
        #expect(corrected(fixed, by: []) == page)
    }

    @Test func whatIsNoCommentLeavesItsAnswersToItsParent() throws {
        let page = try correct([(1, .notAComment)])
        #expect(page.discussion.comments.map(\.author?.name) == ["Ida", "Cy", "Di"])
        #expect(page.discussion.comments.map(\.id) == ["c0001", "c0002", "c0003"])
        #expect(page.discussion.replies.map { $0?.parent } == [nil, 0, nil])
        #expect(page.quotations.isEmpty)
        #expect(page.notes.first?.comment == 1)
        let root = try correct([(0, .notAComment)])
        #expect(root.discussion.replies.map { $0?.parent } == [nil, 0, nil])
    }

    @Test func theForestStaysAForest() throws {
        let page = try correct([(0, .parent(try reference(2)))])
        #expect(page.discussion.replies[0] == nil)
        #expect(page.discussion.readingOrder().count == 4)
        #expect(page.notes.last?.message.contains("would answer one that stands below it") == true)
        // Both links said anew, in either order.
        for changes in [[(0, Correction.Change.parent(try reference(1))), (1, .parent(nil))], [(1, .parent(nil)), (0, .parent(try reference(1)))]] {
            let turned = try correct(changes)
            #expect(turned.discussion.replies.map { $0?.parent } == [1, nil, 1, nil])
        }
        let ring = try correct([(0, .parent(try reference(1))), (1, .parent(try reference(0)))])
        #expect(ring.discussion.readingOrder().count == 4)
    }

    @Test func aCommentThatIsNotThereIsSaid() throws {
        let absent = CommentReference(identity: try #require(CommentIdentity(platformKey: "k9", author: nil, posted: nil, text: "")))
        let page = corrected(self.page, by: [Correction(comment: absent, change: .author("Eve"))])
        #expect(page.discussion == self.page.discussion)
        #expect(page.notes.last?.message == "a correction has no effect: its comment (id k9) is not in this capture")
        #expect(page.asRead?.corrections.count == 1)
    }

    @Test func aShortTextAloneIsNoIdentity() {
        #expect(CommentIdentity(platformKey: nil, author: Author(name: "Guest"), posted: nil, text: "lol") == nil)
        let equal = [Comment(id: "c0001", author: Author(name: "Bo"), text: "yes"), Comment(id: "c0002", author: Author(name: "Bo"), text: "yes")]
        #expect(equal.references().map { $0?.nth } == [0, 1])
    }

    @Test func pagesAreKnownByAddressPathOrBytes() throws {
        for key in ["https://weir.example/1", "https://weir.example/1#c3", "./saved/a.html", "s1"] {
            var book = CorrectionBook()
            book.add(Correction(comment: try reference(0), change: .author("Eve")), page: key)
            book.add(Correction(comment: try reference(0), change: .author("Una")), page: key)
            #expect(book.corrections(for: page).map(\.change) == [.author("Una")], "\(key)")
            var other = page
            other.page = Page(id: "s2", source: "saved/b.html", url: "https://weir.example/2", media: .html, byteCount: 1)
            #expect(book.corrections(for: other).isEmpty)
        }
    }
}
