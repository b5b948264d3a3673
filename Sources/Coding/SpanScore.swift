package import Statistics

/// How well the words that were found are the words that were judged.
package struct SpanScore: Hashable, Sendable {
    /// Words found, and words judged.
    package var found = 0
    package var judged = 0
    /// The same in both, to the letter.
    package var exact = 0
    /// Found words that overlap judged ones, and judged words that overlap found ones.
    package var foundOverlapping = 0
    package var judgedOverlapping = 0

    /// `nil` where no text has judged words.
    init?(_ texts: [JudgedText]) {
        guard texts.contains(where: { $0.spans?.isEmpty == false }) else { return nil }
        for text in texts {
            let spans = text.spans ?? []
            // A text that is judged positive without words is left out: what should be found in it is not known.
            if text.isPositive, spans.isEmpty { continue }
            let hits = text.hits.map(\.bytes)
            found += hits.count
            judged += spans.count
            exact += Set(hits).intersection(spans).count
            foundOverlapping += hits.count { hit in spans.contains { $0.overlaps(hit) } }
            judgedOverlapping += spans.count { span in hits.contains { $0.overlaps(span) } }
        }
    }

    package var exactPrecision: Double? { share(exact, found) }
    package var exactRecall: Double? { share(exact, judged) }
    package var overlapPrecision: Double? { share(foundOverlapping, found) }
    package var overlapRecall: Double? { share(judgedOverlapping, judged) }
    package var overlapPrecisionInterval: Interval { wilsonInterval(foundOverlapping, of: found) }
    package var overlapRecallInterval: Interval { wilsonInterval(judgedOverlapping, of: judged) }

    /// The harmonic mean of the two; `nil` where one is not known.
    package static func f1(_ precision: Double?, _ recall: Double?) -> Double? {
        guard let precision, let recall else { return nil }
        return precision + recall > 0 ? 2 * precision * recall / (precision + recall) : 0
    }

    private func share(_ count: Int, _ base: Int) -> Double? { base > 0 ? Double(count) / Double(base) : nil }
}
