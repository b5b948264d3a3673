internal import DiscourseModel
internal import Foundation
internal import PageReading
internal import Pipeline

/// What became of all that was met. Every page and every lost record is counted once.
struct RunTally {
    /// Written by `extract`.
    var extracted = 0
    var added = 0
    var newCaptures = 0
    var changed = 0
    /// In the database already, and found to be so.
    var duplicates = 0
    /// In the database already, and passed over by its hash.
    var doneBefore = 0
    /// Further pages of a thread that is stored as one article.
    var joined = 0
    /// Of those worked on, pages without a comment.
    var withoutComments = 0
    var leftOut: [String: Int] = [:]
    var failed: [ReadingProblem.Kind: Int] = [:]
    /// Parts of inputs that hold no page; they are not pages that were read.
    var passedOver: [String: Int] = [:]

    var failedCount: Int { failed.values.reduce(0, +) }
    var stored: Int { added + newCaptures + changed + duplicates + doneBefore + joined }
    var total: Int { extracted + stored + leftOut.values.reduce(0, +) + failedCount }

    /// For the end of the run. The numbers of the first line add up to its first.
    var lines: [String] {
        let parts = [
            (extracted, "extracted"), (added, "stored"), (newCaptures, newCaptures == 1 ? "new capture" : "new captures"), (changed, "stored anew"), (duplicates, duplicates == 1 ? "duplicate" : "duplicates"),
            (doneBefore, "done before"), (joined, "joined to another page of their thread"), (leftOut.values.reduce(0, +), "left out"), (failedCount, "failed"),
        ]
        var lines = ["\(total) \(total == 1 ? "page" : "pages") read: " + parts.filter { $0.0 > 0 }.map { "\($0) \($1)" }.joined(separator: ", ")]
        if total == 0 { lines = ["no page was read"] }
        if withoutComments > 0 { lines.append("  without comments: \(withoutComments)") }
        if !failed.isEmpty { lines.append("  failed: " + list(failed.map { ($0.key.rawValue, $0.value) })) }
        if !leftOut.isEmpty { lines.append("  left out: " + list(leftOut.map { ($0.key, $0.value) })) }
        if !passedOver.isEmpty { lines.append("  passed over: " + passedOver.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }.joined(separator: "; ")) }
        return lines
    }

    private func list(_ counts: [(String, Int)]) -> String {
        counts.sorted { ($1.1, $0.0) < ($0.1, $1.0) }.map { "\($0.1) \($0.0)" }.joined(separator: ", ")
    }
}

/// What could not be read: told as it is met, the first of a kind in full, and all of it in the file of `--failures`.
final class FailureList {
    private let file: FileHandle?
    private var told: [String: Int] = [:]

    /// As many of a kind are told of one container, and of all files that are pages themselves.
    private static let shown = (records: 5, files: 100)

    init(path: String?) throws {
        guard let path else {
            file = nil
            return
        }
        guard FileManager.default.createFile(atPath: path, contents: Data("kind\tinput\treason\n".utf8)), let handle = FileHandle(forWritingAtPath: path) else {
            throw Failure(.impossible, "\(path): the list of failures cannot be written; check the folder and its permissions")
        }
        _ = try? handle.seekToEnd()
        file = handle
    }

    func add(_ problem: ReadingProblem) {
        let fields = [problem.kind.rawValue, problem.source, problem.reason]
        let line = fields.map { $0.map { $0 == "\t" || $0.isNewline ? " " : String($0) }.joined() }.joined(separator: "\t")
        file?.write(Data((line + "\n").utf8))
        tell(problem, isWarning: false)
    }

    func warn(_ problem: ReadingProblem) { tell(problem, isWarning: true) }

    func close() { try? file?.close() }

    private func tell(_ problem: ReadingProblem, isWarning: Bool) {
        let limit = problem.container == nil ? FailureList.shown.files : FailureList.shown.records
        let key = (problem.container ?? "") + "\u{0}" + problem.kind.rawValue + (isWarning ? "!" : "")
        told[key, default: 0] += 1
        if told[key, default: 0] <= limit {
            Terminal.error((isWarning ? "warning: " : "") + problem.description)
        } else if told[key] == limit + 1 {
            let place = problem.container.map { "\($0): " } ?? ""
            Terminal.error("\(place)more of \"\(problem.kind.rawValue)\" are only counted" + (file == nil ? "; --failures FILE lists them" : ""))
        }
    }
}

/// A table of the stages: seconds of all threads together, their share, and microseconds a page.
func timingLines(_ times: StageTimes, wall: Duration, pages: Int) -> [String] {
    func seconds(_ time: Duration) -> Double { Double(time.components.seconds) + Double(time.components.attoseconds) * 1e-18 }
    func decimals(_ value: Double, _ width: Int) -> String {
        let text = String(Int((value * 100).rounded()))
        let padded = String(repeating: "0", count: max(0, 3 - text.count)) + text
        let result = padded.dropLast(2) + "." + padded.suffix(2)
        return String(repeating: " ", count: max(0, width - result.count)) + result
    }
    let whole = max(seconds(times.total), 1e-9)
    let rows: [(String, Duration)] = StageTimes.Stage.allCases.map { ("\($0)", times[$0]) } + [("all stages", times.total)]
    var lines = ["stage          seconds   share %   µs a page"]
    for (name, time) in rows {
        let padding = String(repeating: " ", count: 12 - name.count)
        lines.append(name + padding + decimals(seconds(time), 10) + decimals(seconds(time) / whole * 100, 10) + decimals(seconds(time) * 1e6 / Double(max(pages, 1)), 12))
    }
    lines.append("elapsed: \(decimals(seconds(wall), 0)) s, \(decimals(Double(pages) / max(seconds(wall), 1e-9), 0)) pages a second")
    return lines
}
