internal import ArgumentParser
internal import DiscourseModel
internal import Exchange
internal import Foundation
internal import Pipeline
internal import Reporting
internal import Statistics
internal import Storage

struct Dupes: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Comments that repeat one another, within an article and across articles.",
        discussion: """
            Within an article also what is nearly the same (shingles of five words); across articles what is the same word for word, case and
            signs aside, and at least --words long. Exit status 1 where there is none.

            EXAMPLES:
              rejoinder dupes
              rejoinder dupes --where 'site=example.org' --words 12 --jsonl
            """)

    @Option(help: "The fewest words of a repeated text.") var words = 8
    @Flag(help: "One JSON record a line (rejoinder.repeated/1).") var jsonl = false
    @Option(help: "Threads to work with (default: one a core).") var threads = ProcessInfo.processInfo.activeProcessorCount
    @OptionGroup var selection: SelectionOptions
    @OptionGroup var database: DatabaseOptions

    /// A comment that may be one of several with its text.
    private struct Place: Sendable {
        var article: Int, comment: String, author: String?, identity: String?, text: String
    }
    private struct Found: Sendable {
        /// Texts folded to their words, and who wrote them.
        var texts: [(key: String, place: Place)] = []
        /// Groups of one article that are nearly the same.
        var near: [[Place]] = []
    }

    func run() throws {
        let settings = try Settings.load()
        let store = try database.open(settings)
        let chosen = try selection.parsed()
        let articles = try storing { () throws(StorageError) in try store.articles(where: chosen) }
        var order: [String] = []
        var groups: [String: [Place]] = [:]
        var near: [[Place]] = []
        let fewest = words
        try eachStored(articles, database: database.resolvedPath(settings), threads: threads) { page -> Found in
            let comments = page.discussion.comments
            func place(_ index: Int) -> Place {
                Place(article: 0, comment: comments[index].id, author: comments[index].author?.name, identity: comments[index].author?.identity, text: comments[index].text)
            }
            var found = Found()
            for (index, comment) in comments.enumerated() where comment.state == .live {
                let words = Statistics.words(of: comment.text)
                if words.count >= fewest { found.texts.append((words.joined(separator: " "), place(index))) }
            }
            let repeated = withMeasures(page).measures.detail?.repeatedTexts ?? []
            found.near = repeated.filter { group in !group.isExact && group.comments.contains { Statistics.words(of: comments[$0].text).count >= fewest } }
                .map { $0.comments.map(place) }
            return found
        } each: { article, found in
            func here(_ place: Place) -> Place {
                var place = place
                place.article = article.id
                return place
            }
            for (key, place) in found.texts {
                if groups[key] == nil { order.append(key) }
                groups[key, default: []].append(here(place))
            }
            near += found.near.map { $0.map(here) }
        }
        let exact = order.compactMap { groups[$0] }.filter { $0.count > 1 }.sorted { $0.count > $1.count }
        for group in exact { show(group, isExact: true) }
        for group in near { show(group, isExact: false) }
        guard !exact.isEmpty || !near.isEmpty else {
            Terminal.note("No two comments repeat one another.")
            throw ExitCode(Failure.Status.checkFailed.rawValue)
        }
    }

    private func show(_ group: [Place], isExact: Bool) {
        let authors = Set(group.compactMap(\.identity)).count
        if jsonl {
            return Terminal.print(
                repeatedJSON(
                    places: group.map { (article: $0.article, comment: $0.comment, author: $0.author) }, authors: authors,
                    articles: Set(group.map(\.article)).count, isExact: isExact, text: group[0].text))
        }
        let articles = Set(group.map(\.article)).count
        let by = authors == 1 ? "by one author" : "by \(authors) named authors"
        Terminal.print("\(group.count) times \(isExact ? "the same" : "nearly the same"), \(by), under \(articles) \(articles == 1 ? "article" : "articles")")
        for line in wrapped(terminalSafeLine(group[0].text), to: Terminal.width - 4).prefix(2) { Terminal.print("    " + line) }
        for place in group.prefix(6) { Terminal.print("  a\(place.article) \(place.comment)  \(terminalSafeLine(place.author ?? "no name"))") }
        if group.count > 6 { Terminal.print("  and \(group.count - 6) more") }
    }
}
