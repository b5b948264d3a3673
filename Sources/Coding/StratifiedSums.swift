import Foundation
import Statistics

/// Weighted sums over judged texts, by stratum.
struct StratifiedSums {
    /// True positives, false positives and misses, weighted.
    struct Sums {
        var tp = 0.0, fp = 0.0, fn = 0.0
        var precision: Double? { tp + fp > 0 ? tp / (tp + fp) : nil }
        var recall: Double? { tp + fn > 0 ? tp / (tp + fn) : nil }
        var f1: Double? { tp + fp + fn > 0 ? 2 * tp / (2 * tp + fp + fn) : nil }
    }

    private struct Part {
        var name: String
        var size: Int?
        var outcomes: [(isPositive: Bool, isHit: Bool)] = []
        var weight: Double { size.map { outcomes.isEmpty ? 0 : Double($0) / Double(outcomes.count) } ?? 1 }
    }

    private var parts: [Part] = []
    let all: Sums
    /// Whether the texts were drawn.
    let isSample: Bool
    /// Whether all texts that are hit stand for equally many, so that a count's interval holds.
    let isEvenWhereHit: Bool
    /// Misses that may be in the strata that were not drawn whole, by the upper limit of those in which none was drawn.
    let missBound: Double

    init(_ texts: [JudgedText]) {
        for text in texts {
            let name = text.stratum?.name ?? ""
            let index = parts.firstIndex { $0.name == name } ?? parts.count
            if index == parts.count { parts.append(Part(name: name, size: text.stratum?.size)) }
            parts[index].outcomes.append((text.isPositive, text.isHit))
        }
        isSample = parts.contains { $0.size != nil }
        isEvenWhereHit = Set(parts.filter { $0.outcomes.contains(where: \.isHit) }.map(\.weight)).count <= 1
        all = Self.sums(parts.map { ($0.outcomes[...], $0.weight) })
        missBound = parts.reduce(0) { bound, part in
            guard let size = part.size, size > part.outcomes.count, !part.outcomes.contains(where: { $0.isPositive && !$0.isHit }) else { return bound }
            // Only texts that are not hit can be misses.
            let open = part.outcomes.count { !$0.isHit }
            guard open > 0 else { return bound }
            let unhit = Double(size) * Double(open) / Double(part.outcomes.count)
            return bound + unhit * (1 - pow(0.05, 1 / Double(open)))
        }
    }

    func weight(of text: JudgedText) -> Double { parts.first { $0.name == text.stratum?.name ?? "" }?.weight ?? 1 }

    /// The sums with this many misses more.
    func withMisses(_ more: Double) -> Sums {
        var sums = all
        sums.fn += more
        return sums
    }

    /// Percentile bootstrap: as many texts as there are drawn anew from each stratum.
    func intervals(draws: Int, seed: UInt64) -> (precision: Interval?, recall: Interval?, f1: Interval?) {
        var random = SplitMix64(seed: seed)
        var precision: [Double] = [], recall: [Double] = [], f1: [Double] = []
        for _ in 0..<draws {
            let drawn = parts.map { part in
                (part.outcomes.map { _ in part.outcomes[random.below(part.outcomes.count)] }[...], part.weight)
            }
            let sums = Self.sums(drawn)
            if let value = sums.precision { precision.append(value) }
            if let value = sums.recall { recall.append(value) }
            if let value = sums.f1 { f1.append(value) }
        }
        return (Self.middle95(precision), Self.middle95(recall), Self.middle95(f1))
    }

    private static func sums(_ parts: [(outcomes: ArraySlice<(isPositive: Bool, isHit: Bool)>, weight: Double)]) -> Sums {
        var sums = Sums()
        for (outcomes, weight) in parts {
            sums.tp += weight * Double(outcomes.count { $0.isPositive && $0.isHit })
            sums.fp += weight * Double(outcomes.count { !$0.isPositive && $0.isHit })
            sums.fn += weight * Double(outcomes.count { $0.isPositive && !$0.isHit })
        }
        return sums
    }

    static func middle95(_ values: [Double]) -> Interval? {
        guard values.count >= 20 else { return nil }
        let sorted = values.sorted()
        func at(_ share: Double) -> Double { sorted[min(sorted.count - 1, max(0, Int((share * Double(sorted.count - 1)).rounded())))] }
        return Interval(at(0.025), at(0.975))
    }
}
