package import Statistics

/// How far two coders agree on one tag.
package struct CoderAgreement: Sendable {
    package var tag: String
    /// Items that both coded, and those that only one did.
    package var both = 0
    package var firstOnly = 0
    package var secondOnly = 0
    /// Yes by both, by the first alone, by the second alone, no by both.
    package var counts = (yes: 0, first: 0, second: 0, no: 0)
    /// K. Krippendorff 2004; with its bootstrap interval over items. `nil` where only one value was ever given.
    package var alpha: Double?
    package var alphaInterval: Interval?
    /// J. Cohen 1960.
    package var kappa: Double?
    /// K. L. Gwet 2008: steadier for rare tags.
    package var ac1: Double?
    /// Of the items that one said yes to, how far both did: 2a / (2a + b + c).
    package var positive: Double?
    /// Items on which they differ, in the order of the first file.
    package var disagreements: [Disagreement] = []

    package struct Disagreement: Hashable, Sendable {
        package var item: String
        package var text: String
        package var first: Bool
        package var second: Bool
    }
}

/// One item as one coder has it.
package struct CodedItem: Hashable, Sendable {
    package var item: String
    package var tag: String
    package var text: String
    /// `nil` where it is not coded.
    package var label: Bool?

    package init(item: String, tag: String, text: String, label: Bool?) {
        (self.item, self.tag, self.text, self.label) = (item, tag, text, label)
    }
}

/// Agreement by tag, never pooled.
package func agreement(_ first: [CodedItem], _ second: [CodedItem], draws: Int = 1000, seed: UInt64 = 1) -> [CoderAgreement] {
    func key(_ item: CodedItem) -> [String] { [item.item, item.tag] }
    let others = Dictionary(second.map { (key($0), $0) }) { first, _ in first }
    let known = Set(first.map(key))
    var byTag: [String: (agreement: CoderAgreement, units: [[Bool?]])] = [:]
    for (a, b) in first.map({ ($0, others[key($0)]) }) + second.filter({ !known.contains(key($0)) }).map({ (nil, $0) }) as [(CodedItem?, CodedItem?)] {
        guard let tag = a?.tag ?? b?.tag else { continue }
        var entry = byTag[tag] ?? (CoderAgreement(tag: tag), [])
        entry.units.append([a?.label, b?.label])
        switch (a?.label, b?.label) {
        case (let x?, let y?):
            entry.agreement.both += 1
            switch (x, y) {
            case (true, true): entry.agreement.counts.yes += 1
            case (true, false): entry.agreement.counts.first += 1
            case (false, true): entry.agreement.counts.second += 1
            case (false, false): entry.agreement.counts.no += 1
            }
            if x != y, let a { entry.agreement.disagreements.append(.init(item: a.item, text: a.text, first: x, second: y)) }
        case (.some, nil): entry.agreement.firstOnly += 1
        case (nil, .some): entry.agreement.secondOnly += 1
        case (nil, nil): break
        }
        byTag[tag] = entry
    }
    return byTag.values.sorted { $0.agreement.tag < $1.agreement.tag }.map { entry in
        var result = entry.agreement
        let pairs = entry.units.compactMap { unit in unit[0].flatMap { a in unit[1].map { (a, $0) } } }
        result.alpha = krippendorffAlpha(entry.units)
        result.alphaInterval = alphaInterval(entry.units, draws: draws, seed: seed)
        result.kappa = cohenKappa(pairs)
        result.ac1 = gwetAC1(pairs, values: 2)
        result.positive = positiveAgreement(both: result.counts.yes, firstOnly: result.counts.first, secondOnly: result.counts.second)
        return result
    }
}

/// Units are drawn with replacement; draws in which alpha is not defined are left out.
private func alphaInterval(_ units: [[Bool?]], draws: Int, seed: UInt64) -> Interval? {
    guard units.count > 1 else { return nil }
    var random = SplitMix64(seed: seed)
    return StratifiedSums.middle95((0..<draws).compactMap { _ in krippendorffAlpha(units.map { _ in units[random.below(units.count)] }) })
}
