import DiscourseModel
@testable import Storage
import Testing
import GRDB

@Suite struct SearchTests {
    let folder: Folder
    let store: Store
    init() throws {
        folder = try Folder()
        store = try Store(path: folder.file())
        _ = try store.store([page("s1", [("Zoé", "The naïve multi-agent story"), ("bob", "don't AND NOT x:y"), ("bob", "Ничего нового")])])
    }

    @Test(arguments: [
        ("naive", [1]), ("NAÏVE story", [1]), ("zoe", [1]), ("ничего", [3]), ("multi-agent", [1]), ("don't", [2]), ("AND", [2]), ("x:y", [2]),
        ("naive bob", []), ("story *", [1]),
    ])
    func finds(query: String, comments: [Int]) throws {
        #expect(try store.search(query).map(\.comment) == comments)
    }

    @Test(arguments: [
        "", "a\"b", "NOT", "a AND", "NEAR(", "*", "^", "{title}: x", "'; DROP TABLE comments;--", "(((", "\u{202E}", "a*b", " ", "\0", "\"", "\"\"\"", "-", "+",
        "text:", String(repeating: "-", count: 600),
    ])
    func noQueryIsAnError(query: String) throws {
        #expect(try store.search(query).count <= 3)
        #expect(try store.articles().count == 1)
    }

    @Test func hitsSayWhere() throws {
        let hit = try #require(try store.search("story").first)
        #expect(hit == SearchHit(article: 1, comment: 1, commentID: "c0001", author: "Zoé", snippet: "The naïve multi-agent [story]"))
        #expect(try store.search("bob", limit: 0).isEmpty)
    }

    @Test func theIndexHoldsAfterChanges() throws {
        _ = try store.store([page("s2", [("Zoé", "The naïve multi-agent story"), ("new", "other")])])
        try store.write("") { try $0.execute(sql: "INSERT INTO comment_search(comment_search, rank) VALUES ('integrity-check', 1)") }
        #expect(try store.search("story").count == 1)
    }

    /// Comments of new pages go into the index when the transaction ends, or when a page changes what is stored.
    @Test func theIndexHoldsWhereABatchChangesWhatItAdded() throws {
        let many = (1...25).map { ("ann" as String?, "word\($0) of many") }
        let (first, later) = ("https://news.test/2", "https://news.test/3")
        let outcomes = try store.store([
            page("m1", url: first, many), page("m2", url: later, [("ann", "alone")]),
            page("m3", url: first, many.dropLast() + [("bob", "another")]), page("m4", url: "https://news.test/4", many),
        ])
        #expect(outcomes.map(\.change) == [.added, .added, .newCapture, .added])
        try store.write("") { try $0.execute(sql: "INSERT INTO comment_search(comment_search, rank) VALUES ('integrity-check', 1)") }
        #expect(try store.search("many", limit: 99).count == 50)
        #expect(try store.search("another").count == 1)
        #expect(try store.load(article: 4).discussion.comments.map(\.text) == many.map(\.1))
    }
}
