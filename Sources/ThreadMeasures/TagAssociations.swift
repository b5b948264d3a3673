import DiscourseModel
import Statistics

/// How the tags of comments go with the tags of their replies: every pair of tags with enough links expected in each cell.
func tagAssociations(_ tagged: TaggedComments, _ links: TagLinks, seed: UInt64 = 1) -> [TagAssociation] {
    let marked = links.marked
    guard marked.count >= Minimum.links else { return [] }
    let frequent = tagged.tags.indices.filter { tagged.comments[$0].count >= Minimum.associated }
    var pairs: [(a: Int, b: Int, both: [Int])] = []
    for parent in frequent {
        for reply in frequent {
            let both = marked.both(parent, reply)
            if marked.table(parent, reply, both: both.count).leastExpected >= Minimum.expected { pairs.append((parent, reply, both)) }
        }
    }
    // In a very long discussion fewer shuffles tell as much.
    let draws = min(2_000, max(200, 20_000_000 / max(1, marked.count)))
    let p = marked.permutationP(pairs.map { ($0.a, $0.b, $0.both.count) }, groups: links.exchangeable, draws: draws, seed: seed)
    let result = pairs.enumerated().map { number, pair in
        let table = marked.table(pair.a, pair.b, both: pair.both.count)
        let odds = oddsRatio(table)
        let within = marked.pooledOdds(pair.a, pair.b, both: pair.both)
        return TagAssociation(
            parentTag: tagged.tags[pair.a], replyTag: tagged.tags[pair.b], counts: [table.a, table.b, table.c, table.d],
            oddsRatio: odds.ratio, interval: Bounds(odds.interval.low, odds.interval.high),
            withinThreads: within.map { .value($0.ratio) } ?? .leftOut("no thread holds both kinds of links"),
            withinThreadsInterval: within.map { Bounds($0.interval.low, $0.interval.high) }, permutationP: p[number], draws: draws, seed: seed,
            replies: pair.both.map { links.replies[$0] })
    }
    // Far from chance first, by how sure that is.
    return result.sorted { ($0.permutationP, $1.oddsRatio, $0.parentTag, $0.replyTag) < ($1.permutationP, $0.oddsRatio, $1.parentTag, $1.replyTag) }
}

/// Links between comments of the base, of different authors, with the tags at both ends. Links told from the words of both comments are
/// not among them: they would prove themselves.
struct TagLinks {
    /// The reply of each link, ascending.
    let replies: [Int]
    let marked: MarkedLinks
    /// Links of one thread and one depth, whose replies may change places; groups of at least two.
    let exchangeable: [[Int]]

    /// - Parameter threads: the root of each comment's thread.
    init(_ discussion: Discussion, _ tagged: TaggedComments, _ authors: AuthorNumbers, threads: [Int], depths: [Int?]) {
        struct Stratum: Hashable { var thread: Int, depth: Int }
        var replies: [Int] = [], parents: [Int] = [], strata: [Int] = []
        var numbers: [Int: Int] = [:]
        var groups: [Stratum: Int] = [:]
        var exchangeable: [[Int]] = []
        for (index, reply) in discussion.replies.enumerated() {
            guard let reply, let answered = reply.parent, tagged.live[index], tagged.live[answered], !reply.isInferredFromWords else { continue }
            if let author = authors.of[index], author == authors.of[answered] { continue }
            let stratum = Stratum(thread: threads[index], depth: depths[index] ?? -1)
            if let group = groups[stratum] { exchangeable[group].append(replies.count) } else {
                groups[stratum] = exchangeable.count
                exchangeable.append([replies.count])
            }
            let number = numbers[threads[index]] ?? numbers.count
            numbers[threads[index]] = number
            strata.append(number)
            replies.append(index)
            parents.append(answered)
        }
        self.replies = replies
        self.exchangeable = exchangeable.filter { $0.count > 1 }
        let bearers = tagged.comments.map(Set.init)
        marked = MarkedLinks(
            strata: strata, first: bearers.map { bears in parents.indices.filter { bears.contains(parents[$0]) } },
            second: bearers.map { bears in replies.indices.filter { bears.contains(replies[$0]) } },
            bases: tagged.bases.map { can in MarkedLinks.Base(first: parents.map { can[$0] }, second: replies.map { can[$0] }) }, baseOf: tagged.baseOf)
    }
}
