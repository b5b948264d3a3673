import Foundation
import Statistics
import Testing

/// Values that other libraries agree on (statsmodels, scipy, networkx, scikit-learn, krippendorff): the figures alone stand here.
@Suite struct ReferenceValueTests {
    private func near(_ a: Double?, _ b: Double, _ tolerance: Double = 1e-9) -> Bool { a.map { abs($0 - b) <= tolerance } ?? false }

    @Test func intervals() {
        let wilson = wilsonInterval(7, of: 50)
        #expect(near(wilson.low, 0.06950833427016294) && near(wilson.high, 0.2618619371058554))
        #expect(wilsonInterval(0, of: 0) == Interval(0, 1))
        #expect(wilsonInterval(0, of: 20).low == 0 && near(wilsonInterval(20, of: 20).low, 0.8388748419471806))
        // R: binom.test(7, 50)
        let exact = clopperPearsonInterval(7, of: 50)
        #expect(near(exact.low, 0.0582, 1e-3) && near(exact.high, 0.2674, 1e-3))
        #expect(clopperPearsonInterval(0, of: 10).low == 0 && near(clopperPearsonInterval(0, of: 10).high, 1 - pow(0.025, 0.1), 1e-9))
        #expect(near(clopperPearsonInterval(10, of: 10).low, pow(0.025, 0.1), 1e-9))
    }

    @Test func tables() {
        let table = oddsRatio(TwoByTwo(12, 38, 20, 180))
        #expect(near(table.ratio, 2.8421052631578942) && near(table.interval.low, 1.2813449772934493) && near(table.interval.high, 6.30397158455471))
        #expect(near(oddsRatio(TwoByTwo(5, 0, 3, 9)).ratio, 29.857142857142865))
        let pooled = mantelHaenszel([TwoByTwo(12, 38, 20, 180), TwoByTwo(5, 9, 14, 60), TwoByTwo(3, 20, 8, 90)])
        #expect(near(pooled?.ratio, 2.464647905404442) && near(pooled?.interval.low, 1.3490650795385408))
        #expect(mantelHaenszel([TwoByTwo(0, 0, 0, 4)]) == nil)
        #expect(near(cochranArmitage(counts: [4, 9, 14], bases: [60, 70, 60]), 2.6144918577064797))
        #expect(cochranArmitage(counts: [0, 0], bases: [5, 5]) == nil)
        // The tea-tasting table: 34/70.
        #expect(near(fisherExact(TwoByTwo(3, 1, 1, 3)), 34.0 / 70.0))
        #expect(zip(benjaminiHochberg([0.01, 0.04, 0.03, 0.005]), [0.02, 0.04, 0.04, 0.02]).allSatisfy { near($0, $1) })
        #expect(near(normalP(1.959963984540054), 0.05))
        #expect(TwoByTwo(10, 10, 10, 70).leastExpected == 4)
    }

    @Test func together() {
        let pair = Cooccurrence(both: 12, first: 40, second: 30, total: 200)
        #expect(near(pair.jaccard, 0.20689655172413793) && near(pair.lift, 2) && near(pair.npmi, 0.24637255286998533))
        #expect(pair.table == TwoByTwo(12, 28, 18, 142))
        #expect(Cooccurrence(both: 0, first: 3, second: 3, total: 9).npmi == -1)
        #expect(Cooccurrence(both: 0, first: 0, second: 3, total: 9).npmi == nil)
    }

    @Test func words() {
        let counts = WordCounts(inFirst: 40, inSecond: 15, firstSize: 1200, secondSize: 1500)
        #expect(near(counts.g2TwoTerm, 18.05322923098928) && near(counts.g2FourTerm, 18.424075591608307) && near(counts.logRatio, 1.736965594166206))
        func bag(_ text: String) -> [String: Int] { Dictionary(text.split(separator: " ").map { (String($0), 1) }, uniquingKeysWith: +) }
        let z = logOdds(bag("a a a b b c the the"), bag("a b c c c d the the the"))
        for (word, value) in ["a": 1.3316952386884724, "b": 0.7804389690764025, "c": -1.0643958386991446, "d": -0.7259988471776687, "the": -0.435769667814328] {
            #expect(near(z[word], value), "\(word)")
        }
        #expect(near(griesDP(counts: [5, 1, 0], sizes: [100, 100, 50]), 0.43333333333333335))
        #expect(near(jensenShannon([0.2, 0.5, 0.3], [0.4, 0.4, 0.2]), 0.035789374242786026))
    }

    @Test func people() {
        #expect(near(gini([6, 3, 2, 1]), 1.0 / 3) && gini([4, 4]) == 0 && gini([]) == 0)
        #expect(near(normalizedEntropy([6, 3, 2, 1]), 0.8647869792568114))
        #expect(near(burstiness(ofSortedTimes: [0, 1, 2, 3, 60, 61, 62, 300]), 0.3133711017626764))
        #expect(burstiness(ofSortedTimes: [1, 2]) == nil && burstiness(ofSortedTimes: [1, 1, 1]) == nil)
        #expect(quantile(0.5, ofSorted: [1, 2, 4]) == 2 && quantile(0.25, ofSorted: [1, 2, 3, 4]) == 1.75 && quantile(0.5, ofSorted: []) == nil)
    }

    @Test func agreement() {
        let units: [[Int?]] = [
            [1, 1, nil], [2, 2, 2], [3, 3, 3], [3, 3, 3], [2, 2, 2], [1, 2, 3], [4, 4, 4], [1, 1, 2], [2, 2, 2], [nil, 5, 5], [nil, nil, 1], [3, nil, nil],
        ]
        #expect(near(krippendorffAlpha(units), 0.765625))
        let pairs = Array(zip([1, 1, 0, 0, 1, 0, 0, 0, 1, 0], [1, 0, 0, 0, 1, 0, 0, 1, 1, 0]))
        #expect(near(cohenKappa(pairs), 0.5833333333333334) && near(gwetAC1(pairs), 0.6153846153846155))
        #expect(krippendorffAlpha([[1, 1], [1, 1]]) == nil && cohenKappa([(1, 1)]) == nil)
        #expect(positiveAgreement(both: 3, firstOnly: 1, secondOnly: 1) == 0.75)
        #expect(near(auditRecall(taggedTotal: 500, taggedTrue: 45, taggedSample: 50, untaggedTotal: 9500, missed: 2, untaggedSample: 200), 0.8256880733944955))
    }

    @Test func reciprocityAgainstChance() {
        // The reference tree: four pairs among four people, two of them returned; a third of all pairs are there: (1/2 − 1/3) / (2/3).
        #expect(near(reciprocityBeyondChance(pairs: 4, returned: 2, people: 4), 0.25))
        // None returned is less than chance; a full graph leaves chance nothing.
        #expect((reciprocityBeyondChance(pairs: 3, returned: 0, people: 4) ?? 1) < 0)
        #expect(reciprocityBeyondChance(pairs: 6, returned: 6, people: 3) == nil && reciprocityBeyondChance(pairs: 0, returned: 0, people: 0) == nil)
    }

    @Test func disputedVotes() {
        #expect(near(voteControversy(up: 30, down: 25), 28.203450285995366))
        #expect(voteControversy(up: 8, down: 8) == 16 && voteControversy(up: 8, down: 0) == 0)
    }

    @Test func diversity() {
        // Every word new: no run comes down; the same word over and over: a run of two each time.
        #expect(mtld(Array(0..<200)) == nil)
        #expect(mtld(Array(repeating: 1, count: 100)) == 2)
        #expect(mattr([1, 1, 1, 1], window: 2) == 0.5 && mattr([1, 2, 3], window: 50) == 1)
        #expect(mattr([1, 2, 1, 3], window: 2) == 1)
    }

    @Test func repeats() {
        let a = shingles((0..<40).map { mixed(UInt64($0)) }), b = shingles((5..<45).map { mixed(UInt64($0)) })
        #expect(a.count == 36 && near(jaccard(a, b), 31.0 / 41) && near(containment(of: a, in: b), 31.0 / 36))
        #expect(near(MinHash(a, functions: 512).similarity(to: MinHash(b, functions: 512)), 31.0 / 41, 0.08))
        #expect(MinHash(a).bands(rows: 4) == MinHash(a).bands(rows: 4) && MinHash(a).bands(rows: 4).count == 16)
        #expect(shingles([7, 8]).count == 1 && shingles([]).isEmpty)
    }

    @Test func resampling() throws {
        // Ten authors, one of whom made all the hits: the interval must be wide, down to none.
        let one = try #require(clusterBootstrap(counts: [10] + Array(repeating: 0, count: 9), bases: Array(repeating: 10, count: 10)))
        #expect(one.low == 0 && one.high >= 0.2)
        let even = try #require(clusterBootstrap(counts: Array(repeating: 1, count: 100), bases: Array(repeating: 10, count: 100)))
        #expect(even == Interval(0.1, 0.1))
        #expect(clusterBootstrap(counts: [1], bases: [1]) == nil)
    }
}
