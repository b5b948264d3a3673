internal import ArgumentParser
internal import DiscourseModel
internal import Exchange
internal import Foundation
internal import Pipeline
internal import Reporting
internal import Storage

struct Report: ParsableCommand {
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case html, markdown, json
        var ending: String {
            switch self {
            case .html: "html"
            case .markdown: "md"
            case .json: "json"
            }
        }
    }

    static let configuration = CommandConfiguration(
        abstract: "Write reports of stored discussions, and an index of them.",
        discussion: """
            Prints the path of each file it writes. Without ARTICLE, all articles, or those that --where selects, and index.html.

            EXAMPLES:
              rejoinder report
              rejoinder report a12
              rejoinder report --where 'site=example.org and tag=shouting' -o shouting/
              rejoinder report --format markdown -o notes/
              rejoinder report a12 --format json -o -
            """)

    @Argument(help: ArgumentHelp("Articles: ids as `list` prints them (a12), addresses, or source paths.", valueName: "article")) var articles: [String] = []
    @Option(help: "html, markdown or json (rejoinder.report/1).") var format: Format = .html
    @Option(name: [.short, .customLong("output")], help: "Folder to write to; - is standard output (default: Reports, or what rejoinder.toml says).") var output: String?
    @Option(help: "A folder of report templates to use instead of the built-in ones.") var templates: String?
    @Flag(help: "Count tags that their pattern file calls experimental in the figures, too.") var experimental = false
    @Flag(help: "List in the index who wrote under several articles, as author 1, author 2 ...") var authors = false
    @Flag(help: "As --authors, with their names.") var authorNames = false
    @Option(help: "Threads to work with (default: one a core).") var threads = ProcessInfo.processInfo.activeProcessorCount
    @OptionGroup var selection: SelectionOptions
    @OptionGroup var database: DatabaseOptions

    func run() throws {
        let settings = try Settings.load()
        let store = try database.open(settings)
        let chosen = try selection.parsed()
        let stored = try storing { () throws(StorageError) in try store.articles(where: chosen) }
        let wanted = try articles.isEmpty ? stored : articles.map { try find($0, in: store) }.compactMap { id in stored.first { $0.id == id } }
        guard !wanted.isEmpty else { return Terminal.note(chosen == nil ? "The database holds no article yet." : "No article fits.") }
        let templates = format == .html ? try reportTemplates(templates ?? settings.templates) : nil
        let folder = output ?? settings.reports
        let makesIndex = articles.isEmpty && format == .html && folder != "-"
        let writer = ReportWriter(format: format, html: templates.map(HTMLReport.init), folder: folder, experimental: experimental, makesIndex: makesIndex)
        var index = IndexRun(folder: folder, authors: authorNames ? .named : authors ? .numbered : nil)
        var failure: (any Error)?
        let path = database.resolvedPath(settings)
        let start = ContinuousClock.now
        orderedMap(wanted, threads: threads, makeWorker: { try? Store(path: path, mode: .readOnly) }) { reader, article in
            Result { try writer.write(article, from: reader ?? store) }
        } each: { position, result in
            switch result {
            case .success(let written):
                if folder == "-" { Terminal.output(written.text) } else { Terminal.print(written.path) }
                if let entry = written.entry, let page = written.page { index.add(entry, article: wanted[position], page: page) }
            case .failure(let error): failure = error
            }
            Progress.show(position + 1, of: wanted.count, since: start)
            return failure == nil
        }
        Terminal.clearProgress()
        if let failure { throw failure }
        if makesIndex, let templates { Terminal.print(try index.write(IndexReport(templates: templates), selection: selection.text, threads: threads)) }
        if !articles.isEmpty, format == .html, folder != "-" {
            let older = ReportStamp.older(than: stored, in: folder)
            if !older.isEmpty { Terminal.note("older than what is stored: \(older.prefix(8).joined(separator: ", "))\(older.count > 8 ? " and \(older.count - 8) more" : ""); `rejoinder report` writes them anew") }
        }
    }
}

/// Writes the report of one article.
struct ReportWriter: Sendable {
    let format: Report.Format
    let html: HTMLReport?
    let folder: String
    let experimental: Bool
    let makesIndex: Bool

    struct Written: Sendable {
        var path = ""
        var text = ""
        var entry: IndexEntry?
        /// What the index needs of it.
        var page: AnalyzedPage?
    }

    func write(_ article: ArticleSummary, from store: Store) throws -> Written {
        let page = withMeasures(try storing { () throws(StorageError) in try store.load(article: article.id) }, countsExperimental: experimental)
        let text =
            switch format {
            case .html: html?.render(page, record: reportJSON(page), stamp: article.stamp) ?? ""
            case .markdown: markdownReport(page)
            case .json: reportJSON(page) + "\n"
            }
        guard folder != "-" else { return Written(text: text) }
        let name = "a\(article.id).\(format.ending)"
        let path = (folder.hasSuffix("/") ? folder : folder + "/") + name
        try writeFile(text, to: path)
        return Written(path: path, entry: makesIndex ? IndexEntry(page, id: "a\(article.id)", file: name) : nil, page: makesIndex ? page : nil)
    }
}

/// The article that a user's word means.
func find(_ reference: String, in store: Store) throws -> Int {
    let found = try storing { () throws(StorageError) in try store.resolve(reference) }
    guard let first = found.first else {
        throw Failure(.impossible, "'\(reference)': no such article; `rejoinder list` prints the ids, and an address or a source path will do as well")
    }
    guard found.count == 1 else {
        throw Failure(.impossible, "'\(reference)' means several articles (\(found.map { "a\($0)" }.joined(separator: ", "))); name one by its id")
    }
    return first
}
