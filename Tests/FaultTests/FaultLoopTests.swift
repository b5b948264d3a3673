import Foundation
import Testing

@testable import rejoinder

/// The Nth read, write, sync or allocation fails, or the process is killed there; for N = 1, 2, 3 … until a run meets no fault.
///
/// After each run: the database is sound, what it holds is whole pages of the undisturbed run, an exit status of 0 means that all is
/// there; and the same command again makes the export and the reports of the undisturbed run, byte for byte.
///
/// The faults come from `Shim/faults.c`, which is loaded before the program: the program is the one that users run. For time, an
/// ordinary run of the tests tries some N of each kind; all of them: `FAULT_STEP=1 swift test --filter FaultLoopTests`, or with
/// `FAULT_KIND=write` those whose description holds the word.
@Suite(.serialized) struct FaultLoopTests {
    @Test(.enabled(if: FaultShim.library != nil, "no C compiler to build Tests/FaultTests/Shim/faults.c with"), arguments: FaultLoop.wanted)
    func everyFaultLeavesWholePages(_ loop: FaultLoop) throws {
        try inTrial { trial in
            let undisturbed = try prepare(trial, loop)
            var number = 1, met = 0
            var seen: Set<Int> = []
            while try survives(trial, loop, number, undisturbed, &seen) {
                met += 1
                number += loop.step(from: number)
            }
            #expect(met >= 5, "only \(met) faults were met: does the library reach the program?")
            if FaultLoop.statedStep != nil { print("\(loop.testDescription): \(met) faults up to the \(number)th, which none met; \(seen.count) different states behind them") }
        }
    }

    /// What the run must come to: every file of the exports and the reports.
    private func prepare(_ trial: Trial, _ loop: FaultLoop) throws -> [String: Data] {
        let sound = trial.folder.appending(path: "sound.sqlite").path
        let start = trial.folder.appending(path: FaultLoop.start).path
        switch loop.start {
        case .nothing: break
        case .older: try OlderDatabase.write(to: start)
        case .current:
            try trial.write(InventedPage.numbered(900), to: "first.html")
            trial.expect(try trial.run("analyze", "first.html", "--no-report", "--db", FaultLoop.start).status == 0, "no database to begin with")
        }
        try InventedPage.pages(loop.pages, comments: loop.pages * 2, in: trial.folder.appending(path: "in"))
        if loop.start != .nothing { try FileManager.default.copyItem(atPath: start, toPath: sound) }
        trial.expect(try trial.run(loop.command + ["--db", "sound.sqlite"]).status == 0, "the undisturbed run fails")
        return try #require(try trial.everything(of: "sound.sqlite"))
    }

    /// One run with a fault, and what must hold behind it.
    /// - Parameter seen: what runs left, to the byte. The same command on the same bytes does the same, so each state is looked into once.
    /// - Returns: whether the fault was met.
    private func survives(_ trial: Trial, _ loop: FaultLoop, _ number: Int, _ undisturbed: [String: Data], _ seen: inout Set<Int>) throws -> Bool {
        for name in ["tried.sqlite", "tried.sqlite-wal", "tried.sqlite-shm", "tried.sqlite-journal", "Reports"] {
            try? FileManager.default.removeItem(at: trial.folder.appending(path: name))
        }
        if loop.start != .nothing {
            try FileManager.default.copyItem(at: trial.folder.appending(path: FaultLoop.start), to: trial.folder.appending(path: "tried.sqlite"))
        }
        let fault = "\(loop.kind):\(number)\(loop.goesOn ? "+" : "")"
        let library = try #require(FaultShim.library)
        let command = loop.command + ["--db", "tried.sqlite"]
        let first = try trial.run(command, environment: ["REJOINDER_FAULT": fault, "LD_PRELOAD": library.path, "SWIFT_BACKTRACE": "enable=no"], mayBeKilled: true)
        // Swift's own code ends the process where it gets no memory; so the whole pages are what counts.
        trial.expect(first.isKilled ? loop.kind == "kill" || loop.kind == "alloc" : [0, 2, 3].contains(first.status), "\(fault): ended with \(first.status): \(first.errors.suffix(300))")
        let isMet = first.errors.contains("fault: ")
        let state = trial.fingerprint(of: ["tried.sqlite", "tried.sqlite-wal", "tried.sqlite-journal"], and: "Reports", "\(first.status) \(first.isKilled)")
        guard seen.insert(state).inserted else { return isMet }
        if let check = try trial.integrity(of: "tried.sqlite") { trial.expect(check == "ok", "\(fault): \(check)") }
        if let found = try trial.everything(of: "tried.sqlite") {
            let whole = Set(lines(undisturbed)), kept = lines(found)
            trial.expect(kept.allSatisfy(whole.contains), "\(fault): a page is not whole")
            if first.status == 0, !first.isKilled { trial.expect(found == undisturbed, "\(fault): the exit status is 0, and not all is there") }
        }
        trial.expect(try trial.run(command).status == 0, "\(fault): the same command again does not succeed")
        let again = try trial.everything(of: "tried.sqlite")
        // Where one page could not be read and the next ones could, it comes last, and they have other numbers.
        let isReordered = first.status == 3 && again.map { Set(lines($0)) } == Set(lines(undisturbed))
        trial.expect(again == undisturbed || isReordered, "\(fault): after the rerun the export or the reports differ: \(first.errors.suffix(300))")
        return isMet
    }

    private func lines(_ files: [String: Data]) -> [Data] { (files["articles.jsonl"] ?? Data()).split(separator: 10).map { Data($0) } }
}

/// One kind of fault, and the run that it strikes.
struct FaultLoop: Sendable, CustomTestStringConvertible {
    var kind: String
    /// Whether every operation behind the Nth fails, too: a disk that stays full.
    var goesOn = false
    /// The database that is there before.
    var start = Start.nothing
    var pages = 3
    /// An ordinary run of the tests goes on by this share of N, and one.
    var growth: Double

    enum Start { case nothing, older, current }

    /// Its file.
    static let start = "start.sqlite"

    static let all = [
        FaultLoop(kind: "read", growth: 0.8), FaultLoop(kind: "write", growth: 1.1), FaultLoop(kind: "write", goesOn: true, growth: 1.1),
        FaultLoop(kind: "fsync", growth: 0), FaultLoop(kind: "kill", growth: 0.6), FaultLoop(kind: "kill", start: .older, growth: 0.8),
        FaultLoop(kind: "alloc", pages: 1, growth: 3), FaultLoop(kind: "alloc", start: .current, pages: 1, growth: 3),
    ]

    static let wanted = all.filter { loop in ProcessInfo.processInfo.environment["FAULT_KIND"].map(loop.testDescription.contains) ?? true }

    var command: [String] { ["analyze", "in", "--reports", "Reports", "--threads", "1"] }
    var testDescription: String { kind + (goesOn ? ", and all behind it" : "") + (start == .nothing ? "" : ", from \(start == .older ? "a database of an older version" : "a database that is there")") }

    /// `FAULT_STEP`
    static let statedStep = ProcessInfo.processInfo.environment["FAULT_STEP"].flatMap { Int($0) }.map { max(1, $0) }

    func step(from number: Int) -> Int {
        // The first allocations are those of the patterns.
        FaultLoop.statedStep ?? (kind == "alloc" && number < 8 ? 1 : 1 + Int(Double(number) * growth))
    }
}

/// The library of `Shim/faults.c`, built once a run.
enum FaultShim {
    static let library: URL? = {
        let source = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Shim/faults.c")
        let library = FileManager.default.temporaryDirectory.appending(path: "rejoinder-faults-\(ProcessInfo.processInfo.processIdentifier).so")
        let process = Process()
        process.executableURL = URL(filePath: "/bin/sh")
        process.arguments = ["-c", "for cc in cc clang gcc; do command -v $cc >/dev/null && exec $cc -shared -fPIC -O1 -Wall -Werror -o \"$1\" \"$2\"; done; exit 1", "sh", library.path, source.path]
        guard (try? process.run()) != nil else { return nil }
        process.waitUntilExit()
        return process.terminationStatus == 0 ? library : nil
    }()
}
