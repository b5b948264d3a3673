internal import Foundation

/// Counts of two yes-or-no properties: `a` both, `b` the first alone, `c` the second alone, `d` neither.
package struct TwoByTwo: Hashable, Sendable, Codable {
    package var a: Int
    package var b: Int
    package var c: Int
    package var d: Int

    package init(_ a: Int, _ b: Int, _ c: Int, _ d: Int) { (self.a, self.b, self.c, self.d) = (a, b, c, d) }

    package var total: Int { a + b + c + d }

    /// The smallest count expected if the properties had nothing to do with each other.
    package var leastExpected: Double {
        guard total > 0 else { return 0 }
        let n = Double(total)
        let rows = [Double(a + b), Double(c + d)], columns = [Double(a + c), Double(b + d)]
        return rows.flatMap { row in columns.map { row * $0 / n } }.min() ?? 0
    }

    /// How much more often the second property goes with the first than without it, as a difference of shares; `nil` with an empty row.
    package var riskDifference: Double? {
        guard a + b > 0, c + d > 0 else { return nil }
        return Double(a) / Double(a + b) - Double(c) / Double(c + d)
    }
}

/// A ratio with its 95 % interval.
package struct RatioEstimate: Hashable, Sendable, Codable {
    package var ratio: Double
    package var interval: Interval
}

/// The odds ratio ad/bc with the interval of B. Woolf (Annals of Human Genetics 19 (1955) 251-253); where a count is zero, one half is
/// added to each (Haldane 1956, Anscombe 1956).
package func oddsRatio(_ table: TwoByTwo) -> RatioEstimate {
    var (a, b, c, d) = (Double(table.a), Double(table.b), Double(table.c), Double(table.d))
    if [table.a, table.b, table.c, table.d].contains(0) { (a, b, c, d) = (a + 0.5, b + 0.5, c + 0.5, d + 0.5) }
    let logarithm = log(a * d / (b * c))
    let error = (1 / a + 1 / b + 1 / c + 1 / d).squareRoot()
    return RatioEstimate(
        ratio: exp(logarithm), interval: Interval(exp(logarithm - normal975 * error), exp(logarithm + normal975 * error)))
}

/// The common odds ratio of several tables (N. Mantel and W. Haenszel, JNCI 22 (1959) 719-748) with the variance of J. Robins,
/// N. Breslow and S. Greenland (Biometrics 42 (1986) 311-323); `nil` where the tables say nothing about it.
package func mantelHaenszel(_ tables: [TwoByTwo]) -> RatioEstimate? {
    var (r, s, pr, mixed, qs) = (0.0, 0.0, 0.0, 0.0, 0.0)
    for table in tables where table.total > 0 {
        let n = Double(table.total)
        let (a, b, c, d) = (Double(table.a), Double(table.b), Double(table.c), Double(table.d))
        let (p, q) = ((a + d) / n, (b + c) / n)
        let (ri, si) = (a * d / n, b * c / n)
        r += ri
        s += si
        pr += p * ri
        mixed += p * si + q * ri
        qs += q * si
    }
    guard r > 0, s > 0 else { return nil }
    let error = (pr / (2 * r * r) + mixed / (2 * r * s) + qs / (2 * s * s)).squareRoot()
    let logarithm = log(r / s)
    return RatioEstimate(
        ratio: r / s, interval: Interval(exp(logarithm - normal975 * error), exp(logarithm + normal975 * error)))
}

/// The two-sided p of R. A. Fisher's exact test: the probability, with the margins as they are, of tables no likelier than this one.
package func fisherExact(_ table: TwoByTwo) -> Double {
    let (row, column, n) = (table.a + table.b, table.a + table.c, table.total)
    guard n > 0 else { return 1 }
    func logFactorial(_ k: Int) -> Double { lgamma(Double(k) + 1) }
    let margins = logFactorial(row) + logFactorial(n - row) + logFactorial(column) + logFactorial(n - column) - logFactorial(n)
    func probability(_ a: Int) -> Double {
        exp(margins - logFactorial(a) - logFactorial(row - a) - logFactorial(column - a) - logFactorial(n - row - column + a))
    }
    let observed = probability(table.a)
    var sum = 0.0
    for a in max(0, row + column - n)...min(row, column) {
        let p = probability(a)
        // Equal ones differ in the last digits.
        if p <= observed * (1 + 1e-7) { sum += p }
    }
    return min(1, sum)
}

/// p values corrected for the number of tests, so that a limit of .05 lets through one false finding in twenty:
/// Y. Benjamini and Y. Hochberg, JRSS B 57 (1995) 289-300. In the order given.
package func benjaminiHochberg(_ values: [Double]) -> [Double] {
    let order = values.indices.sorted { values[$0] > values[$1] }
    var result = values
    var least = 1.0
    for (rank, index) in order.enumerated() {
        least = min(least, values[index] * Double(values.count) / Double(values.count - rank))
        result[index] = least
    }
    return result
}

/// The trend test for shares over ordered groups, as a z value: W. G. Cochran, Biometrics 10 (1954); P. Armitage, Biometrics 11 (1955).
/// `nil` where all or none are counted, or all stand in one group.
package func cochranArmitage(counts: [Int], bases: [Int], scores: [Double]? = nil) -> Double? {
    let scores = scores ?? counts.indices.map(Double.init)
    let total = Double(bases.reduce(0, +))
    guard total > 0 else { return nil }
    let share = Double(counts.reduce(0, +)) / total
    var (t, squares, sum) = (0.0, 0.0, 0.0)
    for (score, (count, base)) in zip(scores, zip(counts, bases)) {
        t += score * (Double(count) - Double(base) * share)
        squares += score * score * Double(base)
        sum += score * Double(base)
    }
    let variance = share * (1 - share) * (squares - sum * sum / total)
    return variance > 0 ? t / variance.squareRoot() : nil
}

/// The two-sided p of a z value under the normal distribution.
package func normalP(_ z: Double) -> Double { erfc(abs(z) / 2.0.squareRoot()) }
