internal import ArgumentParser
internal import DiscourseModel
internal import Exchange
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
        abstract: "Write reports of stored discussions.",
        discussion: """
            Prints the path of each file it writes. Without ARTICLE, all articles.

            EXAMPLES:
              rejoinder report a12
              rejoinder report --format markdown -o notes/
              rejoinder report a12 --format json -o -
            """)

    @Argument(help: ArgumentHelp("Articles: ids as `list` prints them (a12), addresses, or source paths.", valueName: "article")) var articles: [String] = []
    @Option(help: "html, markdown or json (rejoinder.report/1).") var format: Format = .html
    @Option(name: [.short, .customLong("output")], help: "Folder to write to; - is standard output (default: Reports, or what rejoinder.toml says).") var output: String?
    @Option(help: "A folder of report templates to use instead of the built-in ones.") var templates: String?
    @Flag(help: "Count tags that their pattern file calls experimental in the figures, too.") var experimental = false
    @OptionGroup var database: DatabaseOptions

    func run() throws {
        let settings = try Settings.load()
        let store = try database.open(settings)
        let ids = try articles.isEmpty
            ? storing { () throws(StorageError) in try store.articles() }.map(\.id) : articles.map { try find($0, in: store) }
        let html = format == .html ? HTMLReport(templates: try reportTemplates(templates ?? settings.templates)) : nil
        let folder = output ?? settings.reports
        for id in ids {
            let page = withMeasures(try storing { () throws(StorageError) in try store.load(article: id) }, countsExperimental: experimental)
            let text =
                switch format {
                case .html: html?.render(page, record: reportJSON(page)) ?? ""
                case .markdown: markdownReport(page)
                case .json: reportJSON(page) + "\n"
                }
            if folder == "-" {
                Terminal.output(text)
            } else {
                let path = (folder.hasSuffix("/") ? folder : folder + "/") + "a\(id).\(format.ending)"
                try writeFile(text, to: path)
                Terminal.print(path)
            }
        }
        if ids.isEmpty { Terminal.note("The database holds no article yet.") }
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
