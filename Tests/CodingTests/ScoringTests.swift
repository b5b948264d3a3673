import Coding
import Statistics
import Testing

/// Figures held against plain arithmetic and the reference values of the statistics.
@Suite struct ScoringTests {
    private func texts(_ counts: [(positive: Bool, hit: Bool, count: Int)], stratum: JudgedText.Stratum? = nil, tag: String = "t/a") -> [JudgedText] {
        counts.flatMap { entry in
            (0..<entry.count).map { index in
                JudgedText(
                    id: "\(entry.positive)\(entry.hit)\(index)", tag: tag, text: String(repeating: "x", count: 5 + index), isPositive: entry.positive,
                    hits: entry.hit ? [.init(bytes: 0..<3, line: "t/a any[\(index % 3 == 0 ? 2 : 1)]")] : [], stratum: stratum)
            }
        }
    }

    private func isNear(_ a: Double?, _ b: Double) -> Bool { a.map { abs($0 - b) < 1e-9 } ?? false }

    @Test func countsOfAWholeFile() throws {
        let score = try #require(score(texts([(true, true, 40), (false, true, 10), (true, false, 20), (false, false, 30)])).first)
        #expect(!score.isEstimated)
        #expect([score.truePositives, score.falsePositives, score.misses, score.trueNegatives] == [40, 10, 20, 30])
        // measures_ref.prf(40, 10, 20)
        #expect(isNear(score.precision?.value, 0.8) && isNear(score.recall?.value, 2.0 / 3) && isNear(score.f1?.value, 8.0 / 11))
        #expect(score.precision?.interval == wilsonInterval(40, of: 50) && score.recall?.interval == wilsonInterval(40, of: 60))
        let f1 = try #require(score.f1?.interval)
        #expect(f1.low < 8.0 / 11 && f1.high > 8.0 / 11 && f1.high - f1.low < 0.3)
        // The shortest miss, and the false hits of the worst line, come first.
        #expect(score.missed.first?.text.count == 5 && score.missed.count == 20)
        #expect(score.falseHits.prefix(6).allSatisfy { $0.hits[0].line == "t/a any[1]" })
    }

    @Test func nothingToSayIsNotZero() throws {
        let silent = try #require(score(texts([(false, false, 9)])).first)
        #expect(silent.precision == nil && silent.recall == nil && silent.f1 == nil)
        let missed = try #require(score(texts([(true, false, 3)])).first)
        #expect(missed.precision == nil && missed.recall?.value == 0 && missed.f1?.value == 0)
    }

    private let tagged = JudgedText.Stratum(name: "tagged", size: 500), untagged = JudgedText.Stratum(name: "untagged", size: 9500)

    @Test func recallIsEstimatedFromASample() throws {
        // The reference: 500 tagged, 45 of 50 right; 9500 untagged, 2 of 200 missed: recall .826.
        let sample = texts([(true, true, 45), (false, true, 5)], stratum: tagged) + texts([(true, false, 2), (false, false, 198)], stratum: untagged)
        let score = try #require(score(sample).first)
        #expect(score.isEstimated)
        #expect(isNear(score.recall?.value, 450.0 / 545))
        #expect(isNear(score.precision?.value, 0.9) && score.precision?.interval == wilsonInterval(45, of: 50))
        let recall = try #require(score.recall?.interval)
        #expect(recall.low < 0.75 && recall.high > 0.9 && recall.high <= 1)
        #expect(isNear(score.f1?.value, 900.0 / (900 + 50 + 95)))
        #expect(score.missed.count == 2)
    }

    @Test func withoutADrawnMissRecallIsABound() throws {
        let sample = texts([(true, true, 45), (false, true, 5)], stratum: tagged) + texts([(false, false, 200)], stratum: untagged)
        let score = try #require(score(sample).first)
        // At most 1 - .05^(1/200) = 1.487 % of the 9500 are missed: 141.2.
        #expect(score.recall?.value == nil && score.f1?.value == nil)
        let low = try #require(score.recall?.interval.low)
        #expect(abs(low - 450 / (450 + 141.24)) < 1e-3)
        #expect(score.recall?.interval.high == 1)
        // A stratum that was coded whole leaves no doubt.
        let all = texts([(true, true, 45), (false, true, 5)], stratum: .init(name: "tagged", size: 50))
            + texts([(false, false, 200)], stratum: .init(name: "untagged", size: 200))
        #expect(try #require(Coding.score(all).first).recall?.value == 1)
    }

    @Test func withoutADrawFromThoseNotHitRecallIsUnknown() throws {
        let score = try #require(score(texts([(true, true, 28), (false, true, 11)], stratum: tagged), undrawn: ["t/a"]).first)
        #expect(isNear(score.precision?.value, 28.0 / 39) && score.recall == nil && score.f1 == nil)
    }

    @Test func tunedPatternsAreScoredOnTheOldStrata() throws {
        // Ten that were untagged when drawn are hit now: each stands for 47.5.
        let sample = texts([(true, true, 40), (true, false, 5), (false, false, 5)], stratum: tagged)
            + texts([(true, true, 10), (false, false, 190)], stratum: untagged)
        let score = try #require(score(sample).first)
        #expect(isNear(score.recall?.value, (400.0 + 475) / (400 + 475 + 50)))
        // Nothing was missed among those drawn of the untagged: the interval still allows for it.
        let recall = try #require(score.recall?.interval)
        #expect(recall.low < (400.0 + 475) / (400 + 475 + 50 + 140))
    }

    @Test func spansExactAndOverlapping() throws {
        func text(_ spans: [Range<Int>]?, _ hits: [Range<Int>]) -> JudgedText {
            JudgedText(id: "1", tag: "t/a", text: "abcdefghijklmnop", isPositive: spans?.isEmpty == false, spans: spans, hits: hits.map { .init(bytes: $0, line: "l") })
        }
        let spans = try #require(score([text([0..<3, 5..<8], [0..<3, 6..<9, 10..<12]), text([], [0..<2]), text([1..<2], [])]).first?.spans)
        #expect([spans.found, spans.judged, spans.exact, spans.foundOverlapping, spans.judgedOverlapping] == [4, 3, 1, 2, 2])
        #expect(spans.exactPrecision == 0.25 && spans.overlapRecall == 2.0 / 3)
        #expect(SpanScore.f1(0.5, nil) == nil && SpanScore.f1(0, 0) == 0 && SpanScore.f1(1, 0.5) == 2.0 / 3)
        #expect(score([text(nil, [0..<3])]).first?.spans == nil)
    }

    @Test func drawsAreRepeatable() {
        let sample = texts([(true, true, 30), (false, true, 9), (true, false, 9)])
        #expect(score(sample).first?.f1 == score(sample).first?.f1)
    }
}
