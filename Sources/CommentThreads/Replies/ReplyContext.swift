internal import DiscourseModel

/// What the finders of textual evidence look at.
struct ReplyContext {
    let comments: [Comment]
    let quotations: [Quotation]
    /// The order in which the comments are read.
    let order: TimeOrder
    /// When each comment was posted, so far as the order tells; times that the page states in words alone are told apart, but not true.
    let times: [Timestamp?]
    let names: AuthorNames
    let keys: PlatformKeys
    let subjects: SubjectLines
    /// Who answers many, by the number of an author: the article's author, as a rule.
    let host: Int?
    /// What the times tell of threads, where the page is in thread order.
    let threads: ThreadOrder?
    /// The words that comments share; `nil` where nobody asks for them.
    let words: SharedWords?
    /// The quotations of each comment.
    let quotationsOf: [Range<Int>]
    /// Whether a quarter of the comments repeat words of another: then people answer each other, and mostly the comment before.
    let isQuoting: Bool
    /// Whether a tenth of the comments that the page states are not in it: then what a comment answers may be missing.
    let isIncomplete: Bool
    /// The parents, or best guesses, settled so far, in the order in which the comments are read.
    var parents: [Int?]
    /// How sure each of them is, 0 to 1.
    var confidences: [Double]

    /// - Parameter statesThreading: whether the page states its threads; then words that comments share say nothing more.
    init(
        _ comments: [Comment], _ quotations: [Quotation], subjects headers: [String?] = [], claimed: Int? = nil, statesThreading: Bool = false,
        hints: [(older: Int, newer: Int)]
    ) {
        self.comments = comments
        self.quotations = quotations
        times = comparableTimes(of: comments)
        order = TimeOrder.ofReading(times, hints: hints)
        names = AuthorNames(of: comments, order: order)
        keys = PlatformKeys(of: comments)
        isIncomplete = (claimed ?? 0) * 9 > comments.count * 10
        threads = ThreadOrder(times)
        words = statesThreading || threads != nil || comments.count < 3 ? nil : SharedWords(of: comments)
        subjects = SubjectLines(of: comments, headers: headers, order: order)
        host = names.host(among: comments.count)
        var ranges = [Range<Int>](repeating: 0..<0, count: comments.count)
        var start = 0
        while start < quotations.count {
            var end = start + 1
            while end < quotations.count, quotations[end].comment == quotations[start].comment { end += 1 }
            ranges[quotations[start].comment] = start..<end
            start = end
        }
        quotationsOf = ranges
        let quoting = ranges.count { range in
            range.contains { if case .comment = quotations[$0].source { true } else { false } }
        }
        isQuoting = quoting > 0 && quoting * 4 >= comments.count
        parents = [Int?](repeating: nil, count: comments.count)
        confidences = [Double](repeating: 0, count: comments.count)
    }

    /// Whether `other` may be what `comment` answers, so far as order and people go: it is earlier, and not by the same author.
    func mayAnswer(_ comment: Int, _ other: Int) -> Bool {
        guard other != comment, order.isEarlier(other, than: comment) else { return false }
        guard let author = names.author[comment] else { return true }
        return names.author[other] != author
    }

    /// The author's latest comment before this one.
    func latest(by author: Int, before comment: Int) -> Int? {
        let all = names.comments[author]
        var low = 0
        var high = all.count
        while low < high {
            let middle = (low + high) / 2
            if order.isEarlier(all[middle], than: comment) { low = middle + 1 } else { high = middle }
        }
        return low > 0 ? all[low - 1] : nil
    }

    /// The comment of this page with a platform id.
    func comment(withKey key: String, before comment: Int) -> Int? { keys.comment(key, before: comment) }

    /// Whether both comments state times that say that another was posted later than this one.
    func wasLater(_ other: Int, than comment: Int) -> Bool {
        guard let own = times[comment], let their = times[other] else { return false }
        return own.hour != nil && their.hour != nil ? own.seconds < their.seconds : own.dateOnly < their.dateOnly
    }

    /// Whether this comment stands right behind another.
    func isNext(_ comment: Int, to other: Int) -> Bool { order.rank[comment] == order.rank[other] + 1 }

    /// Whether the times say that the page is in thread order, and do not say that this comment is an answer.
    func seemsTopLevel(_ comment: Int) -> Bool { threads?.places[comment] == .open }

    /// The comment just before this one.
    func previous(_ comment: Int) -> Int? {
        let rank = order.rank[comment]
        return rank > 0 ? order.earliestFirst[rank - 1] : nil
    }
}

/// Textual evidence that one comment answers another.
struct ReplyHint {
    var parent: Int
    var confidence: Double
    /// The name by which the comment calls whom it answers.
    var name: String?
}
