internal import Foundation
internal import Pipeline

/// How far a run is: a bar on a terminal, a line now and then in a log.
final class Progress {
    private let source: PageSource
    private let isLog: Bool
    private let interval: Duration
    private let start = ContinuousClock.now
    private var last = ContinuousClock.now

    init(_ source: PageSource, isLog: Bool, interval: Double) {
        self.source = source
        self.isLog = isLog && !Terminal.isErrorTerminal
        self.interval = Terminal.isErrorTerminal ? .milliseconds(100) : .seconds(max(0, interval))
    }

    /// Called after each page; shows something as often as there is a use for it.
    func show(_ pages: Int) {
        guard isLog || Terminal.isErrorTerminal else { return }
        let now = ContinuousClock.now
        guard now - last >= interval else { return }
        last = now
        let seconds = Double((now - start).components.seconds) + Double((now - start).components.attoseconds) * 1e-18
        var line = "\(pages) pages, \(Int((Double(pages) / max(seconds, 0.001)).rounded()))/s"
        let total = source.totalBytes
        if total > 0 {
            // What is read ahead counts as done; it is little beside a run that is long enough to watch.
            let share = min(1, Double(source.progress.bytes) / Double(total))
            line += ", \(Int(share * 100)) % of \(megabytes(total))"
            if share > 0.005 { line += ", \(Progress.duration(seconds / share - seconds)) left" }
            if Terminal.isErrorTerminal { line = Progress.bar(share) + line }
        }
        if Terminal.isErrorTerminal { Terminal.progress(line) } else { Terminal.note(line) }
    }

    /// The same for work whose steps are counted before: on a terminal alone, as often as it moves the bar.
    static func show(_ done: Int, of total: Int, since start: ContinuousClock.Instant) {
        guard Terminal.isErrorTerminal, total > 1, done == total || done % max(1, total / 200) == 0 else { return }
        let seconds = Double((ContinuousClock.now - start).components.seconds)
        let share = Double(done) / Double(total)
        let left = seconds > 1 ? ", \(duration(seconds / share - seconds)) left" : ""
        Terminal.progress(bar(share) + "\(done) of \(total)\(left)")
    }

    private static func bar(_ share: Double) -> String {
        let filled = Int(share * 24)
        return String(repeating: "█", count: filled) + String(repeating: "░", count: 24 - filled) + " "
    }

    private func megabytes(_ count: Int) -> String { count < 10_000_000 ? "\(count / 1000) kB" : "\(count / 1_000_000) MB" }

    private static func duration(_ seconds: Double) -> String {
        let seconds = Int(seconds.rounded())
        if seconds < 100 { return "\(seconds) s" }
        return seconds < 6_000 ? "\(seconds / 60) min" : "\(seconds / 3_600) h \(seconds % 3_600 / 60) min"
    }
}
