package import DiscourseModel
import Statistics

/// A comment that can be drawn: its row, and the tags it bears in its author's own voice.
package struct FrameComment: Hashable, Sendable {
    package var row: Int
    package var tags: Set<String>

    package init(row: Int, tags: Set<String>) {
        self.row = row
        self.tags = tags
    }
}

/// Draws a stratified random sample without replacement: of each tag `tagged` comments that bear it and `untagged` that do not, or all
/// where there are fewer. The same frame and seed give the same sample.
///
/// - Parameter leftOut: rows of comments that must not be drawn.
package func drawSample(
    of tags: [String], from comments: [FrameComment], tagged: Int, untagged: Int, purpose: CodingSample.Purpose, seed: UInt64,
    leavingOut leftOut: Set<Int> = []
) -> CodingSample {
    let frame = comments.filter { !leftOut.contains($0.row) }.sorted { $0.row < $1.row }
    var random = SplitMix64(seed: seed)
    var sample = CodingSample(
        purpose: purpose, seed: seed, frame: frame.count, leftOut: comments.count - frame.count, strata: [], items: [])
    for tag in tags {
        for (isTagged, wanted) in [(true, tagged), (false, untagged)] {
            var stratum = frame.filter { comment in comment.tags.contains { $0 == tag || $0.hasPrefix(tag + "/") } == isTagged }
            let size = stratum.count
            let drawn = min(max(0, wanted), size)
            stratum.shuffle(first: drawn, using: &random)
            sample.strata.append(.init(tag: tag, isTagged: isTagged, size: size, drawn: drawn))
            sample.items += stratum[..<drawn].map { .init(number: 0, comment: $0.row, tag: tag, isTagged: isTagged) }
        }
    }
    sample.items.shuffle(first: sample.items.count, using: &random)
    for index in sample.items.indices { sample.items[index].number = index + 1 }
    return sample
}

/// The items in an order of one coder's own: so that weariness does not fall on the same comments for all.
package func codingOrder(_ sample: CodingSample, coder: Int) -> [CodingSample.Item] {
    guard coder > 0 else { return sample.items }
    var items = sample.items
    var random = SplitMix64(seed: sample.seed &+ UInt64(coder))
    items.shuffle(first: items.count, using: &random)
    return items
}

extension Array {
    /// Puts a random choice of elements in the first places (R. A. Fisher and F. Yates 1938; D. E. Knuth, TAOCP 2, algorithm 3.4.2P).
    fileprivate mutating func shuffle(first: Int, using random: inout SplitMix64) {
        for index in 0..<Swift.min(first, count) { swapAt(index, index + random.below(count - index)) }
    }
}
