import DiscourseModel
import Statistics

/// Shape and conversation under one set of links.
struct LinkShape {
    let comments: [Comment]
    let authors: AuthorNumbers
    /// By comment; `nil` for one that answers the article.
    let parents: [Int?]
    /// Comments outside the tree: they answer someone absent, or stand below one that does.
    let isOrphan: [Bool]

    /// - Parameter explicitOnly: takes inferred links away; their comments answer the article.
    init(_ discussion: Discussion, _ authors: AuthorNumbers, explicitOnly: Bool) {
        comments = discussion.comments
        self.authors = authors
        var parents: [Int?] = []
        var orphan: [Bool] = []
        for reply in discussion.replies {
            let counts = reply.map { $0.isExplicit || !explicitOnly } ?? false
            parents.append(counts ? reply?.parent : nil)
            orphan.append(counts && reply?.parent == nil && reply?.isGuess == false)
        }
        // Parents may stand behind their children, so go down from the roots.
        let order = LinkShape.downwards(parents)
        for index in order { if let parent = parents[index], orphan[parent] { orphan[index] = true } }
        self.parents = parents
        isOrphan = orphan
    }

    /// Every comment after its parent.
    private static func downwards(_ parents: [Int?]) -> [Int] {
        var children = [[Int]](repeating: [], count: parents.count)
        var order: [Int] = []
        for (index, parent) in parents.enumerated() { if let parent { children[parent].append(index) } else { order.append(index) } }
        var next = 0
        while next < order.count {
            order += children[order[next]]
            next += 1
        }
        return order
    }

    var figures: LinkFigures {
        let order = LinkShape.downwards(parents).filter { !isOrphan[$0] }
        let n = order.count
        var depth = [Int](repeating: 0, count: comments.count)
        var levels: [Int] = []
        var childCount = [Int](repeating: 0, count: comments.count)
        for index in order {
            depth[index] = parents[index].map { depth[$0] + 1 } ?? 1
            levels.count(at: depth[index])
            if let parent = parents[index] { childCount[parent] += 1 }
        }
        // W = Σ s(n+1−s) over the edges, s the size of the part below: twice that by the pairs is the mean distance.
        var size = [Int](repeating: 1, count: comments.count)
        var wiener = 0.0
        for index in order.reversed() {
            if let parent = parents[index] { size[parent] += size[index] }
            wiener += Double(size[index]) * Double(n + 1 - size[index])
        }
        let topLevel = levels.count > 1 ? levels[1] : 0
        let parentsWithReplies = order.count { childCount[$0] > 0 } + (topLevel > 0 ? 1 : 0)
        var h = 0
        while h + 1 < levels.count, levels[h + 1] >= h + 1 { h += 1 }
        let acrossGaps = levels.indices.last { levels[$0] >= $0 } ?? 0
        let (pairs, returned, people, selfReplies) = authorPairs(order)
        let (alternating, grandchildren) = pingPong(order)
        let (lags, untimed, negative) = lags(order)
        return LinkFigures(
            links: order.count { parents[$0] != nil }, comments: n, orphans: comments.count - n, maxDepth: max(0, levels.count - 1),
            meanDepth: n > 0 ? order.reduce(0.0) { $0 + Double(depth[$1]) } / Double(n) : 0, width: levels.max() ?? 0, topLevel: topLevel,
            leaves: order.count { childCount[$0] == 0 }, branching: parentsWithReplies > 0 ? Double(n) / Double(parentsWithReplies) : 0,
            structuralVirality: Minimum.enough(n, Minimum.comments, "comments in the tree", 2 * wiener / (Double(n + 1) * Double(n))),
            hIndex: Minimum.enough(n, Minimum.comments, "comments in the tree", h),
            hIndexAcrossGaps: Minimum.enough(n, Minimum.comments, "comments in the tree", acrossGaps),
            hIndexWithTies: Minimum.enough(n, Minimum.comments, "comments in the tree", Double(h) + 1 / Double(n)),
            reciprocity: Minimum.enough(
                pairs, Minimum.authorPairs, "pairs of authors who answer one another", Double(returned) / Double(pairs)),
            reciprocityBeyondChance: Minimum.enough(
                pairs, Minimum.authorPairs, "pairs of authors who answer one another",
                Statistics.reciprocityBeyondChance(pairs: pairs, returned: returned, people: people)),
            authorPairs: pairs,
            pingPong: Minimum.enough(
                grandchildren, Minimum.grandchildren, "answers to answers between named authors", Double(alternating) / Double(grandchildren)),
            pingPongBase: grandchildren, selfReplies: selfReplies,
            lag: Minimum.enough(lags.count, Minimum.lags, "links with both times", Spread(ofSorted: lags)), lagsUntimed: untimed, lagsNegative: negative)
    }

    /// Different ordered pairs (who answered, whom), how many of them were returned, the people in them, and replies to oneself.
    private func authorPairs(_ order: [Int]) -> (count: Int, returned: Int, people: Int, selfReplies: Int) {
        var pairs: Set<[Int]> = []
        var selfReplies = 0
        for index in order {
            guard let parent = parents[index], let a = authors.of[index], let b = authors.of[parent] else { continue }
            if a == b { selfReplies += 1 } else { pairs.insert([a, b]) }
        }
        return (pairs.count, pairs.count { pairs.contains([$0[1], $0[0]]) }, Set(pairs.joined()).count, selfReplies)
    }

    private func pingPong(_ order: [Int]) -> (alternating: Int, base: Int) {
        var (alternating, base) = (0, 0)
        for index in order {
            guard let parent = parents[index], let grandparent = parents[parent] else { continue }
            guard let a = authors.of[index], let b = authors.of[parent], let c = authors.of[grandparent] else { continue }
            base += 1
            if a == c && a != b { alternating += 1 }
        }
        return (alternating, base)
    }

    private func lags(_ order: [Int]) -> (sorted: [Double], untimed: Int, negative: Int) {
        var lags: [Double] = []
        var (untimed, negative) = (0, 0)
        for index in order {
            guard let parent = parents[index] else { continue }
            guard let reply = comments[index].minute, let answered = comments[parent].minute else {
                untimed += 1
                continue
            }
            if reply < answered { negative += 1 } else { lags.append(Double(reply - answered)) }
        }
        return (lags.sorted(), untimed, negative)
    }
}

extension Comment {
    /// Seconds since 1970 of a time that is known to the minute.
    var minute: Int? { posted.flatMap { $0.hour == nil ? nil : $0.seconds } }
}

extension Spread {
    /// `nil` for no values.
    init?(ofSorted values: [Double]) {
        guard let lower = quantile(0.25, ofSorted: values), let median = quantile(0.5, ofSorted: values),
            let upper = quantile(0.75, ofSorted: values), let ninetieth = quantile(0.9, ofSorted: values)
        else { return nil }
        self.init(count: values.count, lowerQuartile: lower, median: median, upperQuartile: upper, ninetieth: ninetieth)
    }
}
