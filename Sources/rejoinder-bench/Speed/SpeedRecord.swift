internal import Foundation

/// The measurements of all rounds, and what they come to.
struct SpeedRecord {
    var rounds: [[Measurement]] = []
    /// What the pages are ("460 pages of the content benchmark").
    var pageSet: String
    /// Lines about what was left out, and the versions of rivals.
    var remarks: [String] = []
    var machine = Machine()

    struct Machine {
        /// Cores, instruction set and memory: "2-core x86-64, 24 GiB".
        var name: String {
            var system = utsname()
            uname(&system)
            let kind = withUnsafeBytes(of: &system.machine) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
            let memory = (Double(ProcessInfo.processInfo.physicalMemory) / Double(1 << 30)).rounded(.up)
            return "\(ProcessInfo.processInfo.processorCount)-core \(kind.replacing("_", with: "-")), \(Int(memory)) GiB"
        }
        private var folderName: String { name.replacing(",", with: "").replacing(" ", with: "-").lowercased() }

        /// `<date>-<machine>/` below a folder; it is made where it is not there.
        func recordFolder(below folder: String, date: String) throws -> URL {
            let place = URL(filePath: folder).appending(path: "\(date)-\(folderName)")
            try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
            return place
        }
    }

    private struct Key: Hashable {
        var job: String
        var threads: Int
    }

    var csv: String {
        var text = "round,job,threads,pages,bytes,seconds,peak_kib\n"
        for (index, round) in rounds.enumerated() {
            for m in round {
                text += "\(index + 1),\"\(m.job)\",\(m.threads),\(m.pages),\(m.bytes),\(decimals(m.seconds, 6)),\(m.peakKiB.map { String($0) } ?? "")\n"
            }
        }
        return text
    }

    var summary: String {
        var text = "\(pageSet), \(machine.name), \(rounds.count) rounds; every figure is the median of the rounds.\n"
        for remark in remarks { text += remark + "\n" }
        var lines = [["job", "threads", "pages/s", "MB/s", "ms/page", "peak MiB"], ["---", "---:", "---:", "---:", "---:", "---:"]]
        for key in keys {
            let all = measurements(key)
            guard let first = all.first else { continue }
            let seconds = median(all.map(\.seconds))
            let peak = all.compactMap(\.peakKiB).max()
            lines.append([
                key.job, String(key.threads), decimals(Double(first.pages) / seconds, Double(first.pages) / seconds < 100 ? 1 : 0),
                decimals(Double(first.bytes) / seconds / 1e6, 1), decimals(seconds / Double(first.pages) * 1e3, 3),
                peak.map { decimals(Double($0) / 1_024, 0) } ?? "",
            ])
        }
        text += "\n" + markdown(lines)
        let ratios = ratioLines
        if !ratios.isEmpty {
            text += "\nHow many times as fast, the median of the ratios within a round:\n\n"
            text += markdown([["this", "against", "times"], ["---", "---", "---:"]] + ratios)
        }
        return text
    }

    private var keys: [Key] {
        var seen: Set<Key> = []
        return rounds.joined().map { Key(job: $0.job, threads: $0.threads) }.filter { seen.insert($0).inserted }
    }

    private func measurements(_ key: Key) -> [Measurement] {
        rounds.compactMap { $0.first { $0.job == key.job && $0.threads == key.threads } }
    }

    private var ratioLines: [[String]] {
        let cores = keys.map(\.threads).max() ?? 1
        var pairs: [(Key, Key)] = []
        for own in ["whole job", "extract"] {
            for rival in Rival.all { pairs.append((Key(job: own, threads: 1), Key(job: rival.job, threads: 1))) }
        }
        for own in [InProcessJobs.document, InProcessJobs.reading] { pairs.append((Key(job: own, threads: 1), Key(job: InProcessJobs.bareParse, threads: 1))) }
        pairs.append((Key(job: Speed.smallOwn, threads: 1), Key(job: Speed.smallRival, threads: 1)))
        if cores > 1 {
            for own in ["whole job", "extract"] { pairs.append((Key(job: own, threads: cores), Key(job: own, threads: 1))) }
        }
        return pairs.compactMap { own, rival in
            let ratios = rounds.compactMap { round -> Double? in
                guard let a = round.first(where: { $0.job == own.job && $0.threads == own.threads }),
                    let b = round.first(where: { $0.job == rival.job && $0.threads == rival.threads })
                else { return nil }
                return b.seconds / a.seconds
            }
            guard !ratios.isEmpty else { return nil }
            func name(_ key: Key) -> String { key.threads == 1 ? key.job : "\(key.job), \(key.threads) threads" }
            return [name(own), name(rival), decimals(median(ratios), 2)]
        }
    }

    private func median(_ values: [Double]) -> Double {
        let sorted = values.sorted()
        guard !sorted.isEmpty else { return .nan }
        return sorted.count % 2 == 1 ? sorted[sorted.count / 2] : (sorted[sorted.count / 2 - 1] + sorted[sorted.count / 2]) / 2
    }

    /// Writes `raw.csv` and `summary.md` into `<date>-<machine>/` below a folder.
    /// - Returns: the folder written.
    func write(below folder: String, date: String) throws -> String {
        let place = try machine.recordFolder(below: folder, date: date)
        try Data(csv.utf8).write(to: place.appending(path: "raw.csv"))
        try Data("# Speed, \(date)\n\n\(summary)".utf8).write(to: place.appending(path: "summary.md"))
        return place.path
    }
}
