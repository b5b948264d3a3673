/// What a report adds to the counts of `DiscussionMeasures`. Every figure carries its base, and is left out, with the reason, where the
/// base is too small to say anything.
package struct DiscussionDetail: Hashable, Sendable, Codable {
    /// With inferred links taken for replies to the article, as the page alone has it; then with all links.
    package var explicitLinks: LinkFigures
    package var allLinks: LinkFigures
    package var people: PeopleFigures
    package var time: TimeFigures
    /// By tag, in the order of `DiscussionMeasures.tags`.
    package var tagDetails: [TagDetail]
    /// Pairs of tags that stand together, by level, the surest (the smallest p) first.
    package var tagPairs: [TagPair]
    /// Tags of a comment against tags of its replies.
    package var associations: [TagAssociation]
    package var repeatedTexts: [RepeatedText]
    package var phrases: [RecurringPhrase]
    /// Paragraphs of the article that comments quote, in the article's order.
    package var quotedParagraphs: [QuotedParagraph]
    package var words: WordFigures
    /// Comments with at least ten votes of which some are for and some against, the most disputed first, at most ten.
    package var disputed: [DisputedComment]
    /// Whether depth and shape may be set beside those of other pages: the page holds the comments it claims to have.
    package var isComplete: Bool

    package init(
        explicitLinks: LinkFigures, allLinks: LinkFigures, people: PeopleFigures, time: TimeFigures, tagDetails: [TagDetail],
        tagPairs: [TagPair], associations: [TagAssociation], repeatedTexts: [RepeatedText], phrases: [RecurringPhrase],
        quotedParagraphs: [QuotedParagraph], words: WordFigures, disputed: [DisputedComment] = [], isComplete: Bool
    ) {
        self.explicitLinks = explicitLinks
        self.allLinks = allLinks
        self.people = people
        self.time = time
        self.tagDetails = tagDetails
        self.tagPairs = tagPairs
        self.associations = associations
        self.repeatedTexts = repeatedTexts
        self.phrases = phrases
        self.quotedParagraphs = quotedParagraphs
        self.words = words
        self.disputed = disputed
        self.isComplete = isComplete
    }
}

/// A comment that voters are divided about.
package struct DisputedComment: Hashable, Sendable, Codable {
    package var comment: Int
    package var up: Int
    package var down: Int
    /// All votes, to the power of the smaller side by the larger.
    package var controversy: Double
    package init(comment: Int, up: Int, down: Int, controversy: Double) { (self.comment, self.up, self.down, self.controversy) = (comment, up, down, controversy) }
}

/// A figure, or why there is none.
package enum Finding<Value: Hashable & Sendable & Codable>: Hashable, Sendable, Codable {
    case value(Value)
    /// "fewer than 10 comments (6)".
    case leftOut(String)

    package var value: Value? { if case .value(let value) = self { value } else { nil } }
    package var reason: String? { if case .leftOut(let reason) = self { reason } else { nil } }
}

/// A 95 % interval.
package struct Bounds: Hashable, Sendable, Codable {
    package var low: Double
    package var high: Double
    package init(_ low: Double, _ high: Double) { (self.low, self.high) = (low, high) }
}

/// Shape and conversation as a set of links gives them. The article is the root at depth 0, a top-level comment stands at 1; comments
/// that answer someone absent, and those below them, are not in the tree and counted as `orphans`.
package struct LinkFigures: Hashable, Sendable, Codable {
    /// Links from a comment to a comment.
    package var links: Int
    package var comments: Int
    package var orphans: Int
    package var maxDepth: Int
    package var meanDepth: Double
    /// The most comments at one depth.
    package var width: Int
    package var topLevel: Int
    /// Comments without a reply.
    package var leaves: Int
    /// Mean number of replies to whatever has one, the article included.
    package var branching: Double
    /// The mean distance of two nodes of the tree: S. Goel and others, Management Science 62 (2016) 180-196.
    package var structuralVirality: Finding<Double>
    /// The last of the first levels that each hold at least as many comments as their number: V. Gómez, A. Kaltenbrunner and V. López,
    /// WWW (2008) 645-654; levels behind a gap do not count.
    package var hIndex: Finding<Int>
    /// The last level at all that holds at least as many comments as its number, gaps before it or not.
    package var hIndexAcrossGaps: Finding<Int>
    /// The h-index plus one by the number of comments, which tells discussions of one h-index apart: fewer comments that go as deep are
    /// the more controversial (the same source).
    package var hIndexWithTies: Finding<Double>
    /// Of the pairs "A answered B" (of different authors), the share with "B answered A".
    package var reciprocity: Finding<Double>
    /// Reciprocity against that of as many pairs by chance, 0 as by chance, 1 all returned, below 0 avoided: D. Garlaschelli and
    /// M. I. Loffredo, Physical Review Letters 93 (2004) 268701.
    package var reciprocityBeyondChance: Finding<Double>
    package var authorPairs: Int
    /// Of comments whose parent is an answer, the share "A, B, A again".
    package var pingPong: Finding<Double>
    package var pingPongBase: Int
    package var selfReplies: Int
    /// Seconds from a comment to its reply.
    package var lag: Finding<Spread>
    /// Links without both times (to the minute), and with a reply before what it answers: in no lag.
    package var lagsUntimed: Int
    package var lagsNegative: Int

    package init(
        links: Int, comments: Int, orphans: Int, maxDepth: Int, meanDepth: Double, width: Int, topLevel: Int, leaves: Int, branching: Double,
        structuralVirality: Finding<Double>, hIndex: Finding<Int>, hIndexAcrossGaps: Finding<Int>, hIndexWithTies: Finding<Double>,
        reciprocity: Finding<Double>, reciprocityBeyondChance: Finding<Double>, authorPairs: Int, pingPong: Finding<Double>,
        pingPongBase: Int, selfReplies: Int, lag: Finding<Spread>, lagsUntimed: Int, lagsNegative: Int
    ) {
        self.links = links
        self.comments = comments
        self.orphans = orphans
        self.maxDepth = maxDepth
        self.meanDepth = meanDepth
        self.width = width
        self.topLevel = topLevel
        self.leaves = leaves
        self.branching = branching
        self.structuralVirality = structuralVirality
        self.hIndex = hIndex
        self.hIndexAcrossGaps = hIndexAcrossGaps
        self.hIndexWithTies = hIndexWithTies
        self.reciprocity = reciprocity
        self.reciprocityBeyondChance = reciprocityBeyondChance
        self.authorPairs = authorPairs
        self.pingPong = pingPong
        self.pingPongBase = pingPongBase
        self.selfReplies = selfReplies
        self.lag = lag
        self.lagsUntimed = lagsUntimed
        self.lagsNegative = lagsNegative
    }
}

/// How values are spread: quartiles and the ninetieth percentile, of `count` values.
package struct Spread: Hashable, Sendable, Codable {
    package var count: Int
    package var lowerQuartile: Double
    package var median: Double
    package var upperQuartile: Double
    package var ninetieth: Double

    package init(count: Int, lowerQuartile: Double, median: Double, upperQuartile: Double, ninetieth: Double) {
        self.count = count
        self.lowerQuartile = lowerQuartile
        self.median = median
        self.upperQuartile = upperQuartile
        self.ninetieth = ninetieth
    }
}

/// Who takes part. Unnamed comments are in no figure.
package struct PeopleFigures: Hashable, Sendable, Codable {
    package var authors: Int
    package var named: Int
    /// Comments by author, the most first: the indices of each one's comments.
    package var mostActive: [AuthorShare]
    /// Inequality of the numbers of comments, 0 to nearly 1.
    package var gini: Finding<Double>
    /// Entropy of the shares against equal ones, 0 to 1.
    package var entropy: Finding<Double>
    /// Share of comments whose author had written before.
    package var reEntry: Finding<Double>
    /// Comments by the author of the article.
    package var byArticleAuthor: [Int]

    package init(
        authors: Int, named: Int, mostActive: [AuthorShare], gini: Finding<Double>, entropy: Finding<Double>, reEntry: Finding<Double>,
        byArticleAuthor: [Int]
    ) {
        self.authors = authors
        self.named = named
        self.mostActive = mostActive
        self.gini = gini
        self.entropy = entropy
        self.reEntry = reEntry
        self.byArticleAuthor = byArticleAuthor
    }
}

package struct AuthorShare: Hashable, Sendable, Codable {
    package var name: String
    package var comments: [Int]
    /// Replies (links of all kinds) that the author's comments got.
    package var received: Int
    package init(name: String, comments: [Int], received: Int) { (self.name, self.comments, self.received) = (name, comments, received) }
}

/// When comments came.
package struct TimeFigures: Hashable, Sendable, Codable {
    /// Comments with a time to the minute, and without.
    package var timed: Int
    package var untimed: Int
    /// Seconds from the article to the first comment; left out where either has no time.
    package var toFirst: Finding<Int>
    /// Seconds from the first comment until half of all had come.
    package var halfLife: Finding<Int>
    /// Of the gaps between comments: -1 like a clock, 0 by chance, 1 in bursts (Goh and Barabási 2008).
    package var burstiness: Finding<Double>

    package init(timed: Int, untimed: Int, toFirst: Finding<Int>, halfLife: Finding<Int>, burstiness: Finding<Double>) {
        self.timed = timed
        self.untimed = untimed
        self.toFirst = toFirst
        self.halfLife = halfLife
        self.burstiness = burstiness
    }
}

package struct TagDetail: Hashable, Sendable, Codable {
    package var tag: String
    /// Comments that bear it.
    package var comments: [Int]
    /// Matches per 1,000 words of the base.
    package var perThousandWords: Double
    /// The interval of the share when authors, and threads, are drawn instead of comments: one loud author widens it.
    package var byAuthors: Finding<Bounds>
    package var byThreads: Finding<Bounds>
    /// z of the Cochran-Armitage trend over depths (positive: more of it deeper down) and its p.
    package var depthTrend: Finding<Trend>
    /// Tagged comments and the base at each depth, from 0 for top-level ones.
    package var byDepth: [DepthShare]
    /// What it is aimed at, where its patterns name a target; the most frequent first.
    package var targets: [TagTarget]

    package init(
        tag: String, comments: [Int], perThousandWords: Double, byAuthors: Finding<Bounds>, byThreads: Finding<Bounds>,
        depthTrend: Finding<Trend>, byDepth: [DepthShare], targets: [TagTarget] = []
    ) {
        self.tag = tag
        self.comments = comments
        self.perThousandWords = perThousandWords
        self.byAuthors = byAuthors
        self.byThreads = byThreads
        self.depthTrend = depthTrend
        self.byDepth = byDepth
        self.targets = targets
    }
}

/// What a tag is aimed at: the words that the group `target` of its patterns matched, in lower case.
package struct TagTarget: Hashable, Sendable, Codable {
    package var words: String
    package var comments: [Int]
    package var authors: Int
    package init(words: String, comments: [Int], authors: Int) { (self.words, self.comments, self.authors) = (words, comments, authors) }
}

package struct DepthShare: Hashable, Sendable, Codable {
    package var count: Int
    package var base: Int
    package init(count: Int, base: Int) { (self.count, self.base) = (count, base) }
}

package struct Trend: Hashable, Sendable, Codable {
    package var z: Double
    package var p: Double
    package init(z: Double, p: Double) { (self.z, self.p) = (z, p) }
}

/// Two tags that stand together.
package struct TagPair: Hashable, Sendable, Codable {
    /// In what they stand: one comment, a comment (the first tag) and its reply (the second), or one thread.
    package var level: Level
    package var first: String
    package var second: String
    /// The comments, the replies, or the threads' first comments.
    package var both: [Int]
    package var firstCount: Int
    package var secondCount: Int
    package var base: Int
    package var jaccard: Double
    package var lift: Double
    /// -1 never together, 0 by chance, 1 always (Bouma 2009).
    package var npmi: Double
    /// Fisher's exact p, corrected for the number of pairs (Benjamini and Hochberg 1995).
    package var p: Double

    package enum Level: String, Hashable, Sendable, Codable, CaseIterable { case comment, reply, thread }

    package init(
        level: Level = .comment, first: String, second: String, both: [Int], firstCount: Int, secondCount: Int, base: Int, jaccard: Double,
        lift: Double, npmi: Double, p: Double
    ) {
        self.level = level
        self.first = first
        self.second = second
        self.both = both
        self.firstCount = firstCount
        self.secondCount = secondCount
        self.base = base
        self.jaccard = jaccard
        self.lift = lift
        self.npmi = npmi
        self.p = p
    }
}

/// How a tag of a comment goes with a tag of its replies. An association, no cause: both may come from the subject.
///
/// Links told from shared words or quotations are not in it, for they would prove themselves; nor are replies to oneself.
package struct TagAssociation: Hashable, Sendable, Codable {
    package var parentTag: String
    package var replyTag: String
    /// Links: both tagged, the parent alone, the reply alone, neither.
    package var counts: [Int]
    package var oddsRatio: Double
    package var interval: Bounds
    /// The common odds ratio within threads (Mantel and Haenszel 1959); left out where threads say nothing.
    package var withinThreads: Finding<Double>
    package var withinThreadsInterval: Bounds?
    /// The share of random tables, replies' tags shuffled within thread and depth, with at least as many links of both: one-sided p.
    package var permutationP: Double
    package var draws: Int
    package var seed: UInt64
    /// Replies of links with both tags.
    package var replies: [Int]

    package init(
        parentTag: String, replyTag: String, counts: [Int], oddsRatio: Double, interval: Bounds, withinThreads: Finding<Double>,
        withinThreadsInterval: Bounds?, permutationP: Double, draws: Int, seed: UInt64, replies: [Int]
    ) {
        self.parentTag = parentTag
        self.replyTag = replyTag
        self.counts = counts
        self.oddsRatio = oddsRatio
        self.interval = interval
        self.withinThreads = withinThreads
        self.withinThreadsInterval = withinThreadsInterval
        self.permutationP = permutationP
        self.draws = draws
        self.seed = seed
        self.replies = replies
    }
}

/// Comments with (nearly) the same text, quotations left out.
package struct RepeatedText: Hashable, Sendable, Codable {
    package var comments: [Int]
    package var authors: Int
    /// Whether all are the same word for word.
    package var isExact: Bool
    package init(comments: [Int], authors: Int, isExact: Bool) { (self.comments, self.authors, self.isExact) = (comments, authors, isExact) }
}

/// A run of words that several comments of several authors use.
package struct RecurringPhrase: Hashable, Sendable, Codable {
    package var words: String
    package var comments: [Int]
    package var authors: Int
    package init(words: String, comments: [Int], authors: Int) { (self.words, self.comments, self.authors) = (words, comments, authors) }
}

package struct QuotedParagraph: Hashable, Sendable, Codable {
    /// Index of the article's block.
    package var block: Int
    package var comments: [Int]
    package var authors: Int
    package init(block: Int, comments: [Int], authors: Int) { (self.block, self.comments, self.authors) = (block, comments, authors) }
}

package struct WordFigures: Hashable, Sendable, Codable {
    /// Words of live comments.
    package var words: Int
    package var medianLength: Finding<Double>
    /// Lexical diversity of all comments together (McCarthy and Jarvis 2010).
    package var mtld: Finding<Double>
    /// The mean type-token ratio of all runs of 50 words: Covington and McFall 2010.
    package var mattr: Finding<Double>
    package init(words: Int, medianLength: Finding<Double>, mtld: Finding<Double>, mattr: Finding<Double>) {
        (self.words, self.medianLength, self.mtld, self.mattr) = (words, medianLength, mtld, mattr)
    }
}
