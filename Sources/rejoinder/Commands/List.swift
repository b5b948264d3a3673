internal import ArgumentParser
internal import DiscourseModel
internal import Exchange
internal import Reporting
internal import Storage

struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "List what the database holds, a line an article.",
        discussion: """
            EXAMPLES:
              rejoinder list
              rejoinder list --jsonl | head -3
              rejoinder list --where 'site=example.org and comments>=100'
            """)

    @OptionGroup var selection: SelectionOptions
    @OptionGroup var database: DatabaseOptions
    @Flag(help: "One JSON record a line (rejoinder.article/1).") var jsonl = false

    func run() throws {
        let store = try database.open(Settings.load())
        let articles = try storing { [chosen = try selection.parsed()] () throws(StorageError) in try store.articles(where: chosen) }
        if jsonl {
            for article in articles { Terminal.print(articleLineJSON(line(article))) }
            return
        }
        guard !articles.isEmpty else {
            Terminal.note(selection.text == nil ? "The database holds no article yet." : "No article fits.")
            return
        }
        var table = TextTable(header: ["id", "comments", "authors", "replies", "published", "title"], right: [1, 2, 3])
        table.rows = articles.map { article in
            [
                "a\(article.id)", "\(article.comments)", "\(article.authors)", "\(article.explicitReplies)+\(article.inferredReplies)",
                article.published?.dateOnly.iso8601 ?? "-", article.title ?? article.url ?? article.source,
            ]
        }
        table.print()
    }

    private func line(_ article: ArticleSummary) -> ArticleLine {
        ArticleLine(
            id: article.id, title: article.title, site: article.site, url: article.url, source: article.source, published: article.published,
            captured: article.captured, captures: article.captures, comments: article.comments, authors: article.authors,
            explicitReplies: article.explicitReplies, inferredReplies: article.inferredReplies, unresolvedReplies: article.unresolvedReplies)
    }
}
