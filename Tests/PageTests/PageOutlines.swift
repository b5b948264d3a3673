import DiscourseModel
import Foundation
import Pipeline
import Testing

import struct DiscourseModel.Comment

/// A page is a folder: `page.html` or `page.txt`, and `expected.txt`, an outline of what a careful reader would take out of it.
/// `REWRITE_GOLDEN=1 swift test --filter PageTests` writes the outlines anew; each is then to be held against its page by eye.
@Suite struct PageOutlines {
    @Test(arguments: PageFolder.all)
    func pageSaysWhatItsOutlineSays(_ folder: PageFolder) throws {
        let found = outline(of: try folder.analyzed())
        let known = (article: PageFolder.knownInArticle[folder.name], comments: PageFolder.knownInComments[folder.name])
        if ProcessInfo.processInfo.environment["REWRITE_GOLDEN"] == "1", known.article == nil, known.comments == nil {
            try found.write(to: folder.expectedFile, atomically: true, encoding: .utf8)
        }
        let (foundHead, foundComments) = parts(found)
        let (head, comments) = parts(try folder.expected())
        check(foundHead, head, known.article)
        check(foundComments, comments, known.comments)
    }

    private func check(_ found: String, _ expected: String, _ issue: String?) {
        guard let issue else {
            #expect(found == expected)
            return
        }
        withKnownIssue("\(issue)") { #expect(found == expected) }
    }

    /// What an outline says of the article, and what of the comments.
    private func parts(_ outline: String) -> (article: String, comments: String) {
        let lines = outline.split(separator: "\n")
        let isHead: (Substring) -> Bool = { $0.hasPrefix("title: ") || $0.hasPrefix("published: ") || $0.hasPrefix("article: ") }
        return (lines.filter(isHead).joined(separator: "\n"), lines.filter { !isHead($0) }.joined(separator: "\n"))
    }

    /// A folder without a page or an outline would be passed over in silence.
    @Test func foldersAreComplete() {
        #expect(PageFolder.all.count >= 20)
        for folder in PageFolder.all {
            #expect(folder.pageFile != nil, "\(folder.name) has no page.html or page.txt")
            #expect(FileManager.default.fileExists(atPath: folder.expectedFile.path), "\(folder.name) has no expected.txt")
        }
        for name in Array(PageFolder.knownInArticle.keys) + Array(PageFolder.knownInComments.keys) { #expect(PageFolder.all.contains { $0.name == name }, "\(name) is no page") }
    }
}
