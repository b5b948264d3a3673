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
    private var pages: [CorpusPage] = []
    /// The site of each page, where it is known.
    private var sites: [String?] = []

    private let authors: Authors?

    /// How authors under several articles are listed.
    enum Authors { case numbered, named }

    init(folder: String, authors: Authors?) { (self.folder, self.authors) = (folder, authors) }

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
        state[entry.id] = RunState.Article(stamp: article.stamp, comments: article.comments, title: article.title ?? article.source)
    }

    /// - Returns: the path of the page.
    func write(_ report: IndexReport, selection: String?) throws -> String {
        let base = folder.hasSuffix("/") ? folder : folder + "/"
        let statePath = base + "index.json"
        var run = RunState(articles: state, before: nil)
        if let data = FileManager.default.contents(atPath: statePath), let last = try? JSONDecoder().decode(RunState.self, from: data) {
            // A run that finds everything as it was tells what changed before it, so that it writes the same bytes.
            run.before = last.articles == state ? last.before : last.articles
        }
        let news = run.before.map { changes(since: $0) }
        try writeFile(report.render(entries, sets: sets, corpus: measured(), selection: selection, changes: news), to: base + "index.html")
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        if let data = try? encoder.encode(run) { try writeFile(String(decoding: data, as: UTF8.self) + "\n", to: statePath) }
        return base + "index.html"
    }

    private func measured() -> IndexCorpus {
        let corpus = Corpus(pages)
        var result = IndexCorpus()
        result.pages = pages.map { ($0.article, $0.discussion.comments.map(\.id)) }
        result.repeats = repeats(corpus)
        result.words = words(corpus)
        result.associations = corpus.associations()
        result.authors = authors.map { corpus.recurringAuthors(names: $0 == .named) }
        return result
    }

    /// Words of the sites with the most comments, each against all other sites; of one site, the earlier half of the comments against the later.
    private func words(_ corpus: Corpus) -> [IndexWords] {
        var comments: [String: Int] = [:]
        for place in corpus.base { if let site = sites[place.page] { comments[site, default: 0] += 1 } }
        let known = comments.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
        guard known.count < 2 else {
            return known.prefix(known.count == 2 ? 1 : 3).map { site in
                let other = known.count == 2 ? known[1] : "the other \(known.count - 1) sites"
                return IndexWords(first: site, second: other, figures: corpus.keyness(most: 12) { sites[$0.page].map { $0 == site } })
            }
        }
        let days = corpus.base.compactMap { corpus.comment($0).posted?.dateOnly }.sorted()
        guard pages.count > 1, let first = days.first, let last = days.last, first < last else { return [] }
        let middle = days[days.count / 2]
        // Where half of the comments are of the first day, that day stands against the rest.
        let isEarlier = { (day: Timestamp) in middle > first ? day < middle : day == first }
        let figures = corpus.keyness(most: 12) { corpus.comment($0).posted.map { isEarlier($0.dateOnly) } }
        return [IndexWords(first: middle > first ? "before \(middle.iso8601)" : first.iso8601, second: middle > first ? "since \(middle.iso8601)" : "after \(first.iso8601)", figures: figures)]
    }

    /// Texts under several articles. Shorter ones ("thanks, I had not thought of that") recur without having been copied.
    private func repeats(_ corpus: Corpus) -> [IndexRepeat] {
        corpus.repeatedTexts(leastWords: 8).filter { $0.articles > 1 }.map { group in
            IndexRepeat(
                text: corpus.comment(group.comments[0]).text,
                comments: group.comments.map { place in
                    let comment = corpus.comment(place)
                    return (article: corpus.pages[place.page].article, id: comment.id, author: comment.author?.name)
                }, authors: group.authors, articles: group.articles)
        }
    }

    private func changes(since before: [String: RunState.Article]) -> [String] {
        func number(_ id: String) -> Int { Int(id.dropFirst()) ?? 0 }
        var lines: [String] = []
        for (id, article) in state.sorted(by: { number($0.key) < number($1.key) }) {
            guard let old = before[id] else {
                lines.append("\(id) is new: \(article.title), \(article.comments) comments")
                continue
            }
            if old.comments != article.comments { lines.append("\(id) has \(article.comments) comments, and had \(old.comments): \(article.title)") }
            else if old.stamp != article.stamp { lines.append("\(id) was captured or tagged anew: \(article.title)") }
        }
        let gone = before.keys.filter { state[$0] == nil }.sorted { number($0) < number($1) }
        if !gone.isEmpty { lines.append("not in this index any more: \(gone.joined(separator: ", "))") }
        return lines
    }
}

/// What a run of the index found, and the run before it that differed.
private struct RunState: Codable {
    struct Article: Codable, Equatable {
        var stamp: String
        var comments: Int
        var title: String
    }
    var schema = "rejoinder.index/1"
    var articles: [String: Article]
    var before: [String: Article]?
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
