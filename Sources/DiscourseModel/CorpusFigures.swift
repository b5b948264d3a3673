/// A comment among several pages: the page's index in the corpus, the comment's in its discussion.
package struct CorpusPlace: Hashable, Sendable, Codable, Comparable {
    package var page: Int
    package var comment: Int
    package init(page: Int, comment: Int) { (self.page, self.comment) = (page, comment) }
    package static func < (a: CorpusPlace, b: CorpusPlace) -> Bool { (a.page, a.comment) < (b.page, b.comment) }
}

/// How often a tag stands in a group of pages or in a period.
package struct GroupRate: Hashable, Sendable, Codable {
    /// What the group or period is called: a site, `2026-03` ...
    package var group: String
    package var tag: String
    /// Comments that bear the tag in their authors' own voice.
    package var comments: [CorpusPlace]
    /// Live comments with own words, each counted once.
    package var base: Int
    /// Different named authors who used it; unnamed comments are in no count of authors.
    package var authors: Int
    /// 95 % of comments / base: E. B. Wilson, JASA 22 (1927).
    package var low: Double
    package var high: Double
    /// The same when whole authors (an unnamed comment as one of its own), or whole threads are drawn: percentile bootstrap, 1,000 draws
    /// (200 above 2,000 of them), seed 1. `nil` below five of them.
    package var byAuthors: Bounds?
    package var byThreads: Bounds?

    /// The interval to show: by authors; where none or all of the comments bear the tag, draws say nothing, and Wilson's stands.
    package var interval: Bounds { comments.isEmpty || comments.count == base ? Bounds(low, high) : byAuthors ?? Bounds(low, high) }

    package init(
        group: String, tag: String, comments: [CorpusPlace], base: Int, authors: Int, low: Double, high: Double, byAuthors: Bounds?,
        byThreads: Bounds?
    ) {
        self.group = group
        self.tag = tag
        self.comments = comments
        self.base = base
        self.authors = authors
        self.low = low
        self.high = high
        self.byAuthors = byAuthors
        self.byThreads = byThreads
    }
}

/// Rates of tags in groups or periods.
package struct GroupedRates: Hashable, Sendable, Codable {
    /// By group in order, then by tag.
    package var rates: [GroupRate]
    /// From each group to the next: how far the shares of tags moved, 0 to 1 (Jensen-Shannon divergence, base 2: J. Lin 1991).
    package var drift: [GroupDrift]
    /// Comments of the base that belong to no group (no date, say): in no figure.
    package var ungrouped: Int
    /// Groups whose base was too small to show, each with it.
    package var leftOut: [String: Int]

    package init(rates: [GroupRate] = [], drift: [GroupDrift] = [], ungrouped: Int = 0, leftOut: [String: Int] = [:]) {
        self.rates = rates
        self.drift = drift
        self.ungrouped = ungrouped
        self.leftOut = leftOut
    }
}

package struct GroupDrift: Hashable, Sendable, Codable {
    package var from: String
    package var to: String
    package var divergence: Double
    package init(from: String, to: String, divergence: Double) { (self.from, self.to, self.divergence) = (from, to, divergence) }
}

/// A word that sets one group of comments off from another.
package struct KeyWord: Hashable, Sendable, Codable {
    package var word: String
    package var inFirst: Int
    package var inSecond: Int
    /// Comments that use it, in the group that has more of it.
    package var comments: [CorpusPlace]
    /// Different named authors and pages among them: one author's word is no theme.
    package var authors: Int
    package var pages: Int
    /// G² of all four cells: T. Dunning, Computational Linguistics 19 (1993).
    package var g2: Double
    /// Binary logarithm of the ratio of relative frequencies, positive for the first group: A. Hardie, "Log Ratio" (2014).
    package var logRatio: Double
    /// z of the log-odds with an informative Dirichlet prior (both groups together), positive for the first: Monroe, Colaresi and Quinn 2008.
    package var z: Double
    /// How unevenly the word is spread over the comments of that group, 0 even to nearly 1: S. Th. Gries, IJCL 13 (2008).
    package var dispersion: Double

    package init(
        word: String, inFirst: Int, inSecond: Int, comments: [CorpusPlace], authors: Int, pages: Int, g2: Double, logRatio: Double, z: Double,
        dispersion: Double
    ) {
        self.word = word
        self.inFirst = inFirst
        self.inSecond = inSecond
        self.comments = comments
        self.authors = authors
        self.pages = pages
        self.g2 = g2
        self.logRatio = logRatio
        self.z = z
        self.dispersion = dispersion
    }
}

/// Key words of two groups, with the words of each; or why there are none.
package struct KeynessFigures: Hashable, Sendable, Codable {
    package var firstWords: Int
    package var secondWords: Int
    /// Those of the first group, then of the second, by the size of z.
    package var words: [KeyWord]
    /// Why there are none, where a group is too small.
    package var leftOut: String?

    package init(firstWords: Int, secondWords: Int, words: [KeyWord] = [], leftOut: String? = nil) {
        self.firstWords = firstWords
        self.secondWords = secondWords
        self.words = words
        self.leftOut = leftOut
    }
}

/// Comments of several pages with (nearly) the same text.
package struct CorpusRepeat: Hashable, Sendable, Codable {
    package var comments: [CorpusPlace]
    /// Different authors, an unnamed comment as one of its own; equal names on two sites are two.
    package var authors: Int
    package var articles: Int
    package init(comments: [CorpusPlace], authors: Int, articles: Int) { (self.comments, self.authors, self.articles) = (comments, authors, articles) }
}

/// A run of words that comments of several authors under several articles use.
package struct CorpusPhrase: Hashable, Sendable, Codable {
    package var words: String
    package var comments: [CorpusPlace]
    /// Different authors, an unnamed comment as one of its own.
    package var authors: Int
    package var articles: Int
    package init(words: String, comments: [CorpusPlace], authors: Int, articles: Int) {
        (self.words, self.comments, self.authors, self.articles) = (words, comments, authors, articles)
    }
}

/// How a tag of comments goes with a tag of their replies, within threads of all pages. An association, no cause.
package struct CorpusAssociation: Hashable, Sendable, Codable {
    package var parentTag: String
    package var replyTag: String
    /// Links: both tagged, the parent alone, the reply alone, neither.
    package var counts: [Int]
    /// Threads that hold links.
    package var threads: Int
    /// The common odds ratio (Mantel and Haenszel 1959) and its 95 % interval (Robins, Breslow and Greenland 1986).
    package var oddsRatio: Double
    package var low: Double
    package var high: Double
    /// Replies of links with both tags.
    package var replies: [CorpusPlace]

    package init(
        parentTag: String, replyTag: String, counts: [Int], threads: Int, oddsRatio: Double, low: Double, high: Double, replies: [CorpusPlace]
    ) {
        self.parentTag = parentTag
        self.replyTag = replyTag
        self.counts = counts
        self.threads = threads
        self.oddsRatio = oddsRatio
        self.low = low
        self.high = high
        self.replies = replies
    }
}

/// Someone who commented under several articles of one site.
package struct RecurringAuthor: Hashable, Sendable, Codable {
    /// The name, or `author 1` where names are not asked for.
    package var label: String
    package var site: String
    package var comments: [CorpusPlace]
    package var articles: Int
    package init(label: String, site: String, comments: [CorpusPlace], articles: Int) {
        (self.label, self.site, self.comments, self.articles) = (label, site, comments, articles)
    }
}
