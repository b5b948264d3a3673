import DiscourseModel
import Statistics

/// How the tags of comments go with the tags of their replies: every pair of tags with at least five links expected in each cell.
func tagAssociations(_ discussion: Discussion, _ tagged: TaggedComments, _ authors: AuthorNumbers, draws: Int = 2_000, seed: UInt64 = 1) -> [TagAssociation] {
    let all = Edges(discussion, tagged, authors)
    guard all.replies.count >= 20 else { return [] }
    let bears = tagged.comments.map { comments in
        var marks = [Bool](repeating: false, count: discussion.comments.count)
        for comment in comments { marks[comment] = true }
        return marks
    }
    var result: [TagAssociation] = []
    for parentTag in tagged.tags.indices where tagged.comments[parentTag].count >= 5 {
        for replyTag in tagged.tags.indices where tagged.comments[replyTag].count >= 5 {
            let edges = all.within(tagged.bases[parentTag], tagged.bases[replyTag], of: tagged.live)
            let table = edges.table(bears[parentTag], bears[replyTag])
            guard table.leastExpected >= Minimum.expected else { continue }
            let odds = oddsRatio(table)
            let within = mantelHaenszel(edges.tablesByThread(bears[parentTag], bears[replyTag]))
            result.append(
                TagAssociation(
                    parentTag: tagged.tags[parentTag], replyTag: tagged.tags[replyTag], counts: [table.a, table.b, table.c, table.d],
                    oddsRatio: odds.ratio, interval: Bounds(odds.interval.low, odds.interval.high),
                    withinThreads: within.map { .value($0.ratio) } ?? .leftOut("no thread holds both kinds of links"),
                    withinThreadsInterval: within.map { Bounds($0.interval.low, $0.interval.high) },
                    permutationP: edges.permutationP(bears[parentTag], bears[replyTag], observed: table.a, draws: draws, seed: seed), draws: draws,
                    seed: seed, replies: edges.replies.filter { bears[replyTag][$0] && bears[parentTag][edges.parent[$0]] }))
        }
    }
    // Far from chance first, by how sure that is.
    return result.sorted { ($0.permutationP, $1.oddsRatio, $0.parentTag, $0.replyTag) < ($1.permutationP, $0.oddsRatio, $1.parentTag, $1.replyTag) }
}

/// Links between comments of the base, of different authors.
private struct Edges {
    private(set) var replies: [Int] = []
    private(set) var parent: [Int]
    private let thread: [Int]
    /// Replies that may change places: of one thread and one depth.
    private var strata: [[Int]]

    init(_ discussion: Discussion, _ tagged: TaggedComments, _ authors: AuthorNumbers) {
        parent = [Int](repeating: -1, count: discussion.comments.count)
        thread = discussion.threadRoots()
        let depths = discussion.depths()
        var strata: [[Int]: [Int]] = [:]
        for (index, reply) in discussion.replies.enumerated() {
            guard let reply, let answered = reply.parent, tagged.live[index], tagged.live[answered] else { continue }
            if reply.isInferredFromWords { continue }
            if let author = authors.of[index], author == authors.of[answered] { continue }
            parent[index] = answered
            replies.append(index)
            strata[[thread[index], depths[index] ?? -1], default: []].append(index)
        }
        self.strata = strata.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map(\.value).filter { $0.count > 1 }
    }

    /// Those whose ends could both have borne their tags.
    func within(_ parents: [Bool], _ answers: [Bool], of live: [Bool]) -> Edges {
        if parents == live, answers == live { return self }
        var edges = self
        let fits = { (reply: Int) in parents[self.parent[reply]] && answers[reply] }
        edges.replies = replies.filter(fits)
        edges.strata = strata.map { $0.filter(fits) }.filter { $0.count > 1 }
        return edges
    }

    func table(_ parentBears: [Bool], _ replyBears: [Bool]) -> TwoByTwo {
        var table = TwoByTwo(0, 0, 0, 0)
        for reply in replies { table.count(parentBears[parent[reply]], replyBears[reply]) }
        return table
    }

    func tablesByThread(_ parentBears: [Bool], _ replyBears: [Bool]) -> [TwoByTwo] {
        var tables: [Int: TwoByTwo] = [:]
        for reply in replies { tables[thread[reply], default: TwoByTwo(0, 0, 0, 0)].count(parentBears[parent[reply]], replyBears[reply]) }
        return tables.sorted { $0.key < $1.key }.map(\.value)
    }

    func permutationP(_ parentBears: [Bool], _ replyBears: [Bool], observed: Int, draws: Int, seed: UInt64) -> Double {
        var random = SplitMix64(seed: seed)
        // Links that cannot change places with another always count the same.
        let movable = Set(strata.joined())
        let fixed = replies.count { !movable.contains($0) && parentBears[parent[$0]] && replyBears[$0] }
        let parts = strata.map { (parents: $0.map { parentBears[parent[$0]] }, replies: $0.map { replyBears[$0] }) }
            .filter { $0.parents.contains(true) && $0.replies.contains(true) }
        var atLeast = 0
        for _ in 0..<draws {
            var both = fixed
            for var part in parts {
                for last in stride(from: part.replies.count - 1, to: 0, by: -1) { part.replies.swapAt(last, random.below(last + 1)) }
                both += zip(part.parents, part.replies).count { $0 && $1 }
            }
            if both >= observed { atLeast += 1 }
        }
        // The table itself is one of the possible ones (Phipson and Smyth 2010).
        return Double(atLeast + 1) / Double(draws + 1)
    }
}

extension TwoByTwo {
    fileprivate mutating func count(_ first: Bool, _ second: Bool) {
        switch (first, second) {
        case (true, true): a += 1
        case (true, false): b += 1
        case (false, true): c += 1
        case (false, false): d += 1
        }
    }
}
