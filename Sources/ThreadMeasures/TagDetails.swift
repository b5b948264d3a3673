import DiscourseModel
import Statistics

/// Which comments bear which tags in their authors' own voice, and which could have.
struct TaggedComments {
    /// By tag, in the order given: the comments that bear it, ascending.
    let tags: [String]
    let comments: [[Int]]
    let matches: [Int]
    /// By tag: which comments could have borne it.
    let bases: [[Bool]]
    /// Live comments with words of their own.
    let live: [Bool]

    init(_ bases: TagBases, _ taggings: [Tagging], order: [String]) {
        live = bases.live
        self.bases = order.map(bases.marks)
        tags = order
        var numbers: [String: Int] = [:]
        for (number, tag) in order.enumerated() { numbers[tag] = number }
        var sets = [Set<Int>](repeating: [], count: order.count)
        var matches = [Int](repeating: 0, count: order.count)
        for tagging in taggings where tagging.voice == .own && bases.contains(tagging.comment, for: tagging.tag) {
            guard let number = numbers[tagging.tag] else { continue }
            sets[number].insert(tagging.comment)
            matches[number] += 1
        }
        comments = sets.map { $0.sorted() }
        self.matches = matches
    }
}

/// What stands beside a tag's share: intervals that know of authors and threads, and its way down the threads.
///
/// - Parameter words: how many words of its own each comment has.
func tagDetails(_ discussion: Discussion, _ tagged: TaggedComments, _ authors: AuthorNumbers, words: [Int]) -> [TagDetail] {
    let depths = discussion.depths()
    let roots = discussion.threadRoots()
    // Tags of the same sets share a base.
    var known: [[Bool]: Base] = [:]
    func base(_ marks: [Bool]) -> Base {
        if let base = known[marks] { return base }
        var base = Base(
            // An unnamed comment is an author of its own.
            byAuthor: Clusters(marks) { authors.of[$0] ?? authors.count + $0 }, byThread: Clusters(marks) { roots[$0] })
        for (index, depth) in depths.enumerated() where marks[index] {
            base.words += words[index]
            if let depth { base.byDepth.count(at: depth) }
        }
        known[marks] = base
        return base
    }
    return tagged.tags.indices.map { number in
        let comments = tagged.comments[number]
        let base = base(tagged.bases[number])
        var counts = [Int](repeating: 0, count: base.byDepth.count)
        for comment in comments { if let depth = depths[comment] { counts[depth] += 1 } }
        return TagDetail(
            tag: tagged.tags[number], comments: comments,
            perThousandWords: base.words > 0 ? Double(tagged.matches[number]) * 1_000 / Double(base.words) : 0,
            byAuthors: base.byAuthor.bounds(comments, "authors"), byThreads: base.byThread.bounds(comments, "threads"),
            depthTrend: trend(counts, base.byDepth), byDepth: zip(counts, base.byDepth).map { DepthShare(count: $0, base: $1) })
    }
}

/// What the comments are that could have borne a tag.
private struct Base {
    var byAuthor: Clusters
    var byThread: Clusters
    var byDepth: [Int] = []
    var words = 0
}

private func trend(_ counts: [Int], _ bases: [Int]) -> Finding<Trend> {
    let levels = bases.count { $0 > 0 }
    guard levels >= Minimum.levels else { return .leftOut("fewer than \(Minimum.levels) depths (\(levels))") }
    let (count, base) = (counts.reduce(0, +), bases.reduce(0, +))
    let expected = min(Double(count), Double(base - count))
    guard expected >= Minimum.expected * 2 else { return .leftOut("fewer than \(Int(Minimum.expected * 2)) comments with or without the tag") }
    guard let z = cochranArmitage(counts: counts, bases: bases) else { return .leftOut("the same at every depth") }
    return .value(Trend(z: z, p: normalP(z)))
}

/// Comments of the base in groups that are drawn whole.
private struct Clusters {
    private var of: [Int]
    private var bases: [Int] = []

    init(_ inBase: [Bool], _ key: (Int) -> Int) {
        var numbers: [Int: Int] = [:]
        of = [Int](repeating: -1, count: inBase.count)
        for index in inBase.indices where inBase[index] {
            let number = numbers[key(index), default: bases.count]
            if number == bases.count {
                numbers[key(index)] = number
                bases.append(0)
            }
            bases[number] += 1
            of[index] = number
        }
    }

    func bounds(_ comments: [Int], _ what: String) -> Finding<Bounds> {
        var counts = [Int](repeating: 0, count: bases.count)
        for comment in comments { counts[of[comment]] += 1 }
        // Thousands of groups are drawn fewer times: their interval is steady.
        let draws = bases.count > 2_000 ? 200 : 1_000
        return Minimum.enough(
            bases.count, Minimum.clusters, what, clusterBootstrap(counts: counts, bases: bases, draws: draws).map { Bounds($0.low, $0.high) })
    }
}
