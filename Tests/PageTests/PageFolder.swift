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
        "trap-changelog": "lines of date and name are taken as text",
        "trap-live-blog": "the hours of the entries and the line of the author are taken as text",
        "trap-live-updates": "the hours of the entries and the line of the author are taken as text",
        "trap-testimonials": "praise in quotation marks is taken into the article",
        "trap-text-bylines": "the title of a plain text is not found, and its teasers give an article",
        "trap-text-dated-links": "the title of a plain text is not found",
        "trap-tweets": "posts of a network are taken as text",
        "text-spanish": "the title of a plain text is not found",
        "trap-text-contents": "the title of a plain text is not found",
        "trap-text-one-author": "lines of who and when are taken as text",
        "trap-text-titles": "the title of a plain text is not found, and its teasers give an article",
    ]

    /// The same of the comments.
    static let knownInComments: [String: String] = [:]
}
