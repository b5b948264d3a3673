package import Statistics

/// A text that somebody has judged for one tag, and what the patterns found in it.
package struct JudgedText: Hashable, Sendable {
    /// As the file calls it.
    package var id: String
    package var tag: String
    package var text: String
    package var isPositive: Bool
    /// The judged words, in UTF-8 bytes of the text; `nil` where only the text as a whole was judged.
    package var spans: [Range<Int>]?
    /// What was found in the author's own voice.
    package var hits: [FoundWords]
    /// Which part of a sample it was drawn from; `nil` for texts that were not drawn.
    package var stratum: Stratum?

    package struct FoundWords: Hashable, Sendable {
        package var bytes: Range<Int>
        /// The tag and line that found it: `attack/name-calling any[2]`.
        package var line: String

        package init(bytes: Range<Int>, line: String) {
            self.bytes = bytes
            self.line = line
        }
    }

    package struct Stratum: Hashable, Sendable {
        package var name: String
        package var size: Int
        package init(name: String, size: Int) {
            self.name = name
            self.size = size
        }
    }

    package init(
        id: String, tag: String, text: String, isPositive: Bool, spans: [Range<Int>]? = nil, hits: [FoundWords], stratum: Stratum? = nil
    ) {
        (self.id, self.tag, self.text, self.isPositive, self.spans, self.hits, self.stratum) = (id, tag, text, isPositive, spans, hits, stratum)
    }

    var isHit: Bool { !hits.isEmpty }
}

/// A figure with its 95 % interval. Without a value only a bound is known: it is at least `low`.
package struct Estimate: Hashable, Sendable {
    package var value: Double?
    package var interval: Interval
}

/// How good a tag is on texts judged by hand.
package struct TagScore: Sendable {
    package var tag: String
    /// Judged texts: those rightly hit, wrongly hit, missed, and rightly passed over.
    package var truePositives = 0
    package var falsePositives = 0
    package var misses = 0
    package var trueNegatives = 0
    /// Whether the texts are a sample and the figures are estimates for all comments it was drawn from.
    package var isEstimated = false
    /// `nil`: nothing was hit.
    package var precision: Estimate?
    /// `nil`: nothing was there to be found, or nobody looked for what was missed.
    package var recall: Estimate?
    /// `nil`: neither was anything there nor hit, or recall is not known.
    package var f1: Estimate?
    /// `nil` where no words were judged.
    package var spans: SpanScore?
    /// The heaviest and then the shortest first.
    package var missed: [JudgedText] = []
    /// Those of the line with the most false hits first.
    package var falseHits: [JudgedText] = []
}

/// Every tag's figures, by tag.
///
/// Of texts that were drawn from strata each stands for size / drawn of its stratum: precision, recall and F1 are ratios of weighted
/// sums, with intervals by the percentile bootstrap within strata (B. Efron, Annals of Statistics 7 (1979) 1-26). Others are counted:
/// precision and recall with Wilson's interval, F1 with the bootstrap over texts. Where no miss was drawn from a stratum that was not
/// drawn whole, recall is bounded from below: with as many misses as the exact one-sided 95 % limit allows (C. J. Clopper and
/// E. S. Pearson, Biometrika 26 (1934) 404-413).
///
/// - Parameter undrawn: tags of which no comment was drawn from a stratum: how many were missed there cannot be told.
package func score(_ texts: [JudgedText], undrawn: Set<String> = [], draws: Int = 1000, seed: UInt64 = 1) -> [TagScore] {
    var order: [String] = []
    var byTag: [String: [JudgedText]] = [:]
    for text in texts {
        if byTag[text.tag] == nil { order.append(text.tag) }
        byTag[text.tag, default: []].append(text)
    }
    return order.sorted().map { tag in
        var score = scoreTag(tag, byTag[tag] ?? [], draws: draws, seed: seed)
        if undrawn.contains(tag) { (score.recall, score.f1) = (nil, nil) }
        return score
    }
}

private func scoreTag(_ tag: String, _ texts: [JudgedText], draws: Int, seed: UInt64) -> TagScore {
    var score = TagScore(tag: tag)
    for text in texts {
        switch (text.isPositive, text.isHit) {
        case (true, true): score.truePositives += 1
        case (false, true): score.falsePositives += 1
        case (true, false): score.misses += 1
        case (false, false): score.trueNegatives += 1
        }
    }
    let sums = StratifiedSums(texts)
    score.isEstimated = sums.isSample
    let (precision, recall, f1) = sums.intervals(draws: draws, seed: seed)
    let (tp, fp, fn) = (score.truePositives, score.falsePositives, score.misses)
    if tp + fp > 0 {
        score.precision = Estimate(
            value: sums.all.precision, interval: sums.isEvenWhereHit ? wilsonInterval(tp, of: tp + fp) : precision ?? Interval(0, 1))
    }
    if tp + fn > 0 || sums.missBound > 0 && tp > 0 {
        if !sums.isSample {
            score.recall = Estimate(value: sums.all.recall, interval: wilsonInterval(tp, of: tp + fn))
        } else if fn == 0, sums.missBound > 0 {
            score.recall = Estimate(value: nil, interval: Interval(sums.withMisses(sums.missBound).recall ?? 0, 1))
        } else {
            // Strata without a drawn miss may have some all the same.
            score.recall = Estimate(value: sums.all.recall, interval: widened(recall, to: sums.withMisses(sums.missBound).recall))
        }
    }
    if tp + fp + fn > 0 {
        let isBound = sums.isSample && fn == 0 && sums.missBound > 0
        score.f1 = isBound
            ? Estimate(value: nil, interval: Interval(sums.withMisses(sums.missBound).f1 ?? 0, 1))
            : Estimate(value: sums.all.f1, interval: widened(f1, to: sums.withMisses(sums.missBound).f1))
    }
    score.spans = SpanScore(texts)
    score.missed = texts.filter { $0.isPositive && !$0.isHit }.sorted {
        let (a, b) = (sums.weight(of: $0), sums.weight(of: $1))
        return a != b ? a > b : $0.text.utf8.count < $1.text.utf8.count
    }
    let wrong = texts.filter { !$0.isPositive && $0.isHit }
    var byLine: [String: Int] = [:]
    for text in wrong { for line in Set(text.hits.map(\.line)) { byLine[line, default: 0] += 1 } }
    func badness(_ text: JudgedText) -> Int { text.hits.map { byLine[$0.line] ?? 0 }.max() ?? 0 }
    score.falseHits = wrong.sorted { badness($0) != badness($1) ? badness($0) > badness($1) : $0.id < $1.id }
    return score
}

private func widened(_ interval: Interval?, to low: Double?) -> Interval {
    guard var interval else { return Interval(0, 1) }
    if let low { interval.low = min(interval.low, low) }
    return interval
}
