/// A figure of quality: its name, and which way is better.
struct Figure: Hashable, Sendable {
    var name: String
    /// `false` for figures of harm (`leak`, `invented`).
    var isBetterHigh = true
    /// Whether a floor is pinned under it.
    var isPinned = true

    static let threads = [
        Figure(name: "split_p", isPinned: false), Figure(name: "split_r", isPinned: false), Figure(name: "split_f1"), Figure(name: "text"),
        Figure(name: "author"), Figure(name: "date"), Figure(name: "link_p"), Figure(name: "link_r"), Figure(name: "link_f1"),
        Figure(name: "leak", isBetterHigh: false),
    ]
    static let content = [
        Figure(name: "article_p", isPinned: false), Figure(name: "article_r", isPinned: false), Figure(name: "article_f1"),
        Figure(name: "comments_p", isPinned: false), Figure(name: "comments_r", isPinned: false), Figure(name: "comments_f1"),
        Figure(name: "words_p", isPinned: false), Figure(name: "words_r", isPinned: false),
        Figure(name: "leak", isBetterHigh: false), Figure(name: "invented", isBetterHigh: false),
    ]
    static func all(_ section: GoldSection) -> [Figure] { section.isThreads ? threads : content }
}

/// The figures of one group of pages (a platform, or all).
struct FigureRow: Sendable {
    /// `nil`: nothing to measure it on.
    var values: [String: Double?] = [:]
    /// Pages, gold and found comments: what the figures rest on.
    var counts: [(name: String, value: Int)] = []
}
