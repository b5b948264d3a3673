internal import ArgumentParser
internal import Exchange
internal import Reporting
internal import Storage

struct Search: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Find comments by words in their text or their author's name.",
        discussion: """
            All words must be there; case and diacritics are ignored, and no sign means anything special. The best matches come first (BM25).
            Exit status 1 where nothing was found.

            EXAMPLES:
              rejoinder search media lies
              rejoinder search "multi-agent" --where 'site=example.org' --limit 50
              rejoinder search harbour --jsonl
            """)

    @Argument(help: "Words.") var words: [String]
    @Option(help: "The most comments to show.") var limit = 20
    @Flag(help: "One JSON record a line (rejoinder.found/1).") var jsonl = false
    @Option(help: "Colours: auto, always or never.") var color: ColorChoice = .auto
    @OptionGroup var selection: SelectionOptions
    @OptionGroup var database: DatabaseOptions

    func run() throws {
        let store = try database.open(Settings.load())
        let chosen = try selection.parsed()
        let hits = try storing { () throws(StorageError) in try store.search(words.joined(separator: " "), where: chosen, limit: limit) }
        let colors = Terminal.usesColor(color)
        for hit in hits {
            if jsonl {
                Terminal.print(foundJSON(article: hit.article, comment: hit.commentID, author: hit.author, snippet: hit.snippet))
            } else {
                let place = "a\(hit.article) \(hit.commentID)"
                let author = terminalSafeLine(hit.author ?? "no name")
                let snippet = terminalSafeLine(hit.snippet)
                Terminal.print(colors ? "\u{1B}[2m\(place)\u{1B}[0m \u{1B}[1m\(author)\u{1B}[0m  \(snippet)" : "\(place)  \(author)  \(snippet)")
            }
        }
        guard !hits.isEmpty else {
            Terminal.note("No comment has all of these words.")
            throw ExitCode(Failure.Status.checkFailed.rawValue)
        }
        if hits.count == limit { Terminal.note("The first \(limit); --limit shows more.") }
    }
}
