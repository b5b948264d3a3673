internal import BuiltIn
internal import Coding
package import DiscourseModel
internal import Digest

/// What the shipped sets were measured at. A set that was edited since has no figures: they would be another's.
package enum ShippedMeasurements {
    /// In the order of the table.
    package static let all: [TagMeasurement] = BuiltIn.measured.flatMap { try? readMeasurements($0.text) } ?? []

    /// Hashes of the shipped files.
    private static let shipped = Set(BuiltIn.patterns.map { SHA256.hex($0.text.utf8) })

    /// Those that hold for these sets.
    package static func of(_ sets: [PatternSetVersion]) -> [TagMeasurement] {
        let tags = Set(sets.filter { shipped.contains($0.sha256) }.flatMap(\.tags).map(\.id))
        return all.filter { tags.contains($0.tag) }
    }
}
