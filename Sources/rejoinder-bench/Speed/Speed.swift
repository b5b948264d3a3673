internal import ArgumentParser
internal import DiscourseModel
internal import Foundation
internal import PageReading
internal import Pipeline

struct Speed: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "How fast the stages are on a folder of pages, beside rivals in the same run.",
        discussion: """
            Pages are read into memory first; the jobs then take turns, round by round. Rivals (trafilatura, resiliparse) need python3
            and are left out where it cannot import them.
            """)

    @Option(help: "The folder of pages.") var pages: String
    @Option(help: "What the pages are, for the record, as 'the content benchmark'.") var title = "a folder"
    @Flag(help: "Measure trafilatura and resiliparse on the same pages.") var rivals = false
    @Flag(help: "Measure only the reading, beside libxml2's parse.") var reading = false
    @Option(help: "How often every job is run.") var rounds = 5
    @Option(help: "Write raw.csv and summary.md into a dated folder below this one.") var record: String?

    static let smallOwn = "one small page, `rejoinder extract`"
    static let smallRival = "one small page, `trafilatura`"

    func validate() throws {
        guard rounds >= 1 else { throw ValidationError("--rounds takes a number from 1") }
    }

    func run() throws {
        let found = Pipeline.inputs(from: [pages])
        for problem in found.problems { note(problem.description) }
        let loaded = found.inputs.filter { $0.source.contains(".htm") || !$0.source.hasSuffix(".txt") }
            .compactMap { input in (try? input.bytes()).map { LoadedPage(source: input.source, bytes: $0) } }
            .filter { !$0.bytes.isEmpty }
        guard !loaded.isEmpty else { throw unable("\(pages): no page to measure") }
        let bytes = loaded.reduce(0) { $0 + $1.bytes.count }
        var result = SpeedRecord(pageSet: "\(loaded.count) pages of \(title) (\(decimals(Double(bytes) / 1e6, 1)) MB)")

        let temporary = FileManager.default.temporaryDirectory.appending(path: "rejoinder-bench-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: temporary, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: temporary) }
        let list = temporary.appending(path: "pages").path
        try Data(loaded.map { $0.source + "\n" }.joined().utf8).write(to: URL(filePath: list))

        let cores = ProcessInfo.processInfo.activeProcessorCount
        let program = Speed.program
        if program == nil { result.remarks.append("The program `rejoinder` is not beside this one: no process was measured.") }
        let present = rivals ? Speed.present(&result.remarks) : []
        let small = loaded.filter { $0.bytes.count >= 4_096 }.min { $0.bytes.count < $1.bytes.count } ?? loaded[0]
        let jobs = InProcessJobs(loaded)
        if !reading { _ = jobs.extract(threads: cores) }  // warms caches and the allocator up
        for round in 1...rounds {
            note("round \(round) of \(rounds)")
            var measured = jobs.readingSteps()
            if reading {
                result.rounds.append(measured)
                continue
            }
            measured += try jobs.stages()
            measured.append(jobs.extract(threads: 1))
            if cores > 1 { measured += [jobs.extract(threads: cores), try jobs.whole(threads: cores)] }
            for rival in present { if let m = rival.measure(list: list, pages: loaded.count, bytes: bytes) { measured.append(m) } }
            if let program {
                for threads in Set([1, cores]).sorted() {
                    if let run = ChildProcess.run([program, "extract", "--threads", String(threads), pages]) {
                        measured.append(
                            Measurement(
                                job: "`rejoinder extract`, the process", threads: threads, pages: loaded.count, bytes: bytes, seconds: run.seconds,
                                peakKiB: run.peakKiB))
                    }
                }
                measured += smallPage(program, small, withRival: !present.isEmpty)
            }
            result.rounds.append(measured)
        }
        print(result.summary)
        if let record { print(try result.write(below: record, date: Speed.today)) }
    }

    /// The start of a process counts most for one page: both commands in turn, five times a round.
    private func smallPage(_ program: String, _ page: LoadedPage, withRival: Bool) -> [Measurement] {
        let commands = [(Speed.smallOwn, [program, "extract", page.source])]
            + (withRival ? [(Speed.smallRival, ["trafilatura", "-i", page.source])] : [])
        var sums = [Double](repeating: 0, count: commands.count)
        var peaks = [Int?](repeating: nil, count: commands.count)
        let times = 5
        for _ in 0..<times {
            for (index, command) in commands.enumerated() {
                guard let run = ChildProcess.run(command.1), run.status == 0 else {
                    sums[index] = .infinity
                    continue
                }
                sums[index] += run.seconds
                if let peak = run.peakKiB { peaks[index] = max(peaks[index] ?? 0, peak) }
            }
        }
        return commands.indices.filter { sums[$0].isFinite }.map {
            Measurement(job: commands[$0].0, pages: times, bytes: times * page.bytes.count, seconds: sums[$0], peakKiB: peaks[$0])
        }
    }

    /// The rivals that are there; a remark on each.
    private static func present(_ remarks: inout [String]) -> [Rival] {
        Rival.all.filter { rival in
            guard let version = rival.version else {
                remarks.append("Left out: \(rival.job) (python3 cannot import it).")
                return false
            }
            remarks.append("\(rival.job): version \(version).")
            return true
        }
    }

    /// The program beside this one.
    private static var program: String? {
        let own = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? CommandLine.arguments[0]
        let path = URL(filePath: own).deletingLastPathComponent().appending(path: "rejoinder").path
        return FileManager.default.isExecutableFile(atPath: path) ? path : nil
    }

    static var today: String {
        let now = Date().timeIntervalSince1970
        let (year, month, day) = Timestamp.civil(days: Int(now / 86_400))
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return "\(year)-\(two(month))-\(two(day))"
    }
}
