internal import Foundation

/// The least that each main figure must reach on one gold, with the gold's hash. Figures of harm have a ceiling here.
struct FloorFile: Codable, Equatable {
    var schema = "rejoinder.quality-floors/1"
    var pins: [Pin] = []

    struct Pin: Codable, Equatable {
        /// Every how-manieth page of the gold was taken; 1: all.
        var sample: Int
        var gold_sha256: String
        /// By section, then by figure; of all pages of the section together.
        var floors: [String: [String: Double]]
    }

    static func read(_ path: String) throws -> FloorFile? {
        guard let data = FileManager.default.contents(atPath: path) else { return nil }
        return try JSONDecoder().decode(FloorFile.self, from: data)
    }

    func write(_ path: String) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        try (encoder.encode(self) + Data("\n".utf8)).write(to: URL(filePath: path), options: .atomic)
    }

    func pin(sample: Int, gold: String) -> Pin? { pins.first { $0.sample == sample && $0.gold_sha256 == gold } }
}

/// A figure that fell behind its floor.
struct Regression: Equatable, CustomStringConvertible {
    var section: String, figure: String
    var floor: Double
    /// `nil`: the figure is no longer measured at all.
    var value: Double?

    var description: String {
        "\(section): \(figure) is \(value.map { decimals($0, 4) } ?? "not measured"), pinned at \(decimals(floor, 4))"
    }
}

/// The main figures of a run as they are pinned: rounded to three decimals, towards the lenient side.
struct MeasuredFigures {
    /// By section, then by figure.
    var values: [String: [String: Double]] = [:]

    init(_ values: [String: [String: Double]]) { self.values = values }

    init(_ run: QualityRun) {
        for (section, rows) in run.rows {
            guard let all = rows.first(where: { $0.name == QualityRun.all })?.row else { continue }
            for figure in Figure.all(section) where figure.isPinned {
                if let value = all.values[figure.name] ?? nil { values[section.rawValue, default: [:]][figure.name] = value }
            }
        }
    }

    static func isBetterHigh(_ section: String, _ figure: String) -> Bool {
        GoldSection(rawValue: section).flatMap { Figure.all($0).first { $0.name == figure }?.isBetterHigh } ?? true
    }

    private static func lenient(_ value: Double, high: Bool) -> Double {
        high ? ((value + 1e-9) * 1_000).rounded(.down) / 1_000 : ((value - 1e-9) * 1_000).rounded(.up) / 1_000
    }

    /// Figures behind their floor, by section and name. Sections that this run left out are not looked at.
    func regressions(from pin: FloorFile.Pin, sections: Set<String>) -> [Regression] {
        var found: [Regression] = []
        for (section, floors) in pin.floors.sorted(by: { $0.key < $1.key }) where sections.contains(section) {
            for (figure, floor) in floors.sorted(by: { $0.key < $1.key }) {
                let value = values[section]?[figure]
                let isFine = value.map { MeasuredFigures.isBetterHigh(section, figure) ? $0 >= floor - 1e-9 : $0 <= floor + 1e-9 } ?? false
                if !isFine { found.append(Regression(section: section, figure: figure, floor: floor, value: value)) }
            }
        }
        return found
    }

    /// The pin with every floor raised to what was measured.
    ///
    /// - Parameter allowRegression: also lowers floors that the figures no longer reach; else those stay.
    /// - Returns: the new pin, and which floors were lowered.
    func raising(_ pin: FloorFile.Pin, allowRegression: Bool, sections: Set<String>) -> (pin: FloorFile.Pin, lowered: [Regression]) {
        var raised = pin
        let behind = regressions(from: pin, sections: sections)
        for (section, figures) in values {
            for (figure, value) in figures {
                let floor = MeasuredFigures.lenient(value, high: MeasuredFigures.isBetterHigh(section, figure))
                let isBehind = behind.contains { $0.section == section && $0.figure == figure }
                if isBehind, !allowRegression { continue }
                // Rounding must not lower a floor by itself.
                if let old = pin.floors[section]?[figure], !isBehind {
                    raised.floors[section]?[figure] = MeasuredFigures.isBetterHigh(section, figure) ? max(old, floor) : min(old, floor)
                } else {
                    raised.floors[section, default: [:]][figure] = floor
                }
            }
        }
        if allowRegression {
            for lost in behind where lost.value == nil { raised.floors[lost.section]?[lost.figure] = nil }
        }
        return (raised, allowRegression ? behind : [])
    }
}
