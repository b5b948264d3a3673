import DiscourseModel
@testable import Storage
import Testing

@Suite struct SelectionTests {
    let folder: Folder
    let store: Store
    init() throws {
        folder = try Folder()
        store = try Store(path: folder.file())
        var first = page("s1", source: "one.html", url: "https://one.test/1", captured: "2024-05-02", [("Zoé", "The naïve story"), ("bob", "no")], parents: [1: 0], tags: [1])
        first.article.site = "One Daily"
        first.article.published = Timestamp(iso8601: "2024-05-01T10:00")
        var second = page("s2", source: "two.html", url: "https://two.test/1", [("bob", "yes, a story")])
        second.article.site = "Two's Post"
        second.article.published = Timestamp(year: 2023, month: 11, day: 3)
        _ = try store.store([first, second])
    }

    @Test(arguments: [
        ("site='one daily'", [1]), ("site!='One Daily'", [2]), ("site~DAILY", [1]), ("site=\"Two's Post\"", [2]), ("article=a2", [2]),
        ("date=2024", [1]), ("date=2024-05", [1]), ("date>=2024-05-01", [1]), ("date<2024", [2]), ("date>2024", []), ("date<=2023-11", [2]),
        ("comments>1", [1]), ("comments=1 or comments=2", [1, 2]), ("author=bob", [1, 2]), ("author=ZOÉ", []), ("author=Zoé", [1]), ("tag=sarcasm", [1]),
        ("tag=rhetoric/sarcasm", [1]), ("tag=casm", []), ("tag~casm", [1]), ("tag!=sarcasm", [1, 2]), ("author=bob and tag=sarcasm", [1]), ("author=Zoé and tag=sarcasm", []),
        ("not site~one", [2]), ("not (author=Zoé)", [1, 2]), ("depth>=1", [1]), ("text~STORY and not author=bob", [1]), ("section=x", []), ("section!=x", [1, 2]),
        ("site~one or site~two and comments>1", [1]), ("(site~one or site~two) and comments=1", [2]), ("captured=2024-05-02", [1]), ("AUTHOR=bob AND site~two", [2]),
    ])
    func selects(expression: String, articles: [Int]) throws {
        #expect(try store.articles(where: Selection(expression)).map(\.id) == articles)
    }

    @Test(arguments: [
        ("", 0), ("site", 4), ("site=", 5), ("site=a site=b", 7), ("(site=a", 7), ("site=a)", 6), ("= a", 0), ("site='a", 5), ("site=(a)", 5), ("site!a", 4), ("not", 3),
        ("site=a and", 10), ("a=b=c", 3),
    ])
    func whatIsWrongIsShownWhere(expression: String, at: Int) throws {
        #expect(throws: SelectionError.self) { try Selection(expression) }
        do { _ = try Selection(expression) } catch { #expect(error.at == at, "\(expression): \(error.message)") }
    }

    @Test(arguments: ["nothing=1", "comments=many", "tag<a", "'; DROP TABLE articles;--'=1"])
    func whatCannotBeComparedIsRefused(expression: String) throws {
        guard let selection = try? Selection(expression) else { return }
        #expect(throws: StorageError.self) { try store.articles(where: selection) }
        #expect(try store.articles().count == 2)
    }

    @Test func valuesAreNeverSQL() throws {
        for value in ["' OR 1=1 --", "%", "_", "x') OR (1=1", "*"] { #expect(try store.articles(where: Selection("site=\"\(value)\"")).isEmpty) }
        let deep = String(repeating: "(", count: 4_000) + "site=a" + String(repeating: ")", count: 4_000)
        #expect(throws: SelectionError.self) { try Selection(deep) }
    }

    @Test func ownColumnsAreFields() throws {
        let articles = try store.importColumns(["Leaning", "rank"], ofArticles: [("a1", ["left", "10"]), ("https://two.test/1", ["right", "9"]), ("a9", ["x", ""])])
        #expect(articles == ColumnImport(joined: 2, missing: ["a9"], columns: ["Leaning", "rank"]))
        #expect(try store.articles(where: Selection("leaning=LEFT")).map(\.id) == [1])
        #expect(try store.articles(where: Selection("leaning!=left")).map(\.id) == [2])
        // Numbers compare as numbers.
        #expect(try store.articles(where: Selection("rank>9.5")).map(\.id) == [1])
        _ = try store.importColumns(["role"], ofAuthors: [("bob", ["troll"])])
        #expect(try store.articles(where: Selection("role=troll and tag=sarcasm")).map(\.id) == [1])
        #expect(try store.search("story", where: Selection("role=troll")).map(\.article) == [2])
        // An empty value takes it away.
        _ = try store.importColumns(["Leaning"], ofArticles: [("a1", [""])])
        #expect(throws: StorageError.self) { try store.articles(where: Selection("leaning=left or colour=x")) }
        #expect(try store.articles(where: Selection("leaning=left")).isEmpty)
    }

    @Test func searchTakesASelection() throws {
        #expect(try store.search("story").count == 2)
        #expect(try store.search("story", where: Selection("site~one")).map(\.article) == [1])
        #expect(try store.search("story", where: Selection("author=bob")).map(\.article) == [2])
    }

    @Test func everyTableIsReadAndSelected() throws {
        for table in ExportTable.all {
            var (columns, rows, selected) = ([String](), 0, 0)
            try store.read(table) { columns = $0 } row: { row in
                rows += 1
                #expect(row.count == columns.count)
            }
            try store.read(table, where: Selection("article=a2")) { _ in } row: { _ in selected += 1 }
            #expect(rows > 0, "\(table.name)")
            #expect(selected <= rows)
            #expect(Set(columns).count == columns.count, "\(table.name)")
        }
    }
}
