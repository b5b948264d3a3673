internal import Foundation

/// A quality run for a machine: schema `rejoinder.quality/1`.
struct QualityRecord: Encodable {
    var schema = "rejoinder.quality/1"
    var gold_sha256: String
    var sample: Int
    /// By section, row and figure; `null` where there is nothing to measure it on.
    var sections: [String: [String: [String: Double?]]] = [:]
    var calibration: [Line] = []
    var regressions: [String]

    struct Line: Encodable {
        var section: String, standing: String, evidence: String
        var links: Int
        var said: Double, right: Double
    }

    init(_ run: QualityRun, hash: String, sample: Int, regressions: [Regression]) {
        gold_sha256 = hash
        self.sample = sample
        self.regressions = regressions.map(\.description)
        for (section, rows) in run.rows {
            for (name, row) in rows {
                var figures = row.values.mapValues { $0.map { ($0 * 1e6).rounded() / 1e6 } }
                for (count, value) in row.counts { figures[count] = Double(value) }
                sections[section.rawValue, default: [:]][name] = figures
            }
        }
        calibration = run.calibration.cells.sorted { $0.key < $1.key }.map { kind, cell in
            Line(
                section: kind.section.rawValue, standing: kind.standing, evidence: kind.evidence, links: cell.links,
                said: (cell.said / Double(cell.links) * 1e4).rounded() / 1e4, right: (Double(cell.right) / Double(cell.links) * 1e4).rounded() / 1e4)
        }
    }

    func json() throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(self), as: UTF8.self)
    }
}
