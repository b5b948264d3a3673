import DiscourseModel

/// Below these a figure says too little to be shown.
package enum Minimum {
    package static let comments = 10
    package static let timed = 10
    package static let authors = 5
    package static let authorPairs = 5
    package static let grandchildren = 10
    package static let lags = 5
    /// Expected in every cell of a table.
    package static let expected = 5.0
    package static let words = 100
    package static let pairComments = 3
    package static let levels = 3
    package static let clusters = 5

    static func enough<Value>(_ count: Int, _ least: Int, _ what: String, _ value: @autoclosure () -> Value?) -> Finding<Value> {
        guard count >= least else { return .leftOut("fewer than \(least) \(what) (\(count))") }
        return value().map { .value($0) } ?? .leftOut("the same for all")
    }
}

/// What the figures mean, in words for a report's section on method.
package let measureConventions = [
    "The article is the root of the tree; a top-level comment stands at depth 0 in the tree of comments and one step below the article for structural virality and the h-index.",
    "With explicit links alone, a comment whose parent was inferred counts as an answer to the article, as the page has it.",
    "Comments that answer someone absent, and what stands below them, are in no figure of depth or shape.",
    "Structural virality is the mean distance between two nodes of the tree (Goel and others 2016). The h-index is the number of first levels that each hold at least as many comments as their number (Gómez and others 2008); where a level behind a gap holds as many as its number, that is shown, too.",
    "Reciprocity counts different ordered pairs of authors; beyond chance it is set against as many pairs at random (Garlaschelli and Loffredo 2004).",
    "Authors are told apart by their account or profile where the page gives one, else by name; comments without a name are in no figure of people. Replies to oneself are counted apart.",
    "A reply's lag needs both times to the minute. Missing and negative ones are counted and left out.",
    "Intervals of shares are Wilson's (1927), at 95 %; those by author and by thread draw whole authors or threads (bootstrap, 1,000 draws, seed 1).",
    "Tags count once a comment, in the author's own voice. The base is live comments with words of their own, in the language of the tag's set or one that cannot be told.",
    "Association compares a comment's tag with its reply's over explicit links and links inferred from names, order or place: links told from shared words or quotations would prove themselves. It is no cause. Tables with fewer than 5 expected in a cell are left out.",
    "Repeated texts share four fifths of their runs of five words, quotations left out (Broder 1997).",
]
