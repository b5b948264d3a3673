import DiscourseModel
import Foundation
import GRDB
@testable import Storage
import Testing

@Suite struct RevisionTests {
    let folder: Folder
    let store: Store
    init() throws {
        folder = try Folder()
        store = try Store(path: folder.file())
    }
    private func one(_ page: AnalyzedPage) throws -> StoreOutcome { try #require(try store.store([page]).first) }
    private func numbers(_ sql: String) throws -> [Int] { try store.read { try Int.fetchAll($0, sql: sql) } }

    @Test func aPageReadOtherwiseIsReplaced() throws {
        _ = try one(page("s1", [("ann", "a"), ("bob", "b"), ("cy", "c")], parents: [1: 0, 2: 1], tags: [1]))
        let better = page("s1", [("ann", "a"), ("dora", "d"), ("cy", "c")], parents: [2: 0], tags: [0, 2])
        #expect(try one(better) == StoreOutcome(article: 1, capture: 1, change: .reread))
        #expect(try store.load(article: 1) == better)
        #expect(try numbers("SELECT id FROM comments ORDER BY id") == [1, 3, 4])
        #expect(try numbers("SELECT comment_count FROM captures") == [3])
        #expect(try one(better).change == .unchanged)
        #expect(try store.search("b").isEmpty)
        #expect(try numbers("SELECT count(*) FROM pragma_foreign_key_check") == [0])
    }

    @Test func whatOnlyAnOlderCaptureShowsGoesBackToIt() throws {
        _ = try one(page("s1", captured: "2020-01-01", [("ann", "a"), ("bob", "b")], parents: [1: 0]))
        _ = try one(page("s2", captured: "2020-01-02", [("ann", "a"), ("bob", "b")], parents: [1: 0]))
        #expect(try one(page("s2", captured: "2020-01-02", [("bob", "b")])).change == .reread)
        #expect(try numbers("SELECT last_capture_id FROM comments ORDER BY id") == [1, 2])
        #expect(try numbers("SELECT count(*) FROM pragma_foreign_key_check") == [0])
    }

    @Test func correctionsAreKeptBesideThePageAsItWasRead() throws {
        let read = page("s1", [("ann", "a"), ("bob", "b")], parents: [1: 0])
        _ = try one(read)
        let bob = try #require(read.discussion.comments.references()[1])
        let correction = Correction(comment: bob, change: .author("bobby"))
        var fixed = read
        fixed.discussion.comments[1].author = Author(name: "bobby")
        fixed.asRead = Reading(discussion: read.discussion, quotations: [], notes: [], corrections: [correction])
        try store.revise(article: 1) { before, corrections in
            #expect(before == read && corrections.isEmpty)
            return (fixed, [StoredCorrection(article: 1, correction: correction)])
        }
        #expect(try store.load(article: 1) == fixed)
        #expect(try store.corrections() == [StoredCorrection(id: 1, article: 1, correction: correction)])
        #expect(Set(try store.correctionsByPage().map(\.page)) == ["https://news.test/1", "s1"])
        // A later capture knows the comment by what the page shows.
        var later = fixed
        later.page.id = "s2"
        #expect(try one(later).change == .newCapture)
        #expect(try numbers("SELECT count(*) FROM comments") == [2])
        struct Refusal: Error {}
        #expect(throws: Refusal.self) { try store.revise(article: 1) { _, _ in throw Refusal() } }
        try store.revise(article: 1) { _, _ in
            var undone = read
            undone.page.id = "s2"
            return (undone, [])
        }
        #expect(try store.corrections().isEmpty)
        #expect(try numbers("SELECT count(*) FROM readings WHERE capture_id = 2") == [0])
    }
}
