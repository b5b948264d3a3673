import Coding
import DiscourseModel
import Statistics
import Testing

@Suite struct SampleTests {
    private let frame = (1...1000).map { FrameComment(row: $0, tags: $0 % 10 == 0 ? ["t/a/inner"] : $0 % 10 == 1 ? ["t/b"] : []) }

    private func draw(_ tags: [String] = ["t/a"], seed: UInt64 = 7, leavingOut: Set<Int> = []) -> CodingSample {
        drawSample(of: tags, from: frame.reversed(), tagged: 20, untagged: 40, purpose: .test, seed: seed, leavingOut: leavingOut)
    }

    @Test func strataAreDrawnWithoutReplacement() {
        let sample = draw(["t/a", "t/b"])
        #expect(sample.strata == [
            .init(tag: "t/a", isTagged: true, size: 100, drawn: 20), .init(tag: "t/a", isTagged: false, size: 900, drawn: 40),
            .init(tag: "t/b", isTagged: true, size: 100, drawn: 20), .init(tag: "t/b", isTagged: false, size: 900, drawn: 40),
        ])
        #expect(sample.items.map(\.number) == Array(1...120))
        for tag in ["t/a", "t/b"] { #expect(Set(sample.items.filter { $0.tag == tag }.map(\.comment)).count == 60) }
        for item in sample.items where item.tag == "t/a" { #expect(item.isTagged == (item.comment % 10 == 0)) }
        #expect(sample.strata[1].weight == 22.5 && sample.stratum(of: sample.items[0])?.tag == sample.items[0].tag)
        // The order tells nothing: tagged ones are spread over it.
        #expect((8...32).contains(sample.items.prefix(60).count(where: \.isTagged)))
    }

    @Test func theSeedDecides() {
        #expect(draw() == draw())
        #expect(draw(seed: 8).items != draw().items)
        #expect(Set(codingOrder(draw(), coder: 1).map(\.number)) == Set(1...60))
        #expect(codingOrder(draw(), coder: 1) != codingOrder(draw(), coder: 0) && codingOrder(draw(), coder: 1) != codingOrder(draw(), coder: 2))
    }

    @Test func whatIsLeftOutIsNotDrawn() {
        let other = Set(1...900)
        let sample = draw(leavingOut: other)
        #expect(sample.leftOut == 900 && sample.frame == 100)
        #expect(sample.items.allSatisfy { !other.contains($0.comment) })
        #expect(sample.strata.map(\.drawn) == [10, 40] && sample.strata.map(\.size) == [10, 90])
    }

    /// Every comment is drawn about as often: 60 draws of 20 out of 100.
    @Test func allAreDrawnAlike() {
        var counts: [Int: Int] = [:]
        for seed in 0..<60 { for item in draw(seed: UInt64(seed)).items where item.isTagged { counts[item.comment, default: 0] += 1 } }
        #expect(counts.count == 100)
        #expect(counts.values.allSatisfy { (2...26).contains($0) })
    }
}

@Suite struct AgreementTests {
    private func items(_ labels: [Bool?], tag: String = "t/a") -> [CodedItem] {
        labels.enumerated().map { CodedItem(item: "s1-\($0)", tag: tag, text: "text \($0)", label: $1) }
    }

    @Test func figuresOfTwoCoders() throws {
        // The reference's ten pairs: kappa .6 - .4 ... by hand: yes/yes 3, yes/no 1, no/yes 1, no/no 5.
        let first = items([true, true, false, false, true, false, false, false, true, false, nil, true])
        let second = items([true, false, false, false, true, false, false, true, true, false, true, nil])
        let result = try #require(agreement(first, second).first)
        #expect(result.both == 10 && result.firstOnly == 1 && result.secondOnly == 1)
        #expect([result.counts.yes, result.counts.first, result.counts.second, result.counts.no] == [3, 1, 1, 5])
        let kappa = try #require(result.kappa)
        #expect(abs(kappa - 0.28 / 0.48) < 1e-12)
        #expect(result.positive == 0.75)
        // Alpha: 1 - (n - 1) Do / De with 20 values, 8 of them yes: 1 - 19 * 4 / (2 * 8 * 12).
        let alpha = try #require(result.alpha)
        let expected = 1 - 19.0 * 4 / 192
        #expect(abs(alpha - expected) < 1e-12)
        let interval = try #require(result.alphaInterval)
        #expect(interval.low < 0.6 && interval.high > 0.6)
        #expect(result.disagreements.map(\.item) == ["s1-1", "s1-7"])
    }

    @Test func tagsAreNeverPooled() {
        let results = agreement(items([true, true], tag: "t/a") + items([true, false], tag: "t/b"), items([true, true], tag: "t/a") + items([false, true], tag: "t/b"))
        #expect(results.map(\.tag) == ["t/a", "t/b"])
        // One value throughout says nothing.
        #expect(results[0].alpha == nil && results[0].kappa == nil && results[1].positive == 0)
    }
}
