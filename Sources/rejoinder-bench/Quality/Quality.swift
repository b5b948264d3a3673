internal import ArgumentParser
internal import Foundation

struct Quality: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "How right the results are on gold pages; fails where a figure is below its floor.",
        discussion: """
            Takes the gold's folder with threads/, text/resiliparse/, text/wet/, text/forum/ and content/ in it.
            Floors are compared where the gold is the one they were pinned on (by its hash).

            EXIT STATUS: 0 fine, 1 a figure is below its floor, 2 could not do it.
            """)

    @Option(help: "The folder of the gold data.") var gold: String
    @Option(help: "Every n-th page of each section only.") var sample = 1
    @Option(help: "A section to score (threads, 'threads, platforms off', text/resiliparse, text/wet, text/forum, content); may be repeated.")
    var section: [String] = []
    @Option(help: "The file with the floors.") var floors = "Reports/Benchmarks/quality-floors.json"
    @Flag(help: "Raise the floors to what is measured now.") var updateFloors = false
    @Flag(help: "With --update-floors: also lower floors that are no longer reached, and tell which.") var allowRegression = false
    @Flag(help: "How often links are right against how often they are said to be, by evidence.") var calibration = false
    @Flag(help: "Figures of all sections only, not by platform.") var brief = false
    @Flag(help: "One JSON record (rejoinder.quality/1) instead of tables.") var json = false
    @Option(help: "Threads to work with (default: one a core).") var threads = ProcessInfo.processInfo.activeProcessorCount

    func validate() throws {
        guard sample >= 1, threads >= 1 else { throw ValidationError("--sample and --threads take a number from 1") }
        for name in section where GoldSection(rawValue: name) == nil { throw ValidationError("--section: no section '\(name)'") }
    }

    func run() throws {
        let sections = section.isEmpty ? GoldSection.allCases : section.compactMap { GoldSection(rawValue: $0) }
        let set = GoldSet(folder: gold, sections: sections, sample: sample)
        guard !set.pages.isEmpty else { throw unable("\(gold): no gold pages in it; give the folder with threads/, text/ and content/") }
        for missing in set.missing { note("\(gold)/\(missing.folder): no gold pages; the section is left out") }
        let run = QualityRun(set, threads: threads)
        for problem in run.problems { note(problem) }
        // The hash is that of the whole gold, whatever was scored of it.
        let hash = GoldSet(folder: gold, sample: sample).hash(threads: threads)

        var file = try FloorFile.read(floors) ?? FloorFile()
        let names = Set(sections.map(\.rawValue))
        let measured = MeasuredFigures(run)
        let pin = file.pin(sample: sample, gold: hash)
        let regressions = pin.map { measured.regressions(from: $0, sections: names) } ?? []
        if json {
            print(try QualityRecord(run, hash: hash, sample: sample, regressions: regressions).json())
        } else {
            for (section, rows) in run.rows { print(QualityRun.table(section, brief ? rows.suffix(1) : rows)) }
            if calibration { print(run.calibration.table) }
        }
        if updateFloors {
            let start = pin ?? FloorFile.Pin(sample: sample, gold_sha256: hash, floors: [:])
            let (raised, lowered) = measured.raising(start, allowRegression: allowRegression, sections: names)
            file.pins.removeAll { $0.sample == sample }
            file.pins.append(raised)
            file.pins.sort { $0.sample < $1.sample }
            try file.write(floors)
            for floor in lowered { note("floor lowered: \(floor)") }
            if pin == nil { note("floors pinned anew: the file had none for this gold (sha256 \(hash.prefix(12))...)") }
        } else if pin == nil {
            note("floors not compared: \(floors) has none for this gold (sha256 \(hash.prefix(12))..., sample \(sample))")
        }
        if !regressions.isEmpty, !(updateFloors && allowRegression) {
            for regression in regressions { note("below its floor: \(regression)") }
            if updateFloors { note("these floors were kept; --allow-regression lowers them") }
            throw ExitCode(1)
        }
    }
}

/// A line for the person at the terminal.
func note(_ line: String) { FileHandle.standardError.write(Data("rejoinder-bench: \(line)\n".utf8)) }

/// Tells why something could not be done; the exit status is 2.
func unable(_ reason: String) -> ExitCode {
    note(reason)
    return ExitCode(2)
}
