internal import ArgumentParser
internal import CorpusMeasures
internal import DiscourseModel
internal import Exchange
internal import Foundation
internal import Pipeline
internal import Reporting
internal import Storage

struct Dupes: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Comments that say (nearly) the same, within an article and under several.",
        discussion: """
            Two comments are alike with .8 of their runs of five words in common, or where one holds nearly all of the other. What they quote
            is left out. Exit status 1 where there are none.

            EXAMPLES:
              rejoinder dupes
              rejoinder dupes --where 'site=example.org' --words 12 --jsonl
            """)

    @Option(help: "The fewest words of a repeated text.") var words = 8
    @Flag(help: "One JSON record a line (rejoinder.repeated/1).") var jsonl = false
    @Option(help: "Threads to work with (default: one a core).") var threads = ProcessInfo.processInfo.activeProcessorCount
    @OptionGroup var selection: SelectionOptions
    @OptionGroup var database: DatabaseOptions

    func run() throws {
        let settings = try Settings.load()
        let store = try database.open(settings)
        let chosen = try selection.parsed()
        let articles = try storing { () throws(StorageError) in try store.articles(where: chosen) }
        var pages: [CorpusPage] = []
        try eachStored(articles, database: database.resolvedPath(settings), threads: threads) { $0 } each: { article, page in
            pages.append(CorpusPage(article: "a\(article.id)", site: article.site, discussion: page.discussion, quotations: page.quotations))
        }
        let corpus = Corpus(pages)
        let groups = corpus.repeatedTexts(leastWords: max(1, words))
        for group in groups { show(group, in: corpus) }
        guard !groups.isEmpty else {
            Terminal.note("No two comments repeat one another.")
            throw ExitCode(Failure.Status.checkFailed.rawValue)
        }
    }

    private func show(_ group: CorpusRepeat, in corpus: Corpus) {
        let places = group.comments.map { place in
            let comment = corpus.comment(place)
            return (article: corpus.pages[place.page].article, comment: comment.id, author: comment.author?.name)
        }
        let text = corpus.comment(group.comments[0]).text
        if jsonl { return Terminal.print(repeatedJSON(places: places, authors: group.authors, articles: group.articles, text: text)) }
        let by = group.authors == 1 ? "one author" : "\(group.authors) authors"
        Terminal.print("\(places.count) comments by \(by) under \(group.articles) \(group.articles == 1 ? "article" : "articles")")
        for line in wrapped(terminalSafeLine(text), to: Terminal.width - 4).prefix(2) { Terminal.print("    " + line) }
        for place in places.prefix(6) { Terminal.print("  \(place.article) \(place.comment)  \(terminalSafeLine(place.author ?? "no name"))") }
        if places.count > 6 { Terminal.print("  and \(places.count - 6) more") }
    }
}
