internal import DiscourseModel
internal import Foundation
internal import Pipeline

/// The pipeline over gold pages, and what came of it.
struct QualityRun {
    private(set) var threads: [GoldSection: [String: ThreadScore]] = [:]
    private(set) var content: [String: ContentScore] = [:]
    private(set) var calibration = Calibration()
    /// Gold pages that could not be scored, with the reason.
    private(set) var problems: [String] = []

    /// The row of a section that all its pages make together.
    static let all = "ALL"

    init(_ gold: GoldSet, threads threadCount: Int) {
        let folder = gold.folder
        orderedMap(gold.pages, threads: threadCount, makeWorker: { () }) { _, page in
            PageScore(page, folder: folder)
        } each: { index, score in
            let page = gold.pages[index]
            if let problem = score.problem { problems.append("\(page.goldPath): \(problem)") }
            for row in [score.group ?? page.group, QualityRun.all] {
                if let thread = score.thread { threads[page.section, default: [:]][row, default: ThreadScore()] += thread }
                if let part = score.content { content[row, default: ContentScore()] += part }
            }
            if let part = score.calibration { calibration += part }
            return true
        }
    }

    /// Figures by section and row.
    var rows: [(section: GoldSection, rows: [(name: String, row: FigureRow)])] {
        GoldSection.allCases.compactMap { section in
            let rows = section.isThreads ? (threads[section] ?? [:]).mapValues(\.row) : content.mapValues(\.row)
            guard !rows.isEmpty else { return nil }
            let names = rows.keys.sorted { ($0 == QualityRun.all ? 1 : 0, $0) < ($1 == QualityRun.all ? 1 : 0, $1) }
            return (section, names.compactMap { name in rows[name].map { (name, $0) } })
        }
    }

    /// One section as lines of a table.
    static func table(_ section: GoldSection, _ rows: [(name: String, row: FigureRow)]) -> String {
        let figures = Figure.all(section).map(\.name)
        let counts = rows.first?.row.counts.map(\.name) ?? []
        var lines = [[section.rawValue] + counts + figures]
        for (name, row) in rows {
            lines.append([name] + row.counts.map { String($0.value) } + figures.map { (row.values[$0] ?? nil).map(threeDecimals) ?? "-" })
        }
        return aligned(lines)
    }
}

/// What one gold page came to.
private struct PageScore: Sendable {
    var group: String?
    var thread: ThreadScore?
    var content: ContentScore?
    var calibration: Calibration?
    var problem: String?

    init(_ page: GoldPage, folder: String) {
        var options = AnalysisOptions()
        options.usePlatforms = page.section.usesPlatforms
        let source = folder + "/" + page.pagePath
        var analyzed: AnalyzedPage?
        do {
            analyzed = try analyzePage(Input(source: source).bytes(), source: source, options: options)
        } catch {
            problem = "the page: \(error)"
        }
        do {
            let data = try Data(contentsOf: URL(filePath: folder + "/" + page.goldPath))
            if page.section.isThreads {
                let gold = try JSONDecoder().decode(GoldThread.self, from: data)
                let pairs = CommentPairs(gold: gold.scored.map(\.text), found: analyzed?.discussion.comments.map(\.text) ?? [])
                group = gold.platform
                thread = ThreadScore(gold: gold, page: analyzed, pairs: pairs)
                calibration = analyzed.map { Calibration(section: page.section, gold: gold, page: $0, pairs: pairs) }
            } else {
                content = ContentScore(gold: try JSONDecoder().decode(GoldContent.self, from: data), page: analyzed)
            }
        } catch {
            problem = "the gold: \(error)"
        }
    }
}
