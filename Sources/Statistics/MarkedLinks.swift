/// Links between two ends that bear marks (a comment's tags and its answer's), each link in a stratum (a thread).
/// What many pairs of marks ask for is counted once, and only where marks stand.
///
/// A mark can only stand at some ends (a tag's patterns are for one language): a pair of marks is counted over the links where both could.
package struct MarkedLinks: Sendable {
    package let count: Int
    private let strata: [Int]
    /// By mark: the links whose first, and whose second end bears it, ascending.
    package let first: [[Int]]
    package let second: [[Int]]
    /// By mark: which of the bases is its own.
    private let baseOf: [Int]
    private let pairings: [[Pairing]]

    /// The links where the marks of two bases could both stand.
    private struct Pairing: Sendable {
        var count: Int
        var sizes: [Int]
        /// `nil` for all.
        var isIn: [Bool]?
    }

    /// Where the marks of a base can stand: by link, at its first and at its second end.
    package struct Base: Sendable {
        package var first: [Bool]
        package var second: [Bool]
        package init(first: [Bool], second: [Bool]) { (self.first, self.second) = (first, second) }
    }

    /// - Parameters:
    ///   - strata: the stratum of each link, numbered from 0.
    ///   - first, second: by mark, the links whose end bears it, ascending.
    ///   - bases: where marks can stand; none for everywhere.
    ///   - baseOf: by mark, its base.
    package init(strata: [Int], first: [[Int]], second: [[Int]], bases: [Base] = [], baseOf: [Int] = []) {
        count = strata.count
        self.strata = strata
        (self.first, self.second) = (first, second)
        let strataCount = (strata.max() ?? -1) + 1
        let all = bases.isEmpty ? [Base(first: [Bool](repeating: true, count: strata.count), second: [Bool](repeating: true, count: strata.count))] : bases
        self.baseOf = bases.isEmpty ? [Int](repeating: 0, count: max(first.count, second.count)) : baseOf
        pairings = all.map { a in
            all.map { b in
                let isIn = strata.indices.map { a.first[$0] && b.second[$0] }
                var sizes = [Int](repeating: 0, count: strataCount)
                for (link, stratum) in strata.enumerated() where isIn[link] { sizes[stratum] += 1 }
                let count = sizes.reduce(0, +)
                return Pairing(count: count, sizes: sizes, isIn: count == strata.count ? nil : isIn)
            }
        }
    }

    private func pairing(_ a: Int, _ b: Int) -> Pairing { pairings[baseOf[a]][baseOf[b]] }

    private func within(_ links: [Int], _ pairing: Pairing) -> [Int] { pairing.isIn.map { isIn in links.filter { isIn[$0] } } ?? links }

    /// Links that bear one mark at the first end and the other at the second.
    package func both(_ a: Int, _ b: Int) -> [Int] { intersection(first[a], second[b]) }

    package func table(_ a: Int, _ b: Int, both: Int) -> TwoByTwo {
        let pairing = pairing(a, b)
        let (alone, others) = (within(first[a], pairing).count - both, within(second[b], pairing).count - both)
        return TwoByTwo(both, alone, others, pairing.count - both - alone - others)
    }

    /// The common odds ratio of the strata. Strata that lack either mark add nothing to it.
    package func pooledOdds(_ a: Int, _ b: Int, both: [Int]) -> RatioEstimate? {
        let pairing = pairing(a, b)
        let (ofFirst, ofSecond, ofBoth) = (runs(within(first[a], pairing)), runs(within(second[b], pairing)), runs(both))
        var tables: [TwoByTwo] = []
        var (i, j, k) = (0, 0, 0)
        while i < ofFirst.count, j < ofSecond.count {
            let (p, r) = (ofFirst[i], ofSecond[j])
            if p.stratum == r.stratum {
                while k < ofBoth.count, ofBoth[k].stratum < p.stratum { k += 1 }
                let together = k < ofBoth.count && ofBoth[k].stratum == p.stratum ? ofBoth[k].count : 0
                tables.append(TwoByTwo(together, p.count - together, r.count - together, pairing.sizes[p.stratum] - p.count - r.count + together))
                i += 1
                j += 1
            } else if p.stratum < r.stratum {
                i += 1
            } else {
                j += 1
            }
        }
        return mantelHaenszel(tables)
    }

    private func runs(_ links: [Int]) -> [(stratum: Int, count: Int)] {
        var counts: [Int: Int] = [:]
        for link in links { counts[strata[link], default: 0] += 1 }
        return counts.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    /// For each pair of marks, the share of random tables with at least as many links of both, the second ends' marks shuffled among the
    /// links of one group: a one-sided p, the table itself one of the possible ones (B. Phipson and G. K. Smyth 2010). One set of shuffles serves all pairs.
    ///
    /// - Parameter groups: links whose second ends may change places, groups of at least two.
    package func permutationP(_ pairs: [(a: Int, b: Int, both: Int)], groups: [[Int]], draws: Int, seed: UInt64) -> [Double] {
        var result = [Double](repeating: 1, count: pairs.count)
        // Pairs of the same two bases are shuffled together.
        for a in pairings.indices {
            for b in pairings.indices {
                let numbers = pairs.indices.filter { baseOf[pairs[$0].a] == a && baseOf[pairs[$0].b] == b }
                let here = groups.map { within($0, pairings[a][b]) }.filter { $0.count > 1 }
                for (number, p) in zip(numbers, shuffledP(numbers.map { pairs[$0] }, groups: here, draws: draws, seed: seed)) { result[number] = p }
            }
        }
        return result
    }

    private func shuffledP(_ pairs: [(a: Int, b: Int, both: Int)], groups: [[Int]], draws: Int, seed: UInt64) -> [Double] {
        guard !pairs.isEmpty else { return [] }
        // Only the marks that are asked for.
        let (asked, answered) = (Set(pairs.map(\.a)).sorted(), Set(pairs.map(\.b)).sorted())
        var marksOfFirst = [[Int32]](repeating: [], count: count), marksOfSecond = marksOfFirst
        for (number, mark) in asked.enumerated() { for link in first[mark] { marksOfFirst[link].append(Int32(number)) } }
        for (number, mark) in answered.enumerated() { for link in second[mark] { marksOfSecond[link].append(Int32(number)) } }
        let width = answered.count
        // Links that cannot change places with another of other marks always count the same.
        let moving = groups.filter { group in
            group.count > 1 && group.contains { !marksOfFirst[$0].isEmpty } && group.contains { marksOfSecond[$0] != marksOfSecond[group[0]] }
        }
        let moved = Set(moving.joined())
        var fixed = [Int](repeating: 0, count: asked.count * width)
        for link in 0..<count where !moved.contains(link) {
            for a in marksOfFirst[link] { for b in marksOfSecond[link] { fixed[Int(a) * width + Int(b)] += 1 } }
        }
        let cells = pairs.map { pair in (asked.firstIndex(atOrAfter: pair.a) ?? 0) * width + (answered.firstIndex(atOrAfter: pair.b) ?? 0) }
        var atLeast = [Int](repeating: 0, count: pairs.count)
        var random = SplitMix64(seed: seed)
        var shuffled = moving
        for _ in 0..<draws {
            var counts = fixed
            for group in moving.indices {
                for last in stride(from: moving[group].count - 1, to: 0, by: -1) { shuffled[group].swapAt(last, random.below(last + 1)) }
                for (at, link) in moving[group].enumerated() where !marksOfFirst[link].isEmpty {
                    for b in marksOfSecond[shuffled[group][at]] { for a in marksOfFirst[link] { counts[Int(a) * width + Int(b)] += 1 } }
                }
            }
            for (number, pair) in pairs.enumerated() where counts[cells[number]] >= pair.both { atLeast[number] += 1 }
        }
        return atLeast.map { Double($0 + 1) / Double(draws + 1) }
    }
}

extension [Int] {
    /// The first element of an ascending list that is not below a value.
    fileprivate func firstIndex(atOrAfter value: Int) -> Int? {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if self[middle] < value { low = middle + 1 } else { high = middle }
        }
        return low < count ? low : nil
    }
}
