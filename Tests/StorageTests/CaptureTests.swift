import DiscourseModel
import Foundation
@testable import Storage
import Testing
import GRDB

@Suite struct CaptureTests {
    let folder: Folder
    let store: Store
    init() throws {
        folder = try Folder()
        store = try Store(path: folder.file())
    }

    private func one(_ page: AnalyzedPage) throws -> StoreOutcome { try #require(try store.store([page]).first) }
    private func numbers(_ sql: String) throws -> [Int] { try store.read { try Int.fetchAll($0, sql: sql) } }

    let long = "A text that is long enough to be known again anywhere."

    @Test func aNewerCaptureKeepsIdentity() throws {
        let first = try one(page("s1", captured: "2020-01-01", [("ann", "first words"), ("bob", "second words"), (nil, long)], parents: [1: 0], tags: [1]))
        #expect(first == StoreOutcome(article: 1, capture: 1, change: .added))
        let newer = page("s2", captured: "2020-01-02", [("cy", "before all"), ("ann", "first words"), (nil, long)], tags: [1])
        #expect(try one(newer) == StoreOutcome(article: 1, capture: 2, change: .newCapture))
        #expect(try numbers("SELECT count(*) FROM comments") == [4])
        #expect(try numbers("SELECT first_capture_id FROM comments ORDER BY id") == [1, 1, 1, 2])
        #expect(try numbers("SELECT last_capture_id FROM comments ORDER BY id") == [2, 1, 2, 2])
        #expect(try store.load(article: 1) == newer)
        // bob is gone, and still known to have answered ann.
        #expect(try numbers("SELECT on_page FROM comment_tree WHERE author = 'bob' AND parent_author = 'ann'") == [0])
    }

    @Test func anOlderCaptureMayArriveLater() throws {
        let newer = page("s2", captured: "2020-01-02", [("ann", "edited words")], keys: ["k1"], tags: [0])
        _ = try one(newer)
        let older = page("s1", captured: "2020-01-01", [("ann", "first words"), ("bob", "deleted later")], parents: [1: 0], keys: ["k1", "k2"], tags: [0, 1])
        #expect(try one(older) == StoreOutcome(article: 1, capture: 1, change: .newCapture))
        #expect(try store.load(article: 1) == newer)
        #expect(try store.articles().first?.title == "Title of s2")
        #expect(try numbers("SELECT number FROM captures ORDER BY id") == [2, 1])
        #expect(try numbers("SELECT first_capture_id FROM comments ORDER BY id") == [2, 2])
        let texts = try store.read { try String.fetchAll($0, sql: "SELECT coalesce(text, '-') FROM comment_captures ORDER BY capture_id, position") }
        #expect(texts == ["-", "first words", "-"])
        // Unknown time: by arrival.
        #expect(try one(page("s3", [("ann", "x")], keys: ["k1"])).capture == 3)
    }

    @Test func anEditKeepsTheOldText() throws {
        _ = try one(page("s1", [("ann", "first words")], keys: ["k1"]))
        _ = try one(page("s2", [("ann", "edited words")], keys: ["k1"]))
        let texts = try store.read { try String.fetchAll($0, sql: "SELECT coalesce(text, '-') FROM comment_captures ORDER BY capture_id") }
        #expect(texts == ["first words", "-"])
        #expect(try store.search("edited").count == 1)
        #expect(try store.search("first").isEmpty)
    }

    @Test func equalCommentsAreToldApartByOrder() throws {
        let twice = [("ann", long), ("ann", long)] as [(String?, String)]
        _ = try one(page("s1", twice))
        _ = try one(page("s2", twice + [("ann", long)]))
        #expect(try numbers("SELECT count(*) FROM comments") == [3])
        #expect(try numbers("SELECT count(*) FROM comments WHERE first_capture_id = 1 AND last_capture_id = 2") == [2])
    }

    @Test func aShortUnsignedCommentIsNoIdentity() throws {
        _ = try one(page("s1", [(nil, "lol"), ("Guest", "lol")]))
        _ = try one(page("s2", [(nil, "lol"), ("Guest", "lol")]))
        #expect(try numbers("SELECT count(*) FROM comments") == [4])
        #expect(try numbers("SELECT count(*) FROM authors") == [0])
    }

    @Test func otherPatternSetsRetag() throws {
        _ = try one(page("s1", [("ann", "a"), ("bob", "b")], tags: [0]))
        let retagged = page("s1", [("ann", "a"), ("bob", "b")], tags: [1, 0], patterns: "p2")
        #expect(try one(retagged) == StoreOutcome(article: 1, capture: 1, change: .retagged))
        #expect(try store.load(article: 1) == retagged)
        #expect(try numbers("SELECT count(*) FROM tags") == [2])
        #expect(try one(retagged).change == .unchanged)
    }

    @Test func articlesAreKnownByAddressElseByFile() throws {
        var canonical = page("s1", url: "https://m.news.test/1#comments", [])
        canonical.page.canonicalURL = "https://news.test/1"
        #expect(try one(canonical).article == 1)
        #expect(try one(page("s2", url: "https://news.test/1", [])).article == 1)
        #expect(try one(page("s3", url: "https://m.news.test/1", [])).article == 1)
        #expect(try one(page("s4", url: "https://news.test/2", [])).article == 2)
        #expect(try one(page("s5", source: "x.txt", url: nil, [])).article == 3)
        #expect(try one(page("s6", source: "x.txt", url: nil, [])).article == 3)
        #expect(try one(page("s5", source: "moved/x.txt", url: nil, [])) == StoreOutcome(article: 3, capture: 1, change: .unchanged))
        #expect(try one(page("s7", source: "-", url: nil, [])).article == 4)
        #expect(try one(page("s8", source: "-", url: nil, [])).article == 5)
        #expect(try store.resolve("a2") == [2])
        #expect(try store.resolve("https://news.test/1#c4") == [1])
        #expect(try store.resolve("x.txt") == [3])
        #expect(try store.resolve("a99").isEmpty)
        #expect(try store.resolve("a.html") == [1, 2])
    }

    @Test func authorsJoinWithinASite() throws {
        _ = try one(page("s1", url: "https://www.one.test/1", [("sam", "a"), ("sam", "b"), ("Guest", "c"), (nil, "d")]))
        _ = try one(page("s2", url: "https://one.test/2", [("sam", "e")]))
        _ = try one(page("s3", url: "https://two.test/1", [("sam", "f")]))
        #expect(try numbers("SELECT comments FROM author_activity ORDER BY author_id") == [3, 1])
    }

    @Test func aPageThatContradictsItselfDoesNotStopTheBatch() throws {
        var broken = page("s2", url: "https://news.test/2", [("ann", "a")])
        broken.discussion.replies[0] = Reply(parent: 7, evidence: .init(rawValue: "nesting"), isExplicit: true, confidence: 1)
        var cyclic = page("s3", url: "https://news.test/3", [("ann", "a"), ("bob", "b")], parents: [1: 0])
        cyclic.discussion.replies[0] = Reply(parent: 1, evidence: .init(rawValue: "nesting"), isExplicit: true, confidence: 1)
        let outcomes = try store.store([page("s1", [("ann", "a")]), broken, cyclic, page("s4", url: "https://news.test/4", [("ann", "a")])])
        let failed = outcomes.map { if case .failed(let error) = $0.change { error.kind == .invalidPage } else { false } }
        #expect(failed == [false, true, true, false])
        #expect(try store.articles().count == 2)
    }

    /// The schema refuses a confidence that is no number, after other rows of the page are written.
    @Test func aPageThatSQLiteRefusesDoesNotStopTheBatch() throws {
        var refused = page("s2", url: "https://news.test/2", [("ann", "a"), ("eve", "b")], parents: [1: 0])
        refused.discussion.replies[1]?.confidence = .nan
        let outcomes = try store.store([page("s1", [("ann", "a")]), refused, page("s3", url: "https://news.test/3", [("eve", "a")])])
        let failed = outcomes.map { if case .failed(let error) = $0.change { error.kind == .refusedPage } else { false } }
        #expect(failed == [false, true, false])
        #expect(try store.articles().count == 2)
        #expect(try numbers("SELECT count(*) FROM comments") == [2])
        #expect(try numbers("SELECT comments FROM author_activity ORDER BY name") == [1, 1])
    }

    @Test func viewsAndSummaries() throws {
        _ = try one(page("s1", [("ann", "a"), ("bob", "b"), ("ann", "c"), (nil, "d")], parents: [1: 0, 2: 1, 3: 2], tags: [0, 2, 3]))
        let summary = try #require(try store.articles().first)
        #expect((summary.comments, summary.authors, summary.explicitReplies, summary.captures) == (4, 2, 3, 1))
        #expect(summary.site == "news.test")
        #expect(summary.topTags == [.init(tag: "rhetoric/sarcasm", comments: 3)])
        let paths = try store.read { try String.fetchAll($0, sql: "SELECT path FROM comment_tree ORDER BY article_id, reading_order") }
        #expect(paths == ["c0001", "c0001/c0002", "c0001/c0002/c0003", "c0001/c0002/c0003/c0004"])
        #expect(try numbers("SELECT depth FROM comment_tree ORDER BY reading_order") == [0, 1, 2, 3])
        #expect(try numbers("SELECT replies FROM reply_pairs ORDER BY author_id") == [1, 1])
        #expect(try numbers("SELECT authors FROM tag_counts WHERE label = 'Sarcasm' AND comments = 3") == [1])
        #expect(try numbers("SELECT comments FROM article_overview WHERE article = 'a1'") == [4])
    }
}
