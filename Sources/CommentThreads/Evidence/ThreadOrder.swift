package import DiscourseModel

extension Reply.Evidence {
    /// The times on the page are those of a page in thread order: the comment is younger than what follows it, so it stands below what precedes it.
    package static let threadOrder = Reply.Evidence(rawValue: "thread-order")
}

extension EvidenceKind {
    /// The only comment that the times leave as the parent. Of several the thread's first where younger ones stand between, else the nearest: these are counted where no
    /// other evidence speaks for it.
    static let threadOrder = EvidenceKind.textual(.threadOrder, .times) { context, comment in
        guard case .reply(let nearest, let root, let isBehindOthers)? = context.threads?.places[comment] else { return nil }
        let author = context.names.author[comment]
        let (parent, tally) =
            if nearest == root {
                (nearest, context.comments.count < 20 ? Tally(19, of: 25) : Tally(212, of: 214))
            } else if isBehindOthers {
                (root, Tally(18, of: 24))
            } else if author != nil, author == context.names.author[root] {
                (nearest, Tally(1, of: 4))
            } else {
                (nearest, Tally(69, of: 156))
            }
        return ReplyHint(parent: parent, confidence: tally.confidence(among: Tally(319, of: 423)))
    }
}

/// What times tell about threads where a page shows each thread whole, answers (the earliest first) below what they answer.
///
/// In such a page's order a comment is older than all that stand below it. So where a younger comment precedes an older one at top level,
/// the younger is an answer; and a comment can only be answered by one if nothing older than itself stands between.
/// Read like this, 99 of 100 comments so found are answers; the parent is sure where the times leave one comment only.
struct ThreadOrder {
    enum Place: Equatable {
        /// Nothing says that it is an answer.
        case open
        /// An answer: to the nearest comment that the times allow, or to the thread's first as far as they tell (often the same).
        /// Behind others are those before which younger comments of the thread stand.
        case reply(nearest: Int, root: Int, isBehindOthers: Bool)
    }
    let places: [Place]

    /// `nil` where the page shows too few times, is in plain order of time, or in another order (the best first).
    init?(_ posted: [Timestamp?]) {
        guard posted.count >= 5 else { return nil }
        var times: [Int] = []
        var known = 0
        var missing = 0
        for time in posted {
            if let time, time.hour != nil { known = time.seconds } else { missing += 1 }
            times.append(known)
        }
        guard missing * 10 <= posted.count else { return nil }
        var up = 0
        var down = 0
        for (a, b) in zip(times, times.dropFirst()) { if a < b { up += 1 } else if a > b { down += 1 } }
        guard up > 0, down > 0, up >= 2 * down || down >= 2 * up else { return nil }

        // Which comments must be answers: oldest first, those with an older one behind them; newest first, those with an older one before.
        var isReply = [Bool](repeating: false, count: times.count)
        var oldest = Int.max
        let newestFirst = down > up
        for index in newestFirst ? Array(times.indices) : times.indices.reversed() {
            isReply[index] = newestFirst ? times[index] >= oldest : times[index] > oldest
            oldest = min(oldest, times[index])
        }
        // In a page sorted by votes nearly everything would seem an answer: of n comments in no order about ln n would not.
        let answers = isReply.count { $0 }
        guard answers * 2 <= times.count || times.count >= 16 && answers * 4 <= times.count * 3 else { return nil }

        var places: [Place] = []
        var above: [(index: Int, root: Int)] = []
        for index in times.indices {
            let depth = above.count
            while let last = above.last, times[last.index] > times[index] { above.removeLast() }
            let isBehindOthers = above.count < depth
            // What is older than a comment that stands above is no answer beside it: the younger one's parent has no more answers.
            if isBehindOthers, above.count > 1 { above.removeLast() }
            if isReply[index], let nearest = above.last {
                places.append(.reply(nearest: nearest.index, root: nearest.root, isBehindOthers: isBehindOthers))
                above.append((index, nearest.root))
            } else {
                places.append(.open)
                above.append((index, index))
            }
        }
        self.places = places
    }
}
