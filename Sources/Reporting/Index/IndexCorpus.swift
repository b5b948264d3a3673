package import DiscourseModel

/// What the comments of all articles of an index show together.
package struct IndexCorpus: Sendable {
    /// Each page that was measured: its article, and the ids of its comments, as `CorpusPlace` counts them.
    package var pages: [(article: String, comments: [String])] = []
    /// Texts that comments under several articles share, the most widespread first.
    package var repeats: [IndexRepeat] = []
    /// Runs of words that comments under several articles share, those of most articles first.
    package var phrases: [CorpusPhrase] = []
    /// Rates of tags by month, or by year; `nil` where all comments are of one.
    package var overTime: (unit: String, rates: GroupedRates)?
    /// Comparisons of words, each of two groups of comments.
    package var words: [IndexWords] = []
    /// Tags of comments with tags of their replies, within threads.
    package var associations: [CorpusAssociation] = []
    /// Authors under several articles; `nil` where they were not asked for.
    package var authors: [RecurringAuthor]?

    package init() {}
}

/// The words that set two groups of comments apart.
package struct IndexWords: Sendable {
    package var first: String
    package var second: String
    package var figures: KeynessFigures

    package init(first: String, second: String, figures: KeynessFigures) { (self.first, self.second, self.figures) = (first, second, figures) }
}
