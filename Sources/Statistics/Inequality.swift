internal import Foundation

/// How unequally a sum is shared out, 0 (all alike) to nearly 1: Σ(2i−m−1)xᵢ / (m Σx), x ascending. 0 for an empty list.
package func gini(_ values: [Int]) -> Double {
    let sum = values.reduce(0, +)
    guard sum > 0 else { return 0 }
    let m = values.count
    var weighted = 0.0
    for (rank, value) in values.sorted().enumerated() { weighted += Double(2 * (rank + 1) - m - 1) * Double(value) }
    return weighted / (Double(m) * Double(sum))
}

/// The entropy of shares against that of equal ones, 0 to 1; 0 for fewer than two values.
package func normalizedEntropy(_ values: [Int]) -> Double {
    let sum = values.reduce(0, +)
    guard values.count > 1, sum > 0 else { return 0 }
    let entropy = values.filter { $0 > 0 }.map { Double($0) / Double(sum) }.reduce(0) { $0 - $1 * log($1) }
    return entropy / log(Double(values.count))
}

/// How unevenly something is spread over parts of a corpus, 0 (as the parts are large) to nearly 1: S. Th. Gries,
/// "Dispersions and adjusted frequencies in corpora", IJCL 13 (2008) 403-437, DP = ½ Σ|vᵢ/F − sᵢ/S|. `nil` where it never occurs.
package func griesDP(counts: [Int], sizes: [Int]) -> Double? {
    let (f, s) = (counts.reduce(0, +), sizes.reduce(0, +))
    guard f > 0, s > 0 else { return nil }
    return zip(counts, sizes).reduce(0) { $0 + abs(Double($1.0) / Double(f) - Double($1.1) / Double(s)) } / 2
}

/// The Jensen-Shannon divergence of two distributions over the same classes, base 2, 0 to 1: J. Lin, IEEE Trans. Inf. Theory 37 (1991).
package func jensenShannon(_ p: [Double], _ q: [Double]) -> Double {
    func divergence(_ x: [Double], _ m: [Double]) -> Double { zip(x, m).reduce(0) { $1.0 > 0 ? $0 + $1.0 * log2($1.0 / $1.1) : $0 } }
    let middle = zip(p, q).map { ($0 + $1) / 2 }
    return (divergence(p, middle) + divergence(q, middle)) / 2
}

/// The value below which a share of sorted values lies, linear between neighbours (type 7 of Hyndman and Fan 1996). `nil` for none.
package func quantile(_ share: Double, ofSorted values: [Double]) -> Double? {
    guard let last = values.last else { return nil }
    let place = share * Double(values.count - 1)
    let below = Int(place)
    guard below + 1 < values.count else { return last }
    return values[below] + (place - Double(below)) * (values[below + 1] - values[below])
}

/// Burstiness (σ−μ)/(σ+μ) of the gaps between sorted times, -1 (a clock) over 0 (chance) to 1 (bursts): K.-I. Goh and A.-L. Barabási,
/// EPL 81 (2008) 48002. `nil` for fewer than two gaps, or where all times are one.
package func burstiness(ofSortedTimes times: [Double]) -> Double? {
    guard times.count >= 3 else { return nil }
    let gaps = zip(times, times.dropFirst()).map { $1 - $0 }
    let mean = gaps.reduce(0, +) / Double(gaps.count)
    let deviation = (gaps.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(gaps.count)).squareRoot()
    return deviation + mean > 0 ? (deviation - mean) / (deviation + mean) : nil
}
