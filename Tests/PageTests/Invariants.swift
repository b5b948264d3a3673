import DiscourseModel
import Testing

/// What holds of every result, whatever the page.
func expectInvariants(_ page: AnalyzedPage, _ what: @autoclosure () -> String) {
    let discussion = page.discussion
    let count = discussion.comments.count
    var broken: [String] = []
    if discussion.replies.count != count { broken.append("a reply slot is missing") }
    if Set(discussion.comments.map(\.id)).count != count { broken.append("an id occurs twice") }
    for index in 0..<count {
        var steps = 0
        var at = discussion.parent(of: index)
        while let parent = at, (0..<count).contains(parent), steps <= count {
            steps += 1
            at = discussion.parent(of: parent)
        }
        if steps > count { broken.append("the parents of \(index) do not end") }
        if let at, !(0..<count).contains(at) { broken.append("a parent of \(index) is not there") }
    }
    if broken.isEmpty {
        if discussion.depths().contains(where: { ($0 ?? 0) < 0 }) { broken.append("a depth below 0") }
        if discussion.readingOrder().count != count { broken.append("the reading order leaves comments out") }
    }
    // A page in another encoding than UTF-8 at most trebles when it is decoded.
    let limit = page.page.byteCount * 3 + 3
    for place in discussion.comments.compactMap(\.place) + page.article.blocks.compactMap(\.place) where place.start < 0 || place.end < place.start || place.end > limit {
        broken.append("a place outside of the source: \(place.start)..<\(place.end)")
    }
    for quote in page.quotations {
        guard (0..<count).contains(quote.comment) else {
            broken.append("a quotation in no comment")
            continue
        }
        let size = discussion.comments[quote.comment].text.utf8.count
        if quote.span.start < 0 || quote.span.end > size || quote.span.start > quote.span.end { broken.append("a span outside of comment \(quote.comment)") }
    }
    for reply in discussion.replies.compactMap({ $0 }) where !(0...1).contains(reply.confidence) { broken.append("a confidence of \(reply.confidence)") }
    #expect(broken.isEmpty, "\(what()): \(broken)")
}
