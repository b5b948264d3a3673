import struct DiscourseModel.Comment
import DiscourseModel
import Foundation
import Testing

@testable import Reporting

/// The project's folder.
let top = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

/// The shipped templates, from their folder.
func shippedTemplates() throws -> ReportTemplates {
    let folder = top.appending(path: "Reports/Templates")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    return try ReportTemplates(files: names.map { ($0, try String(contentsOf: folder.appending(path: $0), encoding: .utf8)) })
}

func shippedReport() throws -> HTMLReport { HTMLReport(templates: try shippedTemplates()) }

/// The reports of the invented page, against the files in `Golden`; `REWRITE_GOLDEN=1` writes them anew.
struct GoldenTests {
    private func check(_ text: String, _ name: String) throws {
        let file = top.appending(path: "Tests/ReportingTests/Golden/" + name)
        if ProcessInfo.processInfo.environment["REWRITE_GOLDEN"] == "1" {
            try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try text.write(to: file, atomically: true, encoding: .utf8)
        }
        let golden = try String(contentsOf: file, encoding: .utf8)
        if golden != text {
            let (was, now) = (golden.split(separator: "\n"), text.split(separator: "\n"))
            let first = zip(was, now).first { $0 != $1 }
            Issue.record("\(name) differs; first: \(first?.0.prefix(200) ?? "(end)") → \(first?.1.prefix(200) ?? "(end)"). REWRITE_GOLDEN=1 rewrites it.")
        }
    }

    @Test func html() throws { try check(try shippedReport().render(samplePage()), "sample.report.html") }
    @Test func markdown() throws { try check(markdownReport(samplePage()), "sample.report.md") }
    @Test func terminal() throws {
        try check(TerminalTree(width: 76).render(samplePage()), "sample.tree.txt")
        try check(TerminalTree(width: 76, colors: true).render(samplePage()), "sample.tree.ansi.txt")
    }
    @Test func summary() throws { try check(summaryLines(for: samplePage()).joined(separator: "\n") + "\n", "sample.summary.txt") }
    @Test func anArticleWithoutComments() throws {
        var page = PageMaker(title: "Tide table changed", blocks: [Block(kind: .paragraph, text: "High water is at noon.")])
        page.edit { $0.discussion.platform = "none" }
        try check(try shippedReport().render(page.made()), "bare.report.html")
        try check(markdownReport(page.made()), "bare.report.md")
    }
}
