internal import DiscourseModel
internal import Markup
internal import PageReading

/// What reading costs, step by step, beside what it cannot do without: libxml2's own parse.
extension InProcessJobs {
    static let bareParse = "libxml2's SAX parse, nothing kept"
    static let document = "UTF-8 to document"
    static let reading = "reading: bytes to page and document"

    /// The bare parse of the decoded pages, our document of the same, and the whole reading, each over all pages on one thread.
    func readingSteps() -> [Measurement] {
        let decoded = pages.compactMap { try? decodePage(RawPage(source: $0.source, bytes: $0.bytes)) }.filter { $0.page.media == .html }
        let clock = ContinuousClock()
        var events = 0, nodes = 0
        let bare = clock.measure { for page in decoded { events += countParserEvents(utf8: page.utf8) } }
        let document = clock.measure { for page in decoded { nodes += HTMLDocument(utf8: page.utf8).count } }
        let reading = clock.measure { for page in pages { if let read = try? readPage(page.bytes, source: page.source), case .html(let html) = read.document { nodes += html.count } } }
        // Both counts are used, so that neither loop can be left out.
        guard events > 0, nodes > 0 else { return [] }
        return [(InProcessJobs.bareParse, bare), (InProcessJobs.document, document), (InProcessJobs.reading, reading)].map { row($0.0, $0.1) }
    }
}
