internal import ArgumentParser
internal import DiscourseModel
internal import Exchange
internal import Foundation
internal import Pipeline
internal import Reporting
internal import Statistics
internal import Storage

struct Stats: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Figures of what is stored: articles, comments, replies, and how often each tag stands.",
        discussion: """
            Counts are of each article's latest capture. Shares are of live comments with words of their own in the language of the tag's set (or one that cannot be told), with 95 % intervals (Wilson);
            comments of one author are not independent, so true intervals are wider.

            EXAMPLES:
              rejoinder stats
              rejoinder stats --where 'site=example.org and date>=2020' --json
            """)

    @Flag(help: "One JSON document (rejoinder.stats/1).") var json = false
    @Flag(help: "Count tags that their pattern file calls experimental, too.") var experimental = false
    @Option(help: "Threads to work with (default: one a core).") var threads = ProcessInfo.processInfo.activeProcessorCount
    @OptionGroup var selection: SelectionOptions
    @OptionGroup var database: DatabaseOptions

    func run() throws {
        let settings = try Settings.load()
        let store = try database.open(settings)
        let chosen = try selection.parsed()
        let articles = try storing { () throws(StorageError) in try store.articles(where: chosen) }
        var figures = StatsFigures()
        let counts = experimental
        try eachStored(articles, database: database.resolvedPath(settings), threads: threads) { withMeasures($0, countsExperimental: counts) } each: { figures.add($1) }
        if json { return Terminal.print(statsJSON(figures)) }
        var totals = TextTable(header: ["articles", "comments", "named authors", "stated", "inferred", "unresolved"], right: Set(0...5))
        totals.rows = [[figures.articles, figures.comments, figures.authors, figures.explicitReplies, figures.inferredReplies, figures.unresolvedReplies].map(String.init)]
        totals.print()
        guard !figures.ranked.isEmpty else { return }
        Terminal.print("")
        var table = TextTable(header: ["comments", "share", "interval", "articles", "matches", "tag"], right: Set(0...4))
        table.rows = figures.ranked.map { tag, counts in
            let interval = wilsonInterval(counts.comments, of: counts.base)
            return [
                "\(counts.comments)", shown(Double(counts.comments) / Double(max(1, counts.base))), shown(interval.low) + "–" + shown(interval.high), "\(counts.articles)", "\(counts.matches)", tag,
            ]
        }
        table.print()
    }

    private func shown(_ share: Double) -> String {
        let tenths = Int((share * 1000).rounded())
        return "\(tenths / 10).\(tenths % 10)%"
    }
}
