/// How good a shipped tag was on texts that others had coded, or on a sample of its hits that was read.
package struct TagMeasurement: Hashable, Sendable, Codable {
    package var tag: String
    /// The name of the data.
    package var data: String
    /// Texts.
    package var count: Int
    /// Shares, 0 to 1.
    package var precision: Double
    /// `nil` where only hits were read: what was missed is not known.
    package var recall: Double?
    package var f1: Double?

    package init(tag: String, data: String, count: Int, precision: Double, recall: Double?, f1: Double?) {
        (self.tag, self.data, self.count, self.precision, self.recall, self.f1) = (tag, data, count, precision, recall, f1)
    }
}
