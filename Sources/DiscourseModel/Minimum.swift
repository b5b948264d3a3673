/// Below these a figure says too little to be shown. Every report prints them (`lines`).
package enum Minimum {
    /// Comments in the tree for figures of shape; comments with words; comments with a name.
    package static let comments = 10
    /// Comments with a time to the minute.
    package static let timed = 10
    /// Named authors for inequality and evenness.
    package static let authors = 5
    /// Ordered pairs of authors who answer one another.
    package static let authorPairs = 5
    /// Answers to answers between named authors.
    package static let grandchildren = 10
    /// Links with both times.
    package static let lags = 5
    /// Expected in every cell of a table of tags.
    package static let expected = 5.0
    /// Links for any association of tags, and comments that bear each of the two.
    package static let links = 20
    package static let associated = 5
    /// Words for lexical diversity.
    package static let words = 100
    /// Comments, links or threads that bear both of two tags, and of all that are looked at.
    package static let together = 3
    package static let units = 10
    /// Depths for a trend.
    package static let levels = 3
    /// Authors, or threads, that an interval draws from.
    package static let clusters = 5
    /// Comments that bear a tag, for a row by depth.
    package static let byDepth = 3
    /// Comments with a recurring phrase, their authors, and articles where it is to recur across articles.
    package static let phraseComments = 3
    package static let phraseAuthors = 2
    package static let phraseArticles = 2
    /// Speakers for a matrix of who answers whom, and the share of the replies that must be between those shown.
    package static let speakers = 8
    package static let speakersShare = 0.25
    /// Comments of a group whose rates are shown; of a period that is shown as a share.
    package static let group = 10
    package static let period = 20
    /// Words of a group for key words; uses of a word in both groups; people who use it.
    package static let groupWords = 500
    package static let wordUses = 5
    package static let wordPeople = 2
    /// |z| of a key word's log-odds: p = .01, two-sided.
    package static let keyZ = 2.576

    /// The minimums of a discussion's report, in words.
    package static let lines = [
        "Shape and h-index want \(comments) comments in the tree, half-life and burstiness \(timed) with a time, lags \(lags) links with both times, Gini and evenness \(authors) named authors, reciprocity \(authorPairs) pairs, ping-pong \(grandchildren) answers to answers, lexical diversity \(words) words.",
        "Tags that stand together want \(together) comments, links or threads with both, of \(units) at least; an association wants \(links) links, \(associated) comments with each tag and \(Int(expected)) links expected in every cell; a trend \(levels) depths; a row by depth \(byDepth) comments; intervals by authors and threads \(clusters) of them; the matrix of speakers \(speakers) of them and a quarter of the replies between those shown; a phrase \(phraseComments) comments of \(phraseAuthors) authors.",
    ]
}
