import DiscourseModel
import Foundation
import PageReading
import Pipeline
import Testing

@testable import rejoinder

/// A page, a text and an archive cut off at every byte: read as far as they go, with spans inside their texts and a forest of replies.
@Suite struct TruncationTests {
    static let html = InventedPage.page(
        InventedPage.section(InventedPage.comment(1, "Ida", "“The ferry at the old mill”, für alle?"), InventedPage.comment(2, "Bo", "&amp; so &#x201C;on&rdquo;", parent: 1)))
    static let text = "The ferry at the old mill\n\nThe ferry will run until midnight, the harbour office said.\n\n2 Comments\n\nIda • 6 May 2024 10:00\nA whole year!\nReply\n\nBo • 6 May 2024 11:00\n@Ida Take the bus, für alle.\nReply\n"
    static let archive = InventedPage.warcRecord(1) + InventedPage.warcRecord(2)

    @Test(arguments: ["html", "text"]) func aPageCutAtEveryByte(_ kind: String) throws {
        let bytes = Array((kind == "html" ? Self.html : Self.text).utf8)
        var pages = 0
        for count in 1...bytes.count {
            guard let page = try? analyzePage(Array(bytes[..<count]), source: "cut.\(kind)", options: AnalysisOptions()) else { continue }
            pages += 1
            expectSound(page, "\(kind) cut at \(count)")
        }
        #expect(pages > bytes.count / 2)
    }

    @Test func anArchiveCutAtEveryByte() {
        let bytes = Array(Self.archive.utf8)
        // What one cut leaves whole, the next one leaves whole, too.
        var seen: Set<[UInt8]> = []
        for count in 1...bytes.count {
            var at = 0
            let records = PageRecords(source: "cut.warc") { room in
                let step = min(room.count, count - at)
                if step == 0 { return .end }
                room.copyBytes(from: bytes[at..<at + step])
                at += step
                return .bytes(step)
            }
            var met = 0
            while let item = records.next() {
                met += 1
                guard case .page(let raw) = item, raw.bytes.count % 3 == 0, seen.insert(raw.bytes).inserted else { continue }
                var times = StageTimes()
                if let page = try? analyzePage(raw, options: AnalysisOptions(), times: &times) { expectSound(page, "WARC cut at \(count)") }
            }
            #expect(met <= 4, "cut at \(count): \(met) items of two records")
        }
    }

    private func expectSound(_ page: AnalyzedPage, _ what: String) {
        let discussion = page.discussion
        let count = discussion.comments.count
        var isSound = discussion.replies.count == count && discussion.readingOrder().count == count
        for index in 0..<count {
            var steps = 0, at = discussion.parent(of: index)
            while let parent = at, steps <= count { (at, steps) = (discussion.parent(of: parent), steps + 1) }
            isSound = isSound && steps <= count
        }
        for quotation in page.quotations {
            isSound = isSound && quotation.span.start >= 0 && quotation.span.start <= quotation.span.end && quotation.span.end <= discussion.comments[quotation.comment].text.utf8.count
        }
        #expect(isSound, "\(what)")
    }
}
