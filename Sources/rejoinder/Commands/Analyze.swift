internal import ArgumentParser
internal import DiscourseModel
internal import Exchange
internal import Foundation
internal import PatternTagging
internal import Pipeline
internal import Reporting
internal import Storage

struct Analyze: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Read pages, tag and store their discussions, write their reports: the main job.",
        discussion: """
            Prints for each page what was found: title, comments, authors, replies, themes and rhetoric, doubts, and where the report lies.
            The same page again changes nothing; a newer capture of the same article is added to it.

            EXAMPLES:
              rejoinder analyze page.html --open
              rejoinder analyze page.txt saved/ --db corpus.sqlite
              cat page.html | rejoinder analyze - --url https://example.org/story
            """)

    @Argument(help: "Saved pages (HTML or plain text) or folders; - is standard input.") var paths: [String]
    @OptionGroup var database: DatabaseOptions
    @OptionGroup var patterns: PatternOptions
    @Option(help: "Folder for the reports (default: Reports, or what rejoinder.toml says).") var reports: String?
    @Flag(name: .customLong("no-report"), help: "Write no reports.") var noReport = false
    @Flag(help: "Show the report in the browser when done.") var open = false
    @Option(help: "A folder of report templates to use instead of the built-in ones.") var templates: String?
    @Flag(help: "Count tags that their pattern file calls experimental in the figures, too.") var experimental = false
    @OptionGroup var reading: ReadingOptions

    /// Pages stored in one transaction.
    private static let batchSize = 64

    func run() throws {
        let settings = try Settings.load()
        var options = try reading.options(settings)
        options.countsExperimental = experimental
        let (library, problems) = PatternLibrary.load(try patterns.files(settings))
        for problem in problems { Terminal.note(problem.description) }
        let isBroken = problems.contains { $0.severity == .error }
        let report = noReport ? nil : HTMLReport(templates: try reportTemplates(templates ?? settings.templates))
        let folder = reports ?? settings.reports
        var run = PageRun(paths)
        guard !run.inputs.isEmpty else { return try run.finish() }
        let path = database.resolvedPath(settings)
        let store = try storing { () throws(StorageError) in try Store(path: path) }

        Interruption.watch()
        let start = ContinuousClock.now
        var batch: [AnalyzedPage] = []
        var lastReport: String?
        var failure: (any Error)?
        func storeBatch() {
            guard !batch.isEmpty, failure == nil else { return }
            do {
                let outcomes = try storing { () throws(StorageError) in try store.store(batch) }
                for (page, outcome) in zip(batch, outcomes) {
                    if case .failed(let error) = outcome.change {
                        run.fail(InputError(source: page.page.source, reason: error.description))
                        continue
                    }
                    let written = try report.map { try write($0, outcome.article, store, into: folder) }
                    lastReport = written ?? lastReport
                    tell(page, outcome, report: written)
                    run.done += 1
                }
            } catch {
                failure = error
            }
            batch = []
        }
        orderedMap(run.inputs, threads: reading.threads, makeWorker: { library.makeTagger() }) { [options] tagger, input in
            readAnalyzed(input, options: options, tagger: tagger)
        } each: { index, result in
            switch result {
            case .failure(let problem): run.fail(problem)
            case .success(let page): batch.append(page)
            }
            if batch.count >= Self.batchSize || index == run.inputs.count - 1 || Interruption.isAsked { storeBatch() }
            Terminal.progress(index + 1, of: run.inputs.count, since: start)
            return failure == nil && !Interruption.isAsked
        }
        Terminal.clearProgress()
        if let failure { throw failure }
        if Interruption.isAsked {
            Terminal.note("Stopped; \(run.done) pages are stored whole. Run the same command again to go on.")
            throw ExitCode(130)
        }
        if open, let lastReport { Browser.show(lastReport) }
        try run.finish()
        if isBroken {
            throw Failure(.partly, "some patterns could not be used (named above); `rejoinder patterns check` tells more")
        }
    }

    /// Renders the article as the database has it, so that a report always shows what is stored.
    private func write(_ report: HTMLReport, _ article: Int, _ store: Store, into folder: String) throws -> String {
        let page = try storing { () throws(StorageError) in try store.load(article: article) }
        let path = "\(folder)/a\(article).html"
        let measured = withMeasures(page, countsExperimental: experimental)
        let stamp = try storing { () throws(StorageError) in try store.article(article) }?.stamp
        try writeFile(report.render(measured, record: reportJSON(measured), stamp: stamp), to: path)
        return path
    }

    private func tell(_ page: AnalyzedPage, _ outcome: StoreOutcome, report: String?) {
        Terminal.clearProgress()
        let lines = summaryLines(for: page)
        Terminal.print("a\(outcome.article)  \(lines.first ?? "")")
        for line in lines.dropFirst() { Terminal.print("  \(line)") }
        switch outcome.change {
        case .added, .failed: break
        case .newCapture: Terminal.print("  stored: capture \(outcome.capture) of this article")
        case .unchanged: Terminal.print("  stored: nothing new, the page was already here")
        case .retagged: Terminal.print("  stored: tagged anew, the patterns have changed")
        }
        if let report { Terminal.print("  report: \(terminalSafeLine(report))") }
    }
}

/// Ctrl-C and SIGTERM: the page at work is finished and stored, then the command ends.
enum Interruption {
    nonisolated(unsafe) private static var signal: sig_atomic_t = 0
    static var isAsked: Bool { signal != 0 }

    static func watch() {
        for number in [SIGINT, SIGTERM] {
            Foundation.signal(number) { number in
                // The second one does not wait.
                if Interruption.signal != 0 { _exit(128 + number) }
                Interruption.signal = number
            }
        }
    }
}

enum Browser {
    /// Opens a file with the desktop's program for it; says so where there is none.
    static func show(_ path: String) {
        for opener in ["xdg-open", "open", "sensible-browser"] {
            let process = Process()
            process.executableURL = URL(filePath: "/usr/bin/env")
            process.arguments = ["sh", "-c", "command -v \(opener) >/dev/null && exec \(opener) \"$1\" >/dev/null 2>&1", "sh", path]
            guard (try? process.run()) != nil else { continue }
            process.waitUntilExit()
            if process.terminationStatus == 0 { return }
        }
        Terminal.note("No browser could be started; open \(URL(filePath: path).absoluteString)")
    }
}
