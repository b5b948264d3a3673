import Statistics
import Testing

@Suite struct MarkedLinkTests {
    /// The three strata of the reference values for the Mantel-Haenszel ratio, spelled out link by link.
    private func reference() -> MarkedLinks {
        var strata: [Int] = [], first: [Int] = [], second: [Int] = []
        for (stratum, (a, b, c, d)) in [(12, 38, 20, 180), (5, 9, 14, 60), (3, 20, 8, 90)].enumerated() {
            for (count, isFirst, isSecond) in [(a, true, true), (b, true, false), (c, false, true), (d, false, false)] {
                for _ in 0..<count {
                    if isFirst { first.append(strata.count) }
                    if isSecond { second.append(strata.count) }
                    strata.append(stratum)
                }
            }
        }
        // A stratum without the marks adds nothing.
        return MarkedLinks(strata: strata + [3, 3, 3], first: [first, []], second: [second, []])
    }

    @Test func strataArePooledAsInTheReference() throws {
        let links = reference()
        let both = links.both(0, 0)
        let table = links.table(0, 0, both: both.count)
        #expect(table == TwoByTwo(20, 67, 42, 333))
        let pooled = try #require(links.pooledOdds(0, 0, both: both))
        #expect(abs(pooled.ratio - 2.464647905404442) < 1e-9 && abs(pooled.interval.low - 1.3490650795385408) < 1e-9)
        #expect(links.pooledOdds(0, 1, both: links.both(0, 1)) == nil)
    }

    @Test func shufflesTellChanceFromRule() {
        // Forty links of one group: the second end bears the mark where the first does, and another mark at every other link.
        let links = MarkedLinks(
            strata: [Int](repeating: 0, count: 40), first: [Array(0..<20)], second: [Array(0..<20), Array(stride(from: 0, to: 40, by: 2))])
        let p = links.permutationP([(0, 0, 20), (0, 1, 10)], groups: [Array(0..<40)], draws: 500, seed: 1)
        #expect(p[0] == 1.0 / 501 && p[1] > 0.5)
        // What may not change places is always as it is.
        #expect(links.permutationP([(0, 0, 20)], groups: (0..<20).map { [$0, $0] }, draws: 50, seed: 1) == [1])
        #expect(links.permutationP([(0, 0, 20)], groups: [Array(0..<40)], draws: 500, seed: 7) == links.permutationP([(0, 0, 20)], groups: [Array(0..<40)], draws: 500, seed: 7))
    }

    @Test func oneSetOfDrawsServesAllRatios() {
        let bases = (0..<30).map { $0 % 4 + 1 }, hits = (0..<30).map { $0 % 3 == 0 ? 1 : 0 }, others = (0..<30).map { $0 < 4 ? 1 : 0 }
        func sparse(_ counts: [Int]) -> [(cluster: Int, count: Int)] { counts.enumerated().filter { $0.element > 0 }.map { (cluster: $0.offset, count: $0.element) } }
        let together = clusterBootstrap([sparse(hits), sparse(others), []], bases: bases)
        #expect(together[0] == clusterBootstrap(counts: hits, bases: bases) && together[1] == clusterBootstrap(counts: others, bases: bases))
        #expect(together[2] == Interval(0, 0) && clusterBootstrap([[]], bases: [3]) == [nil])
    }
}
