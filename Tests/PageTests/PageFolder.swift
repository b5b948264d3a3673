import DiscourseModel
import Foundation
import Pipeline

/// One page with what it should give.
struct PageFolder: Sendable, CustomStringConvertible {
    let name: String

    var folder: URL { PageFolder.root.appending(path: name) }
    var expectedFile: URL { folder.appending(path: "expected.txt") }
    var pageFile: URL? {
        ["page.html", "page.txt"].map { folder.appending(path: $0) }.first { FileManager.default.fileExists(atPath: $0.path) }
    }
    var description: String { name }

    func bytes() throws -> [UInt8] {
        guard let pageFile else { throw CocoaError(.fileNoSuchFile) }
        return [UInt8](try Data(contentsOf: pageFile))
    }

    func analyzed() throws -> AnalyzedPage {
        var options = AnalysisOptions()
        options.captured = Timestamp(year: 2024, month: 5, day: 20, hour: 12)
        return try analyzePage(try bytes(), source: name, options: options)
    }

    func expected() throws -> String { try String(contentsOf: expectedFile, encoding: .utf8) }

    static let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Pages")

    static let all: [PageFolder] = {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: root.path)) ?? []
        return names.filter { !$0.hasPrefix(".") }.sorted().map(PageFolder.init(name:))
    }()

    /// Pages whose outline says what is right of the article, which the program does not find yet: what is wrong.
    static let knownInArticle: [String: String] = [
        "trap-blog-index": "a date of a teaser is taken as the date of the article",
        "trap-related": "a date of a teaser is taken as the date of the article",
        "trap-blog-archive": "an archive of posts gives the first one's date, and its text as an article",
        "trap-changelog": "the date of a release is taken as the date of the article, its line of date and name as text",
        "trap-commits": "the date of an entry is taken as the date of the article",
        "trap-events": "a list of events gives an article, and the first one's date",
        "trap-forum-index": "a list of topics gives an article, and the first one's date",
        "trap-jobs": "the date of an entry is taken as the date of the article",
        "trap-live-blog": "the hours of the entries are taken as text, the last one as the date of the article",
        "trap-press": "a list of teasers gives an article, and the first one's date",
        "trap-products": "a list of products gives an article",
        "trap-search-results": "a list of results gives an article, and one result's date",
        "trap-testimonials": "praise in quotation marks is taken into the article",
        "trap-text-bylines": "the title of a plain text is not found, and its teasers give an article",
        "trap-text-dated-links": "the title of a plain text is not found",
        "trap-tweets": "a date of a teaser is taken as the date of the article",
        "text-bullets": "no article is found in a short text above comments",
        "text-flat": "no article is found in a short text above comments",
        "text-french": "the title of a plain text is not found",
        "text-russian": "the title of a plain text is not found",
        "text-spanish": "the title of a plain text is not found",
        "text-forum-quotes": "the title of a plain text is not found",
        "text-names-only": "the title of a plain text is not found",
        "trap-text-contents": "the title of a plain text is not found",
    ]

    /// The same of the comments.
    static let knownInComments: [String: String] = [:]
}
