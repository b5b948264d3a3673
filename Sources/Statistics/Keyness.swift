internal import Foundation

/// A word's counts in two corpora, and the words of each.
package struct WordCounts: Hashable, Sendable {
    package var inFirst: Int
    package var inSecond: Int
    package var firstSize: Int
    package var secondSize: Int

    package init(inFirst: Int, inSecond: Int, firstSize: Int, secondSize: Int) {
        (self.inFirst, self.inSecond, self.firstSize, self.secondSize) = (inFirst, inSecond, firstSize, secondSize)
    }

    /// Log-likelihood G² of the two counts alone: P. Rayson and R. Garside, ACL workshop on comparing corpora (2000) 1-6.
    package var g2TwoTerm: Double {
        guard firstSize > 0, secondSize > 0, inFirst + inSecond > 0 else { return 0 }
        let share = Double(inFirst + inSecond) / Double(firstSize + secondSize)
        func term(_ observed: Int, _ size: Int) -> Double { observed == 0 ? 0 : Double(observed) * log(Double(observed) / (Double(size) * share)) }
        return 2 * (term(inFirst, firstSize) + term(inSecond, secondSize))
    }

    /// Log-likelihood G² of all four cells: T. Dunning, Computational Linguistics 19 (1993) 61-74.
    package var g2FourTerm: Double {
        let total = Double(firstSize + secondSize)
        guard total > 0 else { return 0 }
        let (word, other) = (Double(inFirst + inSecond), total - Double(inFirst + inSecond))
        func term(_ observed: Int, _ size: Int, _ margin: Double) -> Double {
            observed == 0 ? 0 : Double(observed) * log(Double(observed) * total / (Double(size) * margin))
        }
        return 2
            * (term(inFirst, firstSize, word) + term(inSecond, secondSize, word) + term(firstSize - inFirst, firstSize, other)
                + term(secondSize - inSecond, secondSize, other))
    }

    /// The binary logarithm of the ratio of the two relative frequencies, a count of 0 taken as one half: A. Hardie, "Log Ratio" (2014).
    /// `nil` with an empty corpus.
    package var logRatio: Double? {
        guard firstSize > 0, secondSize > 0 else { return nil }
        let a = inFirst == 0 ? 0.5 : Double(inFirst), b = inSecond == 0 ? 0.5 : Double(inSecond)
        return log2(a / Double(firstSize) / (b / Double(secondSize)))
    }
}

/// For every word of two counts, the z value of its log-odds ratio with an informative Dirichlet prior: B. L. Monroe, M. P. Colaresi and
/// K. M. Quinn, "Fightin' Words", Political Analysis 16 (2008) 372-403, equations 15 to 22. Positive: the first corpus has more of it.
///
/// - Parameter prior: the pseudo-count of a word, above 0; words without one are left out.
package func logOdds(_ first: [String: Int], _ second: [String: Int], prior: [String: Double]) -> [String: Double] {
    let firstSize = Double(first.values.reduce(0, +)), secondSize = Double(second.values.reduce(0, +))
    // In a fixed order: sums of fractions depend on it.
    let priorSize = prior.values.sorted().reduce(0, +)
    var result: [String: Double] = [:]
    result.reserveCapacity(prior.count)
    for (word, alpha) in prior where alpha > 0 {
        let f = Double(first[word] ?? 0) + alpha, g = Double(second[word] ?? 0) + alpha
        let difference = log(f / (firstSize + priorSize - f)) - log(g / (secondSize + priorSize - g))
        result[word] = difference / (1 / f + 1 / g).squareRoot()
    }
    return result
}

/// The same with one pseudo-count for every word that occurs.
package func logOdds(_ first: [String: Int], _ second: [String: Int], prior: Double = 0.1) -> [String: Double] {
    logOdds(first, second, prior: Dictionary(uniqueKeysWithValues: Set(first.keys).union(second.keys).map { ($0, prior) }))
}
