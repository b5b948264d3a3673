internal import ArgumentParser
internal import CorpusMeasures
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
            to B (Woolf). Words: ranked by z of the log-odds with a prior (Monroe, Colaresi and Quinn 2008), with G² of four terms (Dunning 1993),
            the binary log of the ratio (Hardie 2014), the dispersion DP (Gries 2008; near 1: in few comments), and how many comments, named
            authors and articles use them. Words of at least five uses by two people; quoted passages are left out, and so are articles that fit
            both selections. Comments of one author are not independent.

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
        let path = database.resolvedPath(settings)
        let chosen = try [a, b].map { expression in
            let selection = try SelectionOptions.parse(expression, named: "compare")
            let articles = try storing { () throws(StorageError) in try store.articles(where: selection) }
            guard !articles.isEmpty else { throw Failure(.checkFailed, "'\(expression)': no article fits") }
            return articles
        }
        let shared = Set(chosen[0].map(\.id)).intersection(chosen[1].map(\.id))
        var pages: [CorpusPage] = []
        var firstPages: Int?
        let sides = try chosen.map { articles in
            var side = ComparedSide()
            try eachStored(articles, database: path, threads: threads) { withMeasures($0) } each: { article, page in
                side.add(page)
                guard !shared.contains(article.id) else { return }
                pages.append(CorpusPage(article: "a\(article.id)", site: article.site, discussion: page.discussion, quotations: page.quotations))
            }
            if firstPages == nil { firstPages = pages.count }
            return side
        }
        figures(sides[0], sides[1])
        tags(sides[0], sides[1])
        if !shared.isEmpty { Terminal.note("\(shared.count == 1 ? "1 article fits" : "\(shared.count) articles fit") both selections; words are compared without") }
        let first = firstPages ?? 0
        keyWords(Corpus(pages).keyness(most: max(0, words)) { $0.page < first })
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
        table.print()
    }

    private func tags(_ a: ComparedSide, _ b: ComparedSide) {
        let all = Set((a.figures.ranked + b.figures.ranked).map(\.tag))
        guard !all.isEmpty else { return }
        Terminal.print("")
        var table = TextTable(header: ["tag", "A", "interval", "B", "interval", "odds ratio", "interval"], right: [1, 2, 3, 4, 5, 6])
        struct Row { var tag: String, a: Int, b: Int, bases: (a: Int, b: Int), odds: RatioEstimate }
        var rows: [Row] = []
        for tag in all {
            let (inA, inB) = (a.figures.tags[tag]?.comments ?? 0, b.figures.tags[tag]?.comments ?? 0)
            let bases = (a: a.figures.tags[tag]?.base ?? 0, b: b.figures.tags[tag]?.base ?? 0)
            rows.append(Row(tag: tag, a: inA, b: inB, bases: bases, odds: oddsRatio(TwoByTwo(inA, bases.a - inA, inB, bases.b - inB))))
        }
        rows.sort { ($1.a + $1.b, $0.tag) < ($0.a + $0.b, $1.tag) }
        func interval(_ low: Double, _ high: Double, digits: Int) -> String { tenths(low, digits: digits) + "–" + tenths(high, digits: digits) }
        for row in rows {
            let (first, second) = (wilsonInterval(row.a, of: row.bases.a), wilsonInterval(row.b, of: row.bases.b))
            table.rows.append([
                row.tag, share(row.a, row.bases.a), interval(first.low * 100, first.high * 100, digits: 1),
                share(row.b, row.bases.b), interval(second.low * 100, second.high * 100, digits: 1),
                tenths(row.odds.ratio, digits: 2), interval(row.odds.interval.low, row.odds.interval.high, digits: 2),
            ])
        }
        table.print()
    }

    private func keyWords(_ figures: KeynessFigures) {
        Terminal.print("")
        Terminal.print("words: \(figures.firstWords) in A, \(figures.secondWords) in B")
        if let reason = figures.leftOut { return Terminal.print("not compared: " + reason) }
        for (side, isA) in [("A", true), ("B", false)] {
            let own = figures.words.filter { ($0.z > 0) == isA }
            guard !own.isEmpty else { continue }
            Terminal.print("")
            var table = TextTable(
                header: ["more in \(side)", "in A", "in B", "comments", "authors", "articles", "DP", "G²", "log ratio", "z"], right: Set(1...9))
            table.rows = own.map { word in
                [
                    word.word, "\(word.inFirst)", "\(word.inSecond)", "\(word.comments.count)", "\(word.authors)", "\(word.pages)",
                    tenths(word.dispersion, digits: 2), tenths(word.g2), tenths(word.logRatio, digits: 2), tenths(word.z),
                ]
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
    private var lengths: [Int] = []

    var median: Int { lengths.isEmpty ? 0 : lengths.sorted()[(lengths.count - 1) / 2] }

    mutating func add(_ page: AnalyzedPage) {
        figures.add(page)
        lengths.append(page.discussion.comments.count)
    }
}
