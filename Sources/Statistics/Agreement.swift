/// Krippendorff's alpha for nominal data: units with the coders' values, `nil` where one is missing. 1 is full agreement, 0 chance.
/// K. Krippendorff, "Content Analysis" (2004) chapter 11. `nil` where no unit has two values, or all values are one.
package func krippendorffAlpha<Value: Hashable>(_ units: [[Value?]]) -> Double? {
    var totals: [Value: Double] = [:]
    var (disagreement, n) = (0.0, 0.0)
    for unit in units {
        let values = unit.compactMap { $0 }
        guard values.count >= 2 else { continue }
        let weight = 1 / Double(values.count - 1)
        var counts: [Value: Int] = [:]
        for value in values { counts[value, default: 0] += 1 }
        for (value, count) in counts {
            totals[value, default: 0] += Double(count)
            disagreement += Double(count * (values.count - count)) * weight
        }
        n += Double(values.count)
    }
    guard n > 1 else { return nil }
    let expected = (n * n - totals.values.reduce(0) { $0 + $1 * $1 }) / (n * (n - 1))
    return expected > 0 ? 1 - disagreement / n / expected : nil
}

/// Cohen's kappa of two coders: J. Cohen, Educational and Psychological Measurement 20 (1960) 37-46. `nil` for no units, or where both
/// gave one value throughout.
package func cohenKappa<Value: Hashable>(_ pairs: [(Value, Value)]) -> Double? {
    guard !pairs.isEmpty else { return nil }
    let n = Double(pairs.count)
    var (first, second): ([Value: Int], [Value: Int]) = ([:], [:])
    for (a, b) in pairs {
        first[a, default: 0] += 1
        second[b, default: 0] += 1
    }
    let observed = Double(pairs.count { $0.0 == $0.1 }) / n
    let expected = Double(first.reduce(0) { $0 + $1.value * (second[$1.key] ?? 0) }) / (n * n)
    return expected < 1 ? (observed - expected) / (1 - expected) : nil
}

/// Gwet's AC1 of two coders, steadier than kappa for rare values: K. L. Gwet, BJMSP 61 (2008) 29-48. `nil` for fewer than two values.
package func gwetAC1<Value: Hashable>(_ pairs: [(Value, Value)], values: Int? = nil) -> Double? {
    guard !pairs.isEmpty else { return nil }
    var counts: [Value: Int] = [:]
    for (a, b) in pairs {
        counts[a, default: 0] += 1
        counts[b, default: 0] += 1
    }
    let n = Double(pairs.count)
    let q = values ?? counts.count
    guard q >= 2 else { return nil }
    let observed = Double(pairs.count { $0.0 == $0.1 }) / n
    // By whole counts, so that the order of a dictionary cannot change the last digits.
    let spread = counts.values.sorted().reduce(0.0) { $0 + Double($1) / (2 * n) * (1 - Double($1) / (2 * n)) }
    let expected = spread / Double(q - 1)
    return expected < 1 ? (observed - expected) / (1 - expected) : nil
}

/// Of the units that at least one coder gave a value, how far both did: 2a / (2a + b + c). `nil` where neither did.
package func positiveAgreement(both: Int, firstOnly: Int, secondOnly: Int) -> Double? {
    let base = 2 * both + firstOnly + secondOnly
    return base > 0 ? Double(2 * both) / Double(base) : nil
}
