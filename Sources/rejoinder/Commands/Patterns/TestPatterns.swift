internal import ArgumentParser
internal import Digest
internal import Exchange
internal import Foundation
internal import PatternTagging
internal import Reporting

struct TestPatterns: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "test", abstract: "Try the patterns on your own lines of text with the tags you expect.",
        discussion: """
            A test file has lines like these; exit status 1 where one does not do as it says:
              # a note
              hit attack/name-calling: You [[moron]].
              ok attack/name-calling: He is not an idiot.
              answering: You moron.
              hit mine/turning-the-charge: You're one to talk.
              todo hit reasoning/whataboutism: And the emails?

            EXAMPLES:
              rejoinder patterns test lines.txt
              rejoinder patterns test lines.txt --patterns my-patterns/ --json
            """)

    @Argument(help: "Test files.") var files: [String]
    @OptionGroup var patterns: PatternOptions
    @Flag(help: "One JSON document (rejoinder.pattern-test/1).") var json = false

    func run() throws {
        let library = try patterns.loadSound(Settings.load())
        var results: [(path: String, file: PatternTestFile)] = []
        for path in files {
            guard let data = FileManager.default.contents(atPath: path) else { throw Failure(.impossible, "\(path): the file cannot be read") }
            guard let text = String(validating: data, as: UTF8.self) else { throw Failure(.impossible, "\(path): not UTF-8 text; save the file as UTF-8") }
            results.append((path, library.check(PatternFile(path: path, text: text))))
        }
        let lines = results.flatMap(\.file.lines)
        let failed = lines.count { !$0.isTodo && $0.outcome != .passed }
        let problems = results.flatMap(\.file.problems)
        if json { Terminal.print(record(results)) } else { show(results) }
        if !json {
            let done = lines.count { $0.isTodo && $0.outcome == .passed }
            Terminal.note(
                "\(lines.count) lines: \(lines.count { $0.outcome == .passed }) as expected, \(failed) not, \(lines.count { $0.isTodo } - done) still to do, "
                    + "\(problems.count) cannot be read")
        }
        if failed > 0 || !problems.isEmpty { throw ExitCode(Failure.Status.checkFailed.rawValue) }
    }

    private func show(_ results: [(path: String, file: PatternTestFile)]) {
        for (path, file) in results {
            for problem in file.problems { Terminal.print(printable(problem)) }
            for line in file.lines {
                let what = "\(path):\(line.number): \(line.tag): \(line.text)"
                switch line.outcome {
                case .passed where line.isTodo: Terminal.print(terminalSafeLine("done: \(what): take `todo` away"))
                case .passed: break
                case .failed(let reason): Terminal.print(terminalSafeLine("\(line.isTodo ? "todo" : "failed"): \(what): \(reason)"))
                }
            }
        }
    }

    private func record(_ results: [(path: String, file: PatternTestFile)]) -> String {
        var writer = JSONWriter()
        writer.object {
            $0.field("schema", "rejoinder.pattern-test/1")
            $0.key("lines")
            $0.array(results.flatMap { result in result.file.lines.map { (result.path, $0) } }) { json, item in
                let (path, line) = item
                json.object {
                    $0.field("file", path)
                    $0.field("line", line.number)
                    $0.field("tag", line.tag)
                    $0.field("expected", line.expectsMatch ? "hit" : "ok")
                    $0.field("todo", line.isTodo)
                    $0.field("text", line.text)
                    switch line.outcome {
                    case .passed:
                        $0.field("passed", true)
                        $0.field("reason", nil as String?)
                    case .failed(let reason):
                        $0.field("passed", false)
                        $0.field("reason", reason)
                    }
                }
            }
            $0.key("problems")
            $0.array(results.flatMap(\.file.problems)) { write($1, to: &$0) }
        }
        return writer.text
    }
}
