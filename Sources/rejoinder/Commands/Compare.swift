internal import ArgumentParser
internal import DiscourseModel
internal import Exchange
internal import Foundation
internal import Pipeline
internal import Statistics
internal import Storage

struct Compare: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Two selections side by side: figures, tag rates, and the words that set them apart.",
        discussion: """
            A and B are expressions as --where takes them. Tags: the share of comments with its 95 % interval (Wilson), and the odds ratio of A
            to B (Woolf). Words: log-likelihood G² of two terms (Rayson and Garside 2000) and the binary log of the ratio (Hardie 2014), for
            words in at least three comments; quoted passages are not left out here. Comments of one author are not independent.

            EXAMPLES:
              rejoinder compare 'site=one.example' 'site=two.example'
              rejoinder compare 'date<2020' 'date>=2020' --words 30
            """)

    @Argument(help: "The first selection.") var a: String
    @Argument(help: "The second selection.") var b: String
    @Option(help: "Words to show for each side.") var words = 15
    @Option(help: "Threads to work with (default: one a core).") var threads = ProcessInfo.processInfo.activeProcessorCount
    @OptionGroup var database: DatabaseOptions

    func run() throws {
        let settings = try Settings.load()
        let store = try database.open(settings)
        let sides = try [a, b].map { expression in
            let selection = try SelectionOptions.parse(expression, named: "compare")
            let articles = try storing { () throws(StorageError) in try store.articles(where: selection) }
            guard !articles.isEmpty else { throw Failure(.checkFailed, "'\(expression)': no article fits") }
            var side = ComparedSide()
            try eachStored(articles, database: database.resolvedPath(settings), threads: threads) { page in
                let measured = withMeasures(page)
                return (measured, ComparedSide.words(of: page))
            } each: { side.add($1.0, words: $1.1) }
            return side
        }
        figures(sides[0], sides[1])
        tags(sides[0], sides[1])
        keyWords(sides[0], sides[1])
    }

    private func figures(_ a: ComparedSide, _ b: ComparedSide) {
        var table = TextTable(header: ["", "A", "B"], right: [1, 2])
        func row(_ name: String, _ value: (ComparedSide) -> String) { table.rows.append([name, value(a), value(b)]) }
        row("articles") { "\($0.figures.articles)" }
        row("comments") { "\($0.figures.comments)" }
        row("named authors") { "\($0.figures.authors)" }
        row("stated replies") { "\($0.figures.explicitReplies)" }
        row("inferred replies") { "\($0.figures.inferredReplies)" }
        row("comments an article, median") { "\($0.median)" }
        row("words") { "\($0.size)" }
        table.print()
    }

    private func tags(_ a: ComparedSide, _ b: ComparedSide) {
        let all = Set(a.figures.tags.keys).union(b.figures.tags.keys)
        guard !all.isEmpty else { return }
        Terminal.print("")
        var table = TextTable(header: ["tag", "A", "interval", "B", "interval", "odds ratio", "interval"], right: [1, 2, 3, 4, 5, 6])
        struct Row { var tag: String, a: Int, b: Int, odds: RatioEstimate }
        var rows: [Row] = []
        for tag in all {
            let (inA, inB) = (a.figures.tags[tag]?.comments ?? 0, b.figures.tags[tag]?.comments ?? 0)
            rows.append(Row(tag: tag, a: inA, b: inB, odds: oddsRatio(TwoByTwo(inA, a.figures.base - inA, inB, b.figures.base - inB))))
        }
        rows.sort { ($1.a + $1.b, $0.tag) < ($0.a + $0.b, $1.tag) }
        func interval(_ low: Double, _ high: Double, digits: Int) -> String { tenths(low, digits: digits) + "–" + tenths(high, digits: digits) }
        for row in rows {
            let (first, second) = (wilsonInterval(row.a, of: a.figures.base), wilsonInterval(row.b, of: b.figures.base))
            table.rows.append([
                row.tag, share(row.a, a.figures.base), interval(first.low * 100, first.high * 100, digits: 1),
                share(row.b, b.figures.base), interval(second.low * 100, second.high * 100, digits: 1),
                tenths(row.odds.ratio, digits: 2), interval(row.odds.interval.low, row.odds.interval.high, digits: 2),
            ])
        }
        table.print()
    }

    private func keyWords(_ a: ComparedSide, _ b: ComparedSide) {
        struct Word { var word: String, counts: WordCounts, comments: Int, g2: Double }
        var ranked: [Word] = []
        for word in Set(a.words.keys).union(b.words.keys) {
            let comments = (a.comments[word] ?? 0) + (b.comments[word] ?? 0)
            guard comments >= 3 else { continue }
            let counts = WordCounts(inFirst: a.words[word] ?? 0, inSecond: b.words[word] ?? 0, firstSize: a.size, secondSize: b.size)
            ranked.append(Word(word: word, counts: counts, comments: comments, g2: counts.g2TwoTerm))
        }
        ranked.sort { ($1.g2, $0.word) < ($0.g2, $1.word) }
        for (side, isA) in [("A", true), ("B", false)] {
            let own = ranked.filter { (($0.counts.logRatio ?? 0) > 0) == isA }.prefix(max(0, words))
            guard !own.isEmpty else { continue }
            Terminal.print("")
            var table = TextTable(header: ["more in \(side)", "in A", "in B", "comments", "G²", "log ratio"], right: [1, 2, 3, 4, 5])
            table.rows = own.map {
                [$0.word, "\($0.counts.inFirst)", "\($0.counts.inSecond)", "\($0.comments)", tenths($0.g2), tenths($0.counts.logRatio ?? 0, digits: 2)]
            }
            table.print()
        }
    }

    private func share(_ count: Int, _ base: Int) -> String { base > 0 ? tenths(Double(count) / Double(base) * 100) + "%" : "–" }

    private func tenths(_ value: Double, digits: Int = 1) -> String {
        let scale = digits == 1 ? 10.0 : 100.0
        guard value.isFinite, abs(value) < 1e9 else { return "–" }
        let whole = Int((abs(value) * scale).rounded())
        let rest = String(whole % Int(scale))
        return (value < 0 && whole > 0 ? "-" : "") + "\(whole / Int(scale))." + String(repeating: "0", count: digits - rest.count) + rest
    }
}

/// What a comparison knows of one selection.
private struct ComparedSide: Sendable {
    private(set) var figures = StatsFigures()
    private(set) var words: [String: Int] = [:]
    /// Comments that have a word.
    private(set) var comments: [String: Int] = [:]
    private(set) var size = 0
    private var lengths: [Int] = []

    var median: Int { lengths.isEmpty ? 0 : lengths.sorted()[(lengths.count - 1) / 2] }

    /// The words of each live comment.
    static func words(of page: AnalyzedPage) -> [[String]] {
        page.discussion.comments.filter { $0.state == .live }.map { Statistics.words(of: $0.text) }
    }

    mutating func add(_ page: AnalyzedPage, words new: [[String]]) {
        figures.add(page)
        lengths.append(page.discussion.comments.count)
        for comment in new {
            size += comment.count
            for word in comment { words[word, default: 0] += 1 }
            for word in Set(comment) { comments[word, default: 0] += 1 }
        }
    }
}
