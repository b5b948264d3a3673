internal import ArticleExtraction
internal import BuiltIn
internal import CommentThreads
internal import Digest
internal import DiscourseModel
internal import Exchange
internal import Foundation
internal import PageReading
internal import PatternTagging
internal import Pipeline
internal import Storage
internal import ThreadMeasures

/// Pages held in memory, so that no run waits for the disk.
struct LoadedPage: Sendable {
    var source: String
    var bytes: [UInt8]
}

/// One measured run of one job.
struct Measurement: Sendable {
    var job: String
    var threads = 1
    var pages: Int
    /// Bytes of the pages as they lie on disk.
    var bytes: Int
    var seconds: Double
    /// Peak resident memory of a job that is a process of its own, in KiB.
    var peakKiB: Int?
}

/// The jobs that are measured in this process.
struct InProcessJobs {
    let pages: [LoadedPage]
    let library: PatternLibrary
    private let bytes: Int

    init(_ pages: [LoadedPage]) {
        self.pages = pages
        bytes = pages.reduce(0) { $0 + $1.bytes.count }
        let files = BuiltIn.patterns.map { PatternFile(path: $0.path, text: $0.text, sha256: SHA256.hex($0.text.utf8)) }
        library = PatternLibrary.load(files).library
    }

    /// The stages one after the other on one thread, each with its clock: what `analyze` does but for the report.
    func stages() throws -> [Measurement] {
        var clocks: [(stage: String, time: Duration)] = [
            ("read and parse", .zero), ("comments", .zero), ("article", .zero), ("quotations and replies", .zero), ("tags", .zero),
            ("measures", .zero), ("store", .zero),
        ]
        let clock = ContinuousClock()
        var last = clock.now
        func lap(_ index: Int) {
            let now = clock.now
            clocks[index].time += now - last
            last = now
        }
        let tagger = library.makeTagger()
        try withStore { store in
            var batch: [AnalyzedPage] = []
            last = clock.now
            for loaded in pages {
                guard let read = try? readPage(loaded.bytes, source: loaded.source) else { continue }
                lap(0)
                let found = findComments(in: read.document, reference: nil)
                lap(1)
                let article = extractArticle(from: read.document, url: read.page.url, excluding: found.claimed)
                lap(2)
                let quotations = findQuotations(in: found.comments, article: article.article)
                let resolved = resolveReplies(found, quotations: quotations)
                lap(3)
                let discussion = Discussion(
                    platform: found.platform, comments: found.comments, replies: resolved.replies, completeness: found.completeness)
                let tags = tagger.tag(discussion, article: article.article, quotations: quotations)
                lap(4)
                let measures = measure(discussion, taggings: tags.taggings, gates: tagger.gates, languages: tags.languages)
                lap(5)
                batch.append(
                    AnalyzedPage(
                        page: read.page, article: article.article, discussion: discussion, quotations: quotations, taggings: tags.taggings,
                        patternSets: tagger.versions, measures: measures))
                if batch.count == InProcessJobs.batchSize {
                    _ = try store.store(batch)
                    batch = []
                    lap(6)
                }
            }
            _ = try store.store(batch)
            lap(6)
        }
        let whole = clocks.reduce(Duration.zero) { $0 + $1.time }
        return (clocks + [("whole job", whole)]).map { row($0.stage, $0.time) }
    }

    /// Page to JSON line, without tags and database.
    func extract(threads: Int) -> Measurement {
        let time = ContinuousClock().measure {
            orderedMap(pages, threads: threads, makeWorker: { () }) { _, page in
                (try? analyzePage(page.bytes, source: page.source, options: AnalysisOptions())).map { pageJSON($0) }
            } each: { _, _ in true }
        }
        return row("extract", time, threads: threads)
    }

    /// Page to database, tagged.
    func whole(threads: Int) throws -> Measurement {
        var time = Duration.zero
        try withStore { store in
            var failure: (any Error)?
            time = ContinuousClock().measure {
                var batch: [AnalyzedPage] = []
                func flush() {
                    do { _ = try store.store(batch) } catch { failure = error }
                    batch = []
                }
                orderedMap(pages, threads: threads, makeWorker: { [library] in library.makeTagger() }) { tagger, page in
                    try? analyzePage(page.bytes, source: page.source, options: AnalysisOptions(), tagger: tagger)
                } each: { _, page in
                    if let page { batch.append(page) }
                    if batch.count == InProcessJobs.batchSize { flush() }
                    return failure == nil
                }
                flush()
            }
            if let failure { throw failure }
        }
        return row("whole job", time, threads: threads)
    }

    /// Pages stored in one transaction, as `analyze` has it.
    private static let batchSize = 64

    func row(_ job: String, _ time: Duration, threads: Int = 1) -> Measurement {
        Measurement(job: job, threads: threads, pages: pages.count, bytes: bytes, seconds: duration(time))
    }

    private func withStore(_ body: (Store) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "rejoinder-bench-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try body(try Store(path: folder.appending(path: "speed.sqlite").path))
    }
}

func duration(_ time: Duration) -> Double {
    Double(time.components.seconds) + Double(time.components.attoseconds) * 1e-18
}
