internal import CorpusMeasures
internal import DiscourseModel
internal import Pipeline
internal import Reporting

/// What the comments of all articles of an index show together.
struct IndexMeasures: Sendable {
    private let corpus: Corpus
    /// The site of each page, where it is known.
    private let sites: [String?]
    private let authors: Authors?

    /// How authors under several articles are listed.
    enum Authors { case numbered, named }

    init(_ pages: [CorpusPage], sites: [String?], authors: Authors?) { (corpus, self.sites, self.authors) = (Corpus(pages), sites, authors) }

    /// The figures, their parts worked out side by side.
    func figures(threads: Int) -> IndexCorpus {
        var result = IndexCorpus()
        result.pages = corpus.pages.map { ($0.article, $0.discussion.comments.map(\.id)) }
        result.authors = authors.map { corpus.recurringAuthors(names: $0 == .named) }
        orderedMap(Part.allCases, threads: threads, makeWorker: {}) { _, part in of(part) } each: { _, figures in
            switch figures {
            case .words(let words): result.words = words
            case .overTime(let overTime): result.overTime = overTime
            case .repetition(let repeats, let phrases): (result.repeats, result.phrases) = (repeats, phrases)
            case .associations(let associations): result.associations = associations
            }
            return true
        }
        return result
    }

    /// The longest first.
    private enum Part: CaseIterable { case words, repetition, overTime, associations }

    private enum Figures: Sendable {
        case words([IndexWords])
        case repetition([IndexRepeat], [CorpusPhrase])
        case overTime((unit: String, rates: GroupedRates)?)
        case associations([CorpusAssociation])
    }

    private func of(_ part: Part) -> Figures {
        switch part {
        case .words: return .words(words())
        case .repetition:
            let copies = corpus.repeatedTexts(leastWords: 8)
            return .repetition(repeats(copies), corpus.recurringPhrases(copies: copies))
        case .overTime: return .overTime(overTime())
        case .associations: return .associations(corpus.associations())
        }
    }

    /// Words of the sites with the most comments, each against all other sites; of one site, the earlier half of the comments against the later.
    private func words() -> [IndexWords] {
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
        guard corpus.pages.count > 1, let first = days.first, let last = days.last, first < last else { return [] }
        let middle = days[days.count / 2]
        // Where half of the comments are of the first day, that day stands against the rest.
        let isEarlier = { (day: Timestamp) in middle > first ? day < middle : day == first }
        let figures = corpus.keyness(most: 12) { corpus.comment($0).posted.map { isEarlier($0.dateOnly) } }
        return [IndexWords(first: middle > first ? "before \(middle.iso8601)" : first.iso8601, second: middle > first ? "since \(middle.iso8601)" : "after \(first.iso8601)", figures: figures)]
    }

    /// Texts under several articles. Shorter ones ("thanks, I had not thought of that") recur without having been copied.
    private func repeats(_ copies: [CorpusRepeat]) -> [IndexRepeat] {
        copies.filter { $0.articles > 1 }.map { group in
            IndexRepeat(
                text: corpus.comment(group.comments[0]).text,
                comments: group.comments.map { place in
                    let comment = corpus.comment(place)
                    return (article: corpus.pages[place.page].article, id: comment.id, author: comment.author?.name)
                }, authors: group.authors, articles: group.articles)
        }
    }

    /// By month, or by year where there are many months.
    private func overTime() -> (unit: String, rates: GroupedRates)? {
        let months = Set(corpus.base.compactMap { corpus.comment($0).posted.map { $0.year * 12 + $0.month } })
        guard let first = months.min(), let last = months.max(), last > first else { return nil }
        let period: Corpus.Period = last - first < 12 ? .month : .year
        return (period.rawValue, corpus.rates(over: period, leastBase: Minimum.period))
    }
}
