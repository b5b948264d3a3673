import ArticleExtraction
import CommentThreads
import DiscourseModel
import PageReading
import PatternTagging

/// The doors that strangers' bytes come through. Each takes any bytes; a broken promise stops the program.
enum FuzzRoom {
    static let all: [String: @Sendable ([UInt8]) -> Void] = [
        "html": { page($0, .html) }, "text": { page($0, .text) }, "records": records, "jsonl": { records(Array("{\"text\":\"".utf8) + $0) },
        "warc": { records(Array("WARC/1.0\r\n".utf8) + $0) }, "pattern": pattern,
    ]

    /// Through the stages, as `Pipeline` has them.
    @Sendable private static func page(_ bytes: [UInt8], _ media: Page.Media) {
        var raw = RawPage(source: "fuzz", bytes: bytes)
        raw.media = media
        guard let read = try? readPage(raw) else { return }
        let found = findComments(in: read.document, reference: nil)
        let article = extractArticle(from: read.document, url: nil, excluding: found.claimed).article
        let quotations = findQuotations(in: found.comments, article: article)
        let replies = resolveReplies(found, quotations: quotations).replies
        let discussion = Discussion(platform: found.platform, comments: found.comments, replies: replies)
        precondition(replies.count == found.comments.count, "a reply slot for each comment")
        precondition(discussion.readingOrder().count == found.comments.count, "a forest")
        for quotation in quotations {
            let size = found.comments[quotation.comment].text.utf8.count
            precondition(0 <= quotation.span.start && quotation.span.start <= quotation.span.end && quotation.span.end <= size, "a span inside its text")
        }
        // What is decoded of another encoding is at most three times as long.
        for place in found.comments.compactMap(\.place) + article.blocks.compactMap(\.place) {
            precondition(0 <= place.start && place.start <= place.end && place.end <= bytes.count * 3 + 3, "a place inside the page")
        }
    }

    /// Through the containers, a few bytes at a time; each record gives less than all that came in and ends the stream some time.
    @Sendable private static func records(_ bytes: [UInt8]) {
        var at = 0
        var limits = ReadingLimits()
        limits.page = 1 << 16
        let records = PageRecords(source: "fuzz", limits: limits) { room in
            let step = min(room.count, bytes.count - at, 1 + at % 97)
            if step == 0 { return .end }
            room.copyBytes(from: bytes[at..<at + step])
            at += step
            return .bytes(step)
        }
        var count = 0
        while let item = records.next() {
            count += 1
            precondition(count <= 1 << 20, "the records end")
            if case .page(let raw) = item {
                precondition(raw.bytes.count <= limits.page, "no page over the limit")
                _ = try? decodePage(raw)
            }
        }
    }

    /// A pattern file: read, compiled, explained, and run on its own text.
    @Sendable private static func pattern(_ bytes: [UInt8]) {
        let text = String(decoding: bytes, as: UTF8.self)
        let (library, problems) = PatternLibrary.load([PatternFile(path: "fuzz.toml", text: text)])
        for problem in problems { precondition(!problem.description.isEmpty, "a problem says what it is") }
        for tagging in library.makeTagger(budget: .milliseconds(20)).tag(text) {
            precondition(0 <= tagging.span.start && tagging.span.start <= tagging.span.end && tagging.span.end <= text.utf8.count, "a span inside its text")
        }
    }
}
