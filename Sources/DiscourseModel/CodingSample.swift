/// Comments drawn to be coded by hand: for each tag, so many of those that bear it and so many of those that do not.
package struct CodingSample: Hashable, Sendable {
    package var purpose: Purpose
    package var seed: UInt64
    /// Comments that could be drawn.
    package var frame: Int
    /// Comments that could not, as a sample of the other purpose has them.
    package var leftOut: Int
    package var strata: [Stratum]
    /// In an order that tells nothing of the strata.
    package var items: [Item]

    /// What a sample is for. No comment is in samples of both: what patterns were tuned on says nothing of how good they are.
    package enum Purpose: String, Hashable, Sendable, CaseIterable { case tuning, test }

    package struct Stratum: Hashable, Sendable {
        package var tag: String
        package var isTagged: Bool
        /// Comments in it, and those drawn.
        package var size: Int
        package var drawn: Int

        package init(tag: String, isTagged: Bool, size: Int, drawn: Int) {
            (self.tag, self.isTagged, self.size, self.drawn) = (tag, isTagged, size, drawn)
        }

        /// The comments that one drawn comment stands for.
        package var weight: Double { drawn > 0 ? Double(size) / Double(drawn) : 0 }
    }

    package struct Item: Hashable, Sendable {
        /// From 1.
        package var number: Int
        /// The comment's row.
        package var comment: Int
        package var tag: String
        /// Whether the comment bore the tag when it was drawn.
        package var isTagged: Bool

        package init(number: Int, comment: Int, tag: String, isTagged: Bool) {
            (self.number, self.comment, self.tag, self.isTagged) = (number, comment, tag, isTagged)
        }
    }

    package init(purpose: Purpose, seed: UInt64, frame: Int, leftOut: Int, strata: [Stratum], items: [Item]) {
        (self.purpose, self.seed, self.frame, self.leftOut, self.strata, self.items) = (purpose, seed, frame, leftOut, strata, items)
    }

    package func stratum(of item: Item) -> Stratum? { strata.first { $0.tag == item.tag && $0.isTagged == item.isTagged } }
}
