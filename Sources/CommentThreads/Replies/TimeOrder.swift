internal import DiscourseModel
internal import TimeExpressions

/// When comments were posted, to be compared with each other only: where no time is absolute ("3 hours ago", "Tuesday July 24, 8:51") all are
/// counted from one moment, whichever it is.
func comparableTimes(of comments: [Comment]) -> [Timestamp?] {
    let posted = comments.map(\.posted)
    guard posted.allSatisfy({ $0 == nil }), comments.contains(where: { $0.postedText != nil }) else { return posted }
    let reader = TimeReader(reference: Timestamp(year: 2100, month: 1, day: 1, hour: 0, minute: 0), language: nil, dayFirst: nil)
    return comments.map { $0.postedText.flatMap { reader.first(in: $0)?.timestamp } }
}

/// The order in which comments were written: by their times where the page shows them, else by their place on the page.
struct TimeOrder {
    /// Position of each comment in time, from 0.
    let rank: [Int]
    /// The comments, the earliest first.
    let earliestFirst: [Int]
    /// Whether the page's times tell the order; else it is assumed that a page shows its earliest comment first.
    let isStated: Bool
    /// Whether the page shows the latest comment first.
    let isNewestFirst: Bool
    /// Whether the page is in order of time, whichever end first; else it shows each thread together, or the best first.
    let isPageInOrder: Bool

    init(of comments: [Comment]) { self.init(of: comments.map(\.posted)) }

    /// - Parameter hints: pairs of comments of which the first is known to be older (a comment and one that answers it), for pages without times.
    init(of posted: [Timestamp?], hints: [(older: Int, newer: Int)] = []) {
        let seconds = posted.map { $0?.seconds }
        let stated = seconds.reduce(0) { $0 + ($1 == nil ? 0 : 1) }
        var up = 0
        var down = 0
        var last: Int?
        for case let time? in seconds {
            if let last, time != last { if time > last { up += 1 } else { down += 1 } }
            last = time
        }
        if up + down == 0 {
            for hint in hints { if hint.older < hint.newer { up += 1 } else { down += 1 } }
        }
        isNewestFirst = down > up
        isPageInOrder = min(up, down) * 20 <= up + down
        let flipped = isNewestFirst
        let byPlace = { (a: Int, b: Int) in flipped ? a > b : a < b }
        if stated > 1, stated * 10 >= posted.count * 9 {
            // A comment without a time stands with its neighbour.
            var times: [Int] = []
            var known = seconds.lazy.compactMap { $0 }.first ?? 0
            for time in seconds {
                known = time ?? known
                times.append(known)
            }
            earliestFirst = posted.indices.sorted { times[$0] != times[$1] ? times[$0] < times[$1] : byPlace($0, $1) }
            isStated = true
        } else {
            earliestFirst = isNewestFirst ? posted.indices.reversed() : Array(posted.indices)
            isStated = up + down > 0
        }
        var rank = [Int](repeating: 0, count: posted.count)
        for (place, comment) in earliestFirst.enumerated() { rank[comment] = place }
        self.rank = rank
    }

    /// The order in which the page is read: that of time where the page is in it, else that of the page, where answers stand below
    /// what they answer.
    static func ofReading(_ posted: [Timestamp?], hints: [(older: Int, newer: Int)] = []) -> TimeOrder {
        let order = TimeOrder(of: posted, hints: hints)
        return order.isPageInOrder ? order : TimeOrder(inPageOrder: posted.count)
    }

    private init(inPageOrder count: Int) {
        rank = Array(0..<count)
        earliestFirst = rank
        isStated = true
        isNewestFirst = false
        isPageInOrder = false
    }

    func isEarlier(_ a: Int, than b: Int) -> Bool { rank[a] < rank[b] }
}
