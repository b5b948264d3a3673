internal import CorpusMeasures
internal import DiscourseModel
internal import Exchange
internal import Foundation
internal import Reporting
internal import Storage

/// The index of a run of `report`: it gathers the articles, and remembers the run beside the page, so that the next one can say what changed.
struct IndexRun {
    let folder: String
    private var entries: [IndexEntry] = []
    private var sets: [PatternSetVersion] = []
    private var state: [String: RunState.Article] = [:]
    private var rates = IndexChanges.TagCounts()
    private var pages: [CorpusPage] = []
    /// The site of each page, where it is known.
    private var sites: [String?] = []

    private let authors: IndexMeasures.Authors?

    init(folder: String, authors: IndexMeasures.Authors?) { (self.folder, self.authors) = (folder, authors) }

    mutating func add(_ entry: IndexEntry, article: ArticleSummary, page: AnalyzedPage) {
        entries.append(entry)
        // The measures know which tags count: experimental ones may not.
        let counted = Set(page.measures.tags.map(\.tag))
        sites.append(article.site)
        pages.append(
            CorpusPage(
                article: entry.id, site: article.site, discussion: page.discussion, quotations: page.quotations,
                taggings: page.taggings.filter { counted.contains($0.tag) }, patternSets: page.patternSets))
        for set in page.patternSets where !sets.contains(set) { sets.append(set) }
        rates.base += page.discussion.comments.count(where: \.canBearTags)
        for (tag, base) in page.measures.tagBases { rates.bases[tag, default: 0] += base }
        for tag in page.measures.tags where tag.comments > 0 { rates.comments[tag.tag, default: 0] += tag.comments }
        state[entry.id] = RunState.Article(stamp: article.stamp, capture: article.capture, comments: article.comments, title: article.title ?? article.source)
    }

    /// - Returns: the path of the page.
    func write(_ report: IndexReport, selection: String?, threads: Int) throws -> String {
        let base = folder.hasSuffix("/") ? folder : folder + "/"
        let statePath = base + "index.json"
        let now = RunState.Run(articles: state, rates: rates, sets: Dictionary(sets.map { ($0.file, $0.sha256) }) { first, _ in first })
        var run = RunState(now: now, before: nil)
        if let data = FileManager.default.contents(atPath: statePath), let last = try? JSONDecoder().decode(RunState.self, from: data) {
            // A run that finds everything as it was tells what changed before it, so that it writes the same bytes.
            run.before = last.now == now ? last.before : last.now
        }
        let news = run.before.map { IndexChanges(lines: changes(from: $0, to: now), before: $0.rates, now: now.rates) }
        try writeFile(report.render(entries, sets: sets, corpus: IndexMeasures(pages, sites: sites, authors: authors).figures(threads: threads), selection: selection, changes: news), to: base + "index.html")
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        if let data = try? encoder.encode(run) { try writeFile(String(decoding: data, as: UTF8.self) + "\n", to: statePath) }
        return base + "index.html"
    }

    private func changes(from before: RunState.Run, to now: RunState.Run) -> [String] {
        func number(_ id: String) -> Int { Int(id.dropFirst()) ?? 0 }
        var lines: [String] = []
        for (id, article) in now.articles.sorted(by: { number($0.key) < number($1.key) }) {
            guard let old = before.articles[id] else {
                lines.append("\(id) is new: \(article.title), \(article.comments) comments")
                continue
            }
            if old.comments != article.comments { lines.append("\(id) has \(article.comments) comments, and had \(old.comments): \(article.title)") }
            else if old.capture != article.capture { lines.append("\(id) was captured anew: \(article.title)") }
        }
        let shown = 20
        if lines.count > shown { lines = lines.prefix(shown) + ["and \(lines.count - shown) more articles are new or have changed"] }
        let gone = before.articles.keys.filter { now.articles[$0] == nil }.sorted { number($0) < number($1) }
        if !gone.isEmpty { lines.append("not in this index any more: \(gone.joined(separator: ", "))") }
        let changed = Set(before.sets.keys).union(now.sets.keys).filter { before.sets[$0] != now.sets[$0] }.sorted()
        let patterns = changed.map { file in
            "\(file) (\(before.sets[file].map { String($0.prefix(8)) } ?? "none") → \(now.sets[file].map { String($0.prefix(8)) } ?? "none"))"
        }
        if !patterns.isEmpty {
            let isSameBase = before.articles.mapValues(\.capture) == now.articles.mapValues(\.capture)
            lines.append("patterns changed: \(patterns.joined(separator: ", ")); \(isSameBase ? "the comments are the same, so the tags moved for the patterns alone" : "the articles changed, too, so the tags may have moved for either")")
        }
        return lines
    }
}

/// What a run of the index found, and the run before it that differed.
private struct RunState: Codable {
    struct Article: Codable, Equatable {
        var stamp: String
        var capture: Int
        var comments: Int
        var title: String
    }
    struct Run: Codable, Equatable {
        var articles: [String: Article]
        var rates: IndexChanges.TagCounts
        /// SHA-256 of each pattern file.
        var sets: [String: String]
    }
    var schema = "rejoinder.index/2"
    var now: Run
    var before: Run?
}

/// By what a report can be told from one of an older state of the database: it stands in the report's head.
enum ReportStamp {
    /// The reports in a folder whose article was captured or tagged anew since they were written.
    static func older(than articles: [ArticleSummary], in folder: String) -> [String] {
        articles.compactMap { article in
            guard let file = FileHandle(forReadingAtPath: folder + "/a\(article.id).html") else { return nil }
            defer { try? file.close() }
            guard let head = try? file.read(upToCount: 2_048) else { return nil }
            return String(decoding: head, as: UTF8.self).contains("name=\"rejoinder-state\" content=\"\(article.stamp)\"") ? nil : "a\(article.id)"
        }
    }
}

extension ArticleSummary {
    /// The capture and the run of tagging that a report of it shows.
    var stamp: String { "s\(capture)" + (run.map { " r\($0)" } ?? "") }
}
