import DiscourseModel
import Statistics

/// Tags that stand in the same comment, for pairs with enough comments to tell; the most frequent first.
func tagPairs(_ tagged: TaggedComments) -> [TagPair] {
    let frequent = tagged.tags.indices.filter { tagged.comments[$0].count >= Minimum.pairComments }
    var pairs: [TagPair] = []
    var tables: [TwoByTwo] = []
    for (rank, first) in frequent.enumerated() {
        for second in frequent[(rank + 1)...] {
            // A nested tag stands wherever its part stands.
            if isNested(tagged.tags[first], tagged.tags[second]) { continue }
            let both = intersection(tagged.comments[first], tagged.comments[second])
            guard both.count >= Minimum.pairComments else { continue }
            // Where both could have stood.
            let inBoth = zip(tagged.bases[first], tagged.bases[second]).map { $0 && $1 }
            let base = inBoth.count { $0 }
            let pair = Cooccurrence(
                both: both.count, first: tagged.comments[first].count { inBoth[$0] }, second: tagged.comments[second].count { inBoth[$0] }, total: base)
            guard let lift = pair.lift, let npmi = pair.npmi else { continue }
            tables.append(pair.table)
            pairs.append(
                TagPair(
                    first: tagged.tags[first], second: tagged.tags[second], both: both, firstCount: pair.first, secondCount: pair.second,
                    base: base, jaccard: pair.jaccard, lift: lift, npmi: npmi, p: 1))
        }
    }
    for (index, p) in benjaminiHochberg(tables.map(fisherExact)).enumerated() { pairs[index].p = p }
    return pairs.sorted { ($1.both.count, $0.first, $0.second) < ($0.both.count, $1.first, $1.second) }
}

private func isNested(_ a: String, _ b: String) -> Bool { a.hasPrefix(b + "/") || b.hasPrefix(a + "/") }

/// What two ascending lists share.
private func intersection(_ a: [Int], _ b: [Int]) -> [Int] {
    var (i, j) = (0, 0)
    var both: [Int] = []
    while i < a.count, j < b.count {
        if a[i] == b[j] {
            both.append(a[i])
            i += 1
            j += 1
        } else if a[i] < b[j] {
            i += 1
        } else {
            j += 1
        }
    }
    return both
}
