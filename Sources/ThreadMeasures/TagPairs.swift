import DiscourseModel
import Statistics

/// Tags that stand together in one comment, in a comment and its reply, or in one thread, for pairs with enough of them to tell:
/// level by level, the surest first.
func tagPairs(_ tagged: TaggedComments, _ links: TagLinks, _ threads: [Int]) -> [TagPair] {
    inComments(tagged) + inReplies(tagged, links) + inThreads(tagged, threads)
}

private func inComments(_ tagged: TaggedComments) -> [TagPair] {
    // Where both tags could have stood.
    var known: [[Int]: [Bool]] = [:]
    return unordered(.comment, tagged.tags, tagged.comments) { first, second in
        let bases = [tagged.baseOf[first], tagged.baseOf[second]]
        if let isIn = known[bases] { return isIn }
        let isIn = zip(tagged.bases[bases[0]], tagged.bases[bases[1]]).map { $0 && $1 }
        known[bases] = isIn
        return isIn
    }
}

/// A comment's tag with its reply's: a pair of one tag with itself is one, too.
private func inReplies(_ tagged: TaggedComments, _ links: TagLinks) -> [TagPair] {
    var pairs: [TagPair] = []
    var tables: [TwoByTwo] = []
    for first in tagged.tags.indices where links.marked.first[first].count >= Minimum.together {
        for second in tagged.tags.indices where links.marked.second[second].count >= Minimum.together {
            let both = links.marked.both(first, second)
            let table = links.marked.table(first, second, both: both.count)
            let pair = Cooccurrence(both: table.a, first: table.a + table.b, second: table.a + table.c, total: table.total)
            add(pair, .reply, tagged.tags[first], tagged.tags[second], both.map { links.replies[$0] }, &pairs, &tables)
        }
    }
    return corrected(pairs, tables)
}

/// Threads of at least two comments of the base; a pair's comments are the threads' first ones.
private func inThreads(_ tagged: TaggedComments, _ threads: [Int]) -> [TagPair] {
    var sizes: [Int: Int] = [:]
    for index in threads.indices where tagged.live[index] { sizes[threads[index], default: 0] += 1 }
    let counted = Set(sizes.filter { $0.value > 1 }.keys)
    return unordered(.thread, tagged.tags, tagged.comments.map { comments in Set(comments.map { threads[$0] }).intersection(counted).sorted() }) { _, _ in threads.indices.map(counted.contains) }
}

/// - Parameters:
///   - units: by tag, what bears it, ascending.
///   - isIn: for two tags, what could bear both.
private func unordered(_ level: TagPair.Level, _ tags: [String], _ units: [[Int]], isIn: (Int, Int) -> [Bool]) -> [TagPair] {
    let frequent = tags.indices.filter { units[$0].count >= Minimum.together }
    var pairs: [TagPair] = []
    var tables: [TwoByTwo] = []
    for (rank, first) in frequent.enumerated() {
        // A nested tag stands wherever its part stands.
        for second in frequent[(rank + 1)...] where !isNested(tags[first], tags[second]) {
            let both = intersection(units[first], units[second])
            guard both.count >= Minimum.together else { continue }
            let base = isIn(first, second)
            let pair = Cooccurrence(both: both.count, first: units[first].count { base[$0] }, second: units[second].count { base[$0] }, total: base.count { $0 })
            add(pair, level, tags[first], tags[second], both, &pairs, &tables)
        }
    }
    return corrected(pairs, tables)
}

private func add(
    _ pair: Cooccurrence, _ level: TagPair.Level, _ first: String, _ second: String, _ both: [Int], _ pairs: inout [TagPair], _ tables: inout [TwoByTwo]
) {
    guard pair.total >= Minimum.units, pair.both >= Minimum.together, let lift = pair.lift, let npmi = pair.npmi else { return }
    tables.append(pair.table)
    pairs.append(
        TagPair(
            level: level, first: first, second: second, both: both, firstCount: pair.first, secondCount: pair.second, base: pair.total,
            jaccard: pair.jaccard, lift: lift, npmi: npmi, p: 1))
}

private func corrected(_ pairs: [TagPair], _ tables: [TwoByTwo]) -> [TagPair] {
    var pairs = pairs
    for (index, p) in benjaminiHochberg(tables.map(fisherExact)).enumerated() { pairs[index].p = p }
    return pairs.sorted { $0.p != $1.p ? $0.p < $1.p : ($1.both.count, $0.first, $0.second) < ($0.both.count, $1.first, $1.second) }
}

private func isNested(_ a: String, _ b: String) -> Bool { a.hasPrefix(b + "/") || b.hasPrefix(a + "/") }
