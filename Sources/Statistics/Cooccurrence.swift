internal import Foundation

/// How often two things stand together, against how often each stands at all.
package struct Cooccurrence: Hashable, Sendable, Codable {
    /// Units with both, with the first, with the second, and all units.
    package var both: Int
    package var first: Int
    package var second: Int
    package var total: Int

    package init(both: Int, first: Int, second: Int, total: Int) {
        (self.both, self.first, self.second, self.total) = (both, first, second, total)
    }

    /// Of the units with either, the share with both.
    package var jaccard: Double {
        let either = first + second - both
        return either > 0 ? Double(both) / Double(either) : 0
    }

    /// How many times as often together as by chance; `nil` where one never occurs.
    package var lift: Double? {
        guard first > 0, second > 0 else { return nil }
        return Double(both) * Double(total) / (Double(first) * Double(second))
    }

    /// Normalized pointwise mutual information, -1 (never together) to 1 (always): G. Bouma, GSCL (2009) 31-40.
    package var npmi: Double? {
        guard let lift else { return nil }
        guard both > 0 else { return -1 }
        let share = Double(both) / Double(total)
        return share == 1 ? 1 : log2(lift) / -log2(share)
    }

    package var table: TwoByTwo { TwoByTwo(both, first - both, second - both, total - first - second + both) }
}
