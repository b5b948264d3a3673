internal import ArgumentParser
internal import Exchange
internal import Foundation
internal import Reporting

struct SelfTest: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "selftest",
        abstract: "Replay hostile and damaged inputs on this machine, and say what held.",
        discussion: """
            The inputs are made in code, in a private temporary folder that is removed afterwards; the program runs on each as a user would
            run it. Takes less than a minute. Exit status 1 where something did not hold.

            EXAMPLES:
              rejoinder selftest
              rejoinder selftest --json
            """)

    @Flag(help: "One JSON document (rejoinder.selftest/1).") var json = false

    private struct Result {
        var check: SelfCheck
        var complaints: [String]
        var milliseconds: Int
    }

    func run() throws {
        guard let path = Bundle.main.executablePath else { throw Failure(.impossible, "the program's own file cannot be found; run it by its full path") }
        let program = URL(filePath: path)
        let start = ContinuousClock.now
        var results: [Result] = []
        for check in SelfCheck.all {
            let result = SelfTest.result(of: check, program: program)
            results.append(result)
            if !json { tell(result) }
        }
        let failed = results.count { !$0.complaints.isEmpty }
        if json {
            Terminal.print(document(results))
        } else {
            Terminal.print("\(results.count - failed) of \(results.count) held, in \(milliseconds(since: start) / 1000) s")
        }
        if failed > 0 { throw ExitCode(Failure.Status.checkFailed.rawValue) }
    }

    private static func result(of check: SelfCheck, program: URL) -> Result {
        let start = ContinuousClock.now
        do {
            let trial = try Trial(program: program)
            try check.run(trial)
            return Result(check: check, complaints: trial.complaints, milliseconds: milliseconds(since: start))
        } catch {
            return Result(check: check, complaints: ["could not be tried: \((error as NSError).localizedDescription)"], milliseconds: milliseconds(since: start))
        }
    }

    private func tell(_ result: Result) {
        Terminal.print("\(result.complaints.isEmpty ? "held" : "FAILED")  \(result.check.name): \(result.check.promise)")
        for complaint in result.complaints { Terminal.print("        \(terminalSafeLine(complaint))") }
    }

    private func document(_ results: [Result]) -> String {
        var writer = JSONWriter()
        writer.object {
            $0.field("schema", "rejoinder.selftest/1")
            $0.field("version", Rejoinder.configuration.version)
            $0.field("held", results.count { $0.complaints.isEmpty })
            $0.field("failed", results.count { !$0.complaints.isEmpty })
            $0.key("checks")
            $0.array(results) { json, result in
                json.object {
                    $0.field("input", result.check.name)
                    $0.field("promise", result.check.promise)
                    $0.field("held", result.complaints.isEmpty)
                    $0.field("complaints", result.complaints)
                    $0.field("milliseconds", result.milliseconds)
                }
            }
        }
        return writer.text
    }
}

private func milliseconds(since start: ContinuousClock.Instant) -> Int {
    let time = (ContinuousClock.now - start).components
    return Int(time.seconds) * 1000 + Int(time.attoseconds / 1_000_000_000_000_000)
}
