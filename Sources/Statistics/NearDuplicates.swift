/// Groups of sets that are nearly the same, as lists of indices in ascending order; sets alone are in none. A set belongs to a group when
/// it shares at least `threshold` (Jaccard index) with one of it, or when one of the two holds at least `containment` of the other.
///
/// Candidates come from equal bands of `MinHash` values, so that time grows with the sets and not with their pairs; pairs of a band are
/// compared in truth. Two sets above the threshold of .8 are missed about once in 10⁶ times.
package func nearDuplicates(_ sets: [[UInt64]], threshold: Double = 0.8, containment least: Double = 0.95, smallest: Int = 1) -> [[Int]] {
    var leader = Array(sets.indices)
    func find(_ index: Int) -> Int {
        var index = index
        while leader[index] != index {
            leader[index] = leader[leader[index]]
            index = leader[index]
        }
        return index
    }
    var byBand: [UInt64: [Int]] = [:]
    for index in sets.indices where sets[index].count >= smallest {
        // The smallest members themselves catch a text that another holds and goes on from.
        let bands = MinHash(sets[index]).bands(rows: 4) + sets[index].prefix(2).map { mixed($0 ^ 0xA5A5) }
        for band in bands { byBand[band, default: []].append(index) }
    }
    // In a fixed order, so that the same sets always make the same groups.
    for band in byBand.keys.sorted() {
        guard let members = byBand[band], members.count > 1 else { continue }
        // One comparison with the first of each group so far: a band of a thousand copies costs a thousand.
        var firsts: [Int] = []
        for member in members {
            var isIn = false
            for first in firsts where find(first) == find(member) || isNear(sets[first], sets[member], threshold, least) {
                leader[max(find(first), find(member))] = min(find(first), find(member))
                isIn = true
            }
            if !isIn, firsts.count < 50 { firsts.append(member) }
        }
    }
    var groups: [Int: [Int]] = [:]
    for index in sets.indices { groups[find(index), default: []].append(index) }
    return groups.values.filter { $0.count > 1 }.sorted { $0[0] < $1[0] }
}

private func isNear(_ a: [UInt64], _ b: [UInt64], _ threshold: Double, _ least: Double) -> Bool {
    if jaccard(a, b) >= threshold { return true }
    let (small, large) = a.count <= b.count ? (a, b) : (b, a)
    return small.count >= 5 && containment(of: small, in: large) >= least
}
