/// Random numbers that are the same for the same seed: SplitMix64 (G. L. Steele, D. Lea and C. H. Flood, OOPSLA 2014).
package struct SplitMix64: RandomNumberGenerator, Sendable {
    private var state: UInt64
    package init(seed: UInt64) { state = seed }

    package mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
        return z ^ z >> 31
    }

    /// 0 to `bound` - 1, with a bias below 2⁻³² for small bounds.
    package mutating func below(_ bound: Int) -> Int { Int(((next() >> 32) &* UInt64(bound)) >> 32) }
}

/// The 95 % interval of a ratio of sums over whole clusters (all comments of an author, say), which are drawn with replacement:
/// the percentile bootstrap of B. Efron (Annals of Statistics 7 (1979) 1-26). `nil` for fewer than two clusters.
///
/// - Parameters:
///   - counts, bases: the two sums of each cluster.
package func clusterBootstrap(counts: [Int], bases: [Int], draws: Int = 1_000, seed: UInt64 = 1) -> Interval? {
    guard counts.count == bases.count else { return nil }
    return clusterBootstrap([counts.enumerated().compactMap { $0.element > 0 ? (cluster: $0.offset, count: $0.element) : nil }], bases: bases, draws: draws, seed: seed)[0]
}

/// The same for several ratios over the same clusters: one set of draws serves all of them.
///
/// - Parameter counts: of each ratio, the clusters that count for it.
package func clusterBootstrap(_ counts: [[(cluster: Int, count: Int)]], bases: [Int], draws: Int = 1_000, seed: UInt64 = 1) -> [Interval?] {
    guard bases.count >= 2 else { return [Interval?](repeating: nil, count: counts.count) }
    var random = SplitMix64(seed: seed)
    var shares = [[Double]](repeating: [], count: counts.count)
    var times = [Int](repeating: 0, count: bases.count)
    for _ in 0..<draws {
        for cluster in times.indices { times[cluster] = 0 }
        var base = 0
        for _ in bases.indices {
            let drawn = random.below(bases.count)
            times[drawn] += 1
            base += bases[drawn]
        }
        guard base > 0 else { continue }
        for (ratio, clusters) in counts.enumerated() {
            shares[ratio].append(Double(clusters.reduce(0) { $0 + times[$1.cluster] * $1.count }) / Double(base))
        }
    }
    return shares.map { values in
        let sorted = values.sorted()
        guard let low = quantile(0.025, ofSorted: sorted), let high = quantile(0.975, ofSorted: sorted) else { return nil }
        return Interval(low, high)
    }
}

/// The recall of a tagger from two random samples coded by hand: of `taggedTotal` tagged units, `taggedSample` were coded and
/// `taggedTrue` right; of `untaggedTotal` others, `untaggedSample` were coded and `missed` should have been tagged.
/// `nil` where a sample that is needed is empty, or nothing true was drawn.
package func auditRecall(
    taggedTotal: Int, taggedTrue: Int, taggedSample: Int, untaggedTotal: Int, missed: Int, untaggedSample: Int
) -> Double? {
    guard taggedSample > 0, untaggedSample > 0 || untaggedTotal == 0 else { return nil }
    let found = Double(taggedTotal) * Double(taggedTrue) / Double(taggedSample)
    let lost = untaggedTotal == 0 ? 0 : Double(untaggedTotal) * Double(missed) / Double(untaggedSample)
    return found + lost > 0 ? found / (found + lost) : nil
}
