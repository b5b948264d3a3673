package import DiscourseModel
internal import LanguageIdentification
internal import Statistics

/// Several pages whose comments are measured together.
///
/// A comment counts once, however many captures of its article hold it: by its id on the platform, else by author, time as worded and text.
package struct Corpus: Sendable {
    package let pages: [CorpusPage]
    package let cohort: Cohort
    /// Live comments with words of their own, each once, in the order of pages and comments.
    package let base: [CorpusPlace]
    /// Comments that were left out because another capture had them (or, in the cohort of latest captures, a later one had not).
    package let repeatedInCaptures: Int
    /// By page: which comments could have borne which tag.
    private let bases: [TagBases]
    /// Byte ranges of comments that repeat what others wrote.
    private let quoted: [CorpusPlace: [Range<Int>]]

    /// Which captures of an article count; printed beside every figure.
    package enum Cohort: String, Sendable, Codable, CaseIterable {
        /// Comments of the latest capture alone (the last of the article's pages in the list).
        case latest
        /// Comments of any capture, in their latest version.
        case everSeen = "ever-seen"
    }

    /// - Parameter pages: captures of one article from the oldest to the newest.
    package init(_ pages: [CorpusPage], cohort: Cohort = .everSeen) {
        self.pages = pages
        self.cohort = cohort
        var newest: [String: Int] = [:]
        for (number, page) in pages.enumerated() { newest[page.article] = number }
        var base: [CorpusPlace] = []
        var repeated = 0
        var seen: [String: Set<Identity>] = [:]
        for (number, page) in pages.enumerated().reversed() {
            let isOlder = newest[page.article] != number
            var here: Set<Identity> = []
            for (index, comment) in page.discussion.comments.enumerated() where comment.canBearTags {
                let identity = Identity(comment)
                if isOlder, cohort == .latest || seen[page.article]?.contains(identity) == true {
                    repeated += 1
                    continue
                }
                here.insert(identity)
                base.append(CorpusPlace(page: number, comment: index))
            }
            // Two equal comments of one capture are two.
            seen[page.article, default: []].formUnion(here)
        }
        self.base = base.sorted()
        bases = pages.map { TagBases($0.discussion.comments, sets: $0.patternSets, language: identifyLanguage) }
        var quoted: [CorpusPlace: [Range<Int>]] = [:]
        for (number, page) in pages.enumerated() {
            for quotation in page.quotations { quoted[CorpusPlace(page: number, comment: quotation.comment), default: []].append(quotation.span.bytes) }
        }
        self.quoted = quoted
        repeatedInCaptures = repeated
    }

    /// What a comment keeps from capture to capture.
    private struct Identity: Hashable {
        var key: String
        var text: String
        init(_ comment: Comment) {
            if let platformKey = comment.platformKey, !platformKey.isEmpty {
                (key, text) = ("key:" + platformKey, "")
            } else {
                (key, text) = ((comment.author?.name ?? "") + "\u{1F}" + (comment.postedText ?? ""), comment.text)
            }
        }
    }

    package func comment(_ place: CorpusPlace) -> Comment { pages[place.page].discussion.comments[place.comment] }

    /// Who wrote a comment, one person within a site; `nil` for nobody in particular.
    func author(_ place: CorpusPlace) -> String? {
        comment(place).author?.identity.map { pages[place.page].site + "\u{1F}" + $0 }
    }

    /// Different authors, an unnamed comment as one of its own.
    func people(_ places: [CorpusPlace]) -> Int {
        var named: Set<String> = []
        var unnamed = 0
        for place in places { if let author = author(place) { named.insert(author) } else { unnamed += 1 } }
        return named.count + unnamed
    }

    func namedAuthors(_ places: [CorpusPlace]) -> Int { Set(places.compactMap(author)).count }

    /// The comments of the base that bear each tag in their authors' own voice.
    func tagged() -> [String: [CorpusPlace]] {
        let base = Set(base)
        var byTag: [String: Set<CorpusPlace>] = [:]
        for (number, page) in pages.enumerated() {
            for tagging in page.taggings where tagging.voice == .own {
                let place = CorpusPlace(page: number, comment: tagging.comment)
                if base.contains(place), canBear(tagging.tag, place) { byTag[tagging.tag, default: []].insert(place) }
            }
        }
        return byTag.mapValues { $0.sorted() }
    }

    /// Whether a tag could have been found in a comment.
    func canBear(_ tag: String, _ place: CorpusPlace) -> Bool { bases[place.page].contains(place.comment, for: tag) }

    /// A comment's own words: quoted passages left out.
    func words(_ place: CorpusPlace) -> [String] {
        let text = comment(place).text
        guard let spans = quoted[place] else { return Statistics.words(of: text) }
        var bytes = Array(text.utf8)
        for span in spans { for at in span where at < bytes.count { bytes[at] = 0x0A } }
        return Statistics.words(of: String(decoding: bytes, as: UTF8.self))
    }
}

/// A capture of an article, as the measures over several read it.
package struct CorpusPage: Sendable {
    /// The article's id, the same for all its captures.
    package var article: String
    /// Names of authors hold within it. Pages whose site is not known get one each: equal names are not taken for one person.
    package var site: String
    package var discussion: Discussion
    package var quotations: [Quotation]
    /// Those that count: without the experimental ones, say.
    package var taggings: [Tagging]
    /// Those that tagged it: a comment in another language than a set's is not in the base of its tags.
    package var patternSets: [PatternSetVersion]

    package init(
        article: String, site: String?, discussion: Discussion, quotations: [Quotation] = [], taggings: [Tagging] = [],
        patternSets: [PatternSetVersion] = []
    ) {
        self.article = article
        self.site = site ?? "article " + article
        self.discussion = discussion
        self.quotations = quotations
        self.taggings = taggings
        self.patternSets = patternSets
    }
}
