internal import ArgumentParser
internal import DiscourseModel
internal import Foundation
internal import PageReading
internal import Pipeline

/// One command's way over all its pages: reads them, has them worked on by all cores, hands the results over in the order of the input,
/// and keeps account of what became of each.
final class PageRun {
    private let source: PageSource
    /// Whether there is anything to read.
    let hasInputs: Bool
    var tally = RunTally()
    private(set) var times = StageTimes()
    private let options: InputOptions
    private let threads: Int
    private let failures: FailureList
    private let progress: Progress
    private let start = ContinuousClock.now

    /// Weight is bytes as they came in; what a page becomes while it is worked on is several times that.
    private let window: (count: Int, weight: Int)

    init(_ options: InputOptions, threads: Int) throws {
        Interruption.watch()
        self.options = options
        self.threads = threads
        failures = try FailureList(path: options.failures)
        window = (256, min(32 << 20, try options.limits.page().pageBytes))
        let list = try options.inputs()
        hasInputs = !list.inputs.isEmpty
        source = PageSource(list.inputs, limits: try options.limits.reading(), fields: try options.fields())
        progress = Progress(source, isLog: options.verbose, interval: options.progressInterval)
        for problem in list.problems { fail(problem) }
        for (what, count) in list.passedOver { tally.passedOver[what, default: 0] += count }
    }

    /// - Parameters:
    ///   - body: work on one page, on any thread; it adds what its stages took.
    ///   - known: receives the numbers of pages that were done before.
    ///   - each: receives what became of the pages, in order, on the calling thread; `false` ends the run.
    func run<Worker, Result: Sendable>(
        makeWorker: @escaping @Sendable () -> Worker,
        body: @escaping @Sendable (inout Worker, RawPage, inout StageTimes) throws(PageRefusal) -> Result, known: (Int) -> Void = { _ in }, each: (Result) -> Bool
    ) {
        orderedMap(threads: threads, window: window) { [source] in
            source.next().map { ($0, $0.weight) }
        } makeWorker: {
            makeWorker()
        } body: { worker, item -> Met<Result> in
            guard case .page(let raw) = item else { return .noPage(item) }
            var times = StageTimes()
            do throws(PageRefusal) {
                return .done(try body(&worker, raw, &times), times)
            } catch {
                return .refused(error, source: raw.source, times)
            }
        } isAsked: {
            Interruption.isAsked
        } each: { _, met in
            defer { progress.show(tally.total) }
            switch met {
            case .done(let result, let times):
                self.times += times
                return each(result) && !Interruption.isAsked
            case .refused(let refusal, let source, let times):
                self.times += times
                if case .doneBefore(let number) = refusal { known(number) }
                refuse(refusal, source: source)
            case .noPage(.failed(let problem)): fail(problem)
            case .noPage(.warning(let problem)): failures.warn(problem)
            case .noPage(.passedOver(let what)): tally.passedOver[what, default: 0] += 1
            case .noPage(.page): break
            }
            return !Interruption.isAsked
        }
        Terminal.clearProgress()
        times.add(source.progress.time, to: .read)
    }

    private enum Met<Result: Sendable>: Sendable {
        case done(Result, StageTimes)
        case refused(PageRefusal, source: String, StageTimes)
        case noPage(PageRecords.Item)
    }

    private func refuse(_ refusal: PageRefusal, source: String) {
        switch refusal {
        case .doneBefore: tally.doneBefore += 1
        case .leftOut(let reason): tally.leftOut[reason, default: 0] += 1
        case .overLimit(let reason): fail(ReadingProblem(.limit, source: source, reason: reason))
        case .unreadable(let error): fail(ReadingProblem(error.kind, source: source, reason: error.description))
        }
    }

    func fail(_ problem: ReadingProblem) {
        tally.failed[problem.kind, default: 0] += 1
        failures.add(problem)
    }

    func timed<T>(_ stage: StageTimes.Stage, _ step: () throws -> T) rethrows -> T {
        let start = ContinuousClock.now
        defer { times.add(ContinuousClock.now - start, to: stage) }
        return try step()
    }

    /// Tells how it went and ends the command: 130 or 143 where it was interrupted, 2 where nothing could be done, 3 where some of it failed.
    /// What was no page to begin with is no failure of the run.
    /// - Parameter interrupted: what to say then.
    func finish(interrupted: String) throws {
        Terminal.clearProgress()
        failures.close()
        if tally.total > 1 || tally.failedCount > 0 || !tally.leftOut.isEmpty || !tally.passedOver.isEmpty { for line in tally.lines { Terminal.note(line) } }
        if options.timings { for line in timingLines(times, wall: ContinuousClock.now - start, pages: tally.total) { Terminal.note(line) } }
        if Interruption.isAsked {
            Terminal.note(interrupted)
            throw ExitCode(128 + Interruption.signalNumber)
        }
        guard tally.failedCount > 0 else { return }
        if tally.failedCount == tally.total { throw ExitCode(Failure.Status.impossible.rawValue) }
        if tally.failed.contains(where: { !$0.key.isHarmless }) { throw ExitCode(Failure.Status.partly.rawValue) }
    }
}

extension PageRecords.Item {
    fileprivate var weight: Int { if case .page(let raw) = self { raw.bytes.count } else { 0 } }
}

/// Ctrl-C and SIGTERM: whole pages are stored or written, then the command ends. The second one does not wait.
enum Interruption {
    nonisolated(unsafe) private static var signal: sig_atomic_t = 0
    static var isAsked: Bool { signal != 0 }
    static var signalNumber: Int32 { signal }

    /// Whoever started the program may have blocked both signals, as threads of some runtimes do: then nothing but a kill would end it.
    static func unblock() {
        var asked = sigset_t()
        sigemptyset(&asked)
        for number in [SIGINT, SIGTERM] { sigaddset(&asked, number) }
        pthread_sigmask(SIG_UNBLOCK, &asked, nil)
    }

    static func watch() {
        for number in [SIGINT, SIGTERM] {
            Foundation.signal(number) { number in
                if Interruption.signal != 0 { _exit(128 + number) }
                Interruption.signal = number
            }
        }
    }
}
