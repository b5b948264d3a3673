import DiscourseModel
import Pipeline
import Testing

/// Pages of one invented town, made to break something.
enum HostilePage {
    /// - Parameters:
    ///   - body: the comment section, as it stands.
    ///   - head: behind `<head>`.
    static func page(_ body: String, head: String = "<meta charset=\"utf-8\">", title: String = "The lighthouse stays") -> String {
        "<!DOCTYPE html><html><head>\(head)<title>\(title)</title></head><body><article><h1>\(title)</h1>\(paragraphs)</article>\(body)</body></html>"
    }

    private static let paragraphs = [
        "The town council voted on Tuesday to keep the old lighthouse on the northern pier, after two years of quarrel over its rusty stairs.",
        "Repairs will cost more than a new one, the engineer warned, but the lamp has burned there since before the railway came.",
    ].map { "<p>\($0)</p>" }.joined()

    /// - Parameter markup: the comment's text, as it stands in the page.
    static func comment(_ id: String, _ author: String, _ markup: String, parent: String? = nil, time: String = "2023-03-04T18:30:00Z") -> String {
        let answers = parent.map { " data-parent-id=\"\($0)\"" } ?? ""
        return "<div class=\"comment\" id=\"comment-\(id)\"\(answers)><span class=\"author\">\(author)</span> <time datetime=\"\(time)\">\(time)</time><div class=\"text\"><p>\(markup)</p></div></div>"
    }

    static func section(_ comments: String...) -> String { "<section id=\"comments\"><h2>Comments</h2>\(comments.joined())</section>" }

    static func analyzed(_ page: String) throws -> AnalyzedPage { try analyzed(Array(page.utf8)) }

    static func analyzed(_ bytes: [UInt8], source: String = "page.html") throws -> AnalyzedPage {
        let page = try analyzePage(bytes, source: source, options: AnalysisOptions())
        expectSound(page, source)
        return page
    }

    /// What a page spells as text, so that a reader sees it.
    static func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;").replacing("\"", with: "&quot;")
    }
}

/// What holds of every page, whatever it is made of: a forest of replies, spans inside their texts, places inside the page.
func expectSound(_ page: AnalyzedPage, _ what: @autoclosure () -> String) {
    let discussion = page.discussion, count = discussion.comments.count
    var faults: [String] = []
    if discussion.replies.count != count { faults.append("a reply slot is missing") } else if discussion.readingOrder().count != count { faults.append("no forest") }
    for quotation in page.quotations {
        let size = discussion.comments[quotation.comment].text.utf8.count
        if quotation.span.start < 0 || quotation.span.end < quotation.span.start || quotation.span.end > size { faults.append("a span outside of its text") }
    }
    let limit = page.page.byteCount * 3 + 3
    for place in discussion.comments.compactMap(\.place) + page.article.blocks.compactMap(\.place) where place.start < 0 || place.end < place.start || place.end > limit {
        faults.append("a place outside of the page")
    }
    #expect(faults.isEmpty, "\(what()): \(faults)")
}

extension AnalyzedPage {
    var texts: [String] { discussion.comments.map(\.text) }
    var names: [String?] { discussion.comments.map { $0.author?.name } }
    func hasNote(_ words: String) -> Bool { notes.contains { $0.message.contains(words) } }
}
