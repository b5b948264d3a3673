internal import ArgumentParser
internal import DiscourseModel
internal import Exchange
internal import Foundation
internal import PageReading
internal import PatternTagging
internal import Pipeline
internal import Reporting
internal import Storage

struct Analyze: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Read pages, tag and store their discussions, write their reports: the main job.",
        discussion: """
            Prints for each page what was found: title, comments, authors, replies, themes and rhetoric, doubts, and where the report lies.
            `rejoinder report` writes an index of all reports. The same page again changes nothing; a newer capture of the same article is added to it.

            EXAMPLES:
              rejoinder analyze page.html --open
              rejoinder analyze page.txt saved/ --db corpus.sqlite
              rejoinder analyze crawl.warc.gz dump.jsonl.zst --no-report --failures failed.tsv --timings
              cat page.html | rejoinder analyze - --url https://example.org/story
            """)

    @OptionGroup var input: InputOptions
    @OptionGroup var database: DatabaseOptions
    @OptionGroup var patterns: PatternOptions
    @Option(help: "Folder for the reports (default: Reports, or what rejoinder.toml says).") var reports: String?
    @Flag(name: .customLong("no-report"), help: "Write no reports.") var noReport = false
    @Flag(help: "Show the report in the browser when done.") var open = false
    @Option(help: "A folder of report templates to use instead of the built-in ones.") var templates: String?
    @Flag(help: "Count tags that their pattern file calls experimental in the figures, too.") var experimental = false
    @Option(help: "A file of corrections (default: what rejoinder.toml says).") var overrides: String?
    @Flag(help: "Replace authors by pseudonyms everywhere, under a key that is kept beside the database and not in it.") var pseudonymize = false
    @Option(help: "The file of that key; it is made if it is not there (default: rejoinder.key in the database's folder).") var keyFile: String?
    @OptionGroup var reading: ReadingOptions

    /// Pages and bytes of pages stored in one transaction, at most.
    private static let batch = (pages: 256, bytes: 32 << 20)

    func run() throws {
        let settings = try Settings.load()
        var options = try reading.options(settings)
        options.countsExperimental = experimental
        options.filter = input.filter
        options.limits = try input.limits.page()
        let (library, problems) = try patterns.load(settings)
        for problem in problems { Terminal.note(problem.description) }
        let isBroken = problems.contains { $0.severity == .error }
        let report = noReport ? nil : HTMLReport(templates: try reportTemplates(templates ?? settings.templates))
        let folder = reports ?? settings.reports
        let run = try PageRun(input, threads: reading.threads)
        guard run.hasInputs else { return try run.finish(interrupted: "") }
        let path = database.resolvedPath(settings)
        let store = try storing { () throws(StorageError) in try Store(path: path) }
        // A connection of its own, so that the workers' questions need not wait for the writer.
        let past = try storing { () throws(StorageError) in try Store(path: path, mode: .readOnly) }
        // Who is interrupted does not wait for the workers: they may still ask what is past.
        defer {
            if !Interruption.isAsked { past.close() }
            store.close()
        }
        if pseudonymize || settings.pseudonymize { options.pseudonyms = Pseudonyms(key: try PseudonymKey.load(keyFile ?? PseudonymKey.path(besides: path))) }
        if let forgotten = try storing({ () throws(StorageError) in try store.forgotten() }) {
            options.forgotten = ForgottenAuthors(salt: forgotten.salt, hashes: forgotten.hashes)
        }
        options.corrections = try CorrectionBook.load(overrides: overrides ?? settings.overrides, store: store)
        let reader = reading.reader(options)

        var batch: [AnalyzedPage] = []
        var bytes = 0
        var lastReport: String?
        var reports = 0
        var failure: (any Error)?
        func storeBatch() {
            guard !batch.isEmpty, failure == nil else { return }
            do {
                let pages = try joinedThreads(batch, minimumConfidence: options.minimumConfidence) { page in
                    try storing { () throws(StorageError) in try store.threadParts(of: page) }
                } known: { page in
                    try storing { () throws(StorageError) in try store.knows(page) }
                } finish: { page in
                    tagged(corrected(page, by: options.corrections.corrections(for: page)), by: library.makeTagger(), countsExperimental: experimental)
                }
                let outcomes = try run.timed(.store) { try storing { () throws(StorageError) in try store.store(pages.map(\.page), reader: reader) } }
                for ((page, inputs), outcome) in zip(pages, outcomes) {
                    if case .failed(let error) = outcome.change {
                        run.fail(ReadingProblem(.refused, source: page.page.source, reason: error.description))
                        continue
                    }
                    count(page, outcome.change, in: &run.tally)
                    // The article was counted; its other pages in this run stand in it.
                    run.tally.joined += inputs - 1
                    try run.timed(.output) {
                        let written = try report.map { try write($0, outcome.article, store, into: folder) }
                        lastReport = written ?? lastReport
                        if written != nil { reports += 1 }
                        tell(page, outcome, report: written)
                    }
                }
            } catch {
                failure = error
            }
            (batch, bytes) = ([], 0)
        }
        run.run(makeWorker: { library.makeTagger() }) { [options] tagger, raw, times throws(PageRefusal) in
            // What cannot be looked up is worked on; the database says later what is wrong with it.
            try analyzePage(raw, options: options, tagger: tagger, times: &times) { page in
                (try? past.article(doneFrom: page, reader: reader, patternSets: tagger.versions.map(\.sha256))) ?? nil
            }
        } known: { article in
            do {
                lastReport = try tellKnown(article, report, store, folder) ?? lastReport
            } catch {
                failure = error
            }
        } each: { page in
            batch.append(page)
            bytes += page.page.byteCount
            if batch.count >= Self.batch.pages || bytes >= Self.batch.bytes { storeBatch() }
            return failure == nil
        }
        storeBatch()
        if let failure {
            Terminal.clearProgress()
            throw failure
        }
        if reports > 1 { Terminal.note("\(reports) reports are in \(terminalSafeLine(folder)); `rejoinder report` writes an index of all that is stored") }
        if open, let lastReport { Browser.show(lastReport) }
        try run.finish(interrupted: "Stopped; \(run.tally.stored) pages are stored whole. Run the same command again to go on: it passes over what is done.")
        if isBroken {
            throw Failure(.partly, "some patterns could not be used (named above); `rejoinder patterns check` tells more")
        }
    }

    private func count(_ page: AnalyzedPage, _ change: StoreOutcome.Change, in tally: inout RunTally) {
        if page.discussion.comments.isEmpty { tally.withoutComments += 1 }
        switch change {
        case .added: tally.added += 1
        case .newCapture: tally.newCaptures += 1
        case .unchanged: tally.duplicates += 1
        case .retagged, .reread: tally.changed += 1
        case .failed: break
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

    /// A page that was done before: its report is written only if it is not there.
    private func tellKnown(_ article: Int, _ report: HTMLReport?, _ store: Store, _ folder: String) throws -> String? {
        Terminal.print("a\(article)  nothing new: done before")
        guard let report else { return nil }
        let path = "\(folder)/a\(article).html"
        return FileManager.default.fileExists(atPath: path) ? path : try write(report, article, store, into: folder)
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
        case .reread where page.parts.count > 1: Terminal.print("  stored: \(page.parts.count) pages of one thread, joined")
        case .reread: Terminal.print("  stored: read anew, the program, its settings or corrections have changed")
        case .retagged: Terminal.print("  stored: tagged anew, the patterns have changed")
        }
        if let report { Terminal.print("  report: \(terminalSafeLine(report))") }
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
