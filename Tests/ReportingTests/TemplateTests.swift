import DiscourseModel
import Foundation
import Testing

@testable import Reporting

struct TemplateTests {
    private func fault(_ files: [(path: String, text: String)]) -> TemplateError? {
        do {
            _ = try ReportTemplates(files: files)
            return nil
        } catch { return error }
    }
    private let style = (path: "report.css", text: "body { margin: 0 }")

    @Test func aBrokenTemplateIsNamedWithItsLine() {
        let error = fault([style, ("report.mustache", "<p>\n{{#a}}\nx{{/b}}\n")])
        #expect(error?.file == "report.mustache")
        #expect(error?.line == 3)
        #expect(error?.message == "The section is closed by another name than it was opened with.")
        #expect(fault([style, ("report.mustache", "{{#a}}")])?.message.contains("never closed") == true)
        #expect(fault([style, ("report.mustache", "x {{a")]) != nil)
    }

    @Test func whatIsMissingIsSaid() {
        #expect(fault([style])?.file == "report.mustache")
        #expect(fault([("report.mustache", "x")])?.file == "report.css")
        let error = fault([style, ("report.mustache", "a\n{{> nowhere}}")])
        #expect(error?.description == "report.mustache:2: There is no template `nowhere.mustache` to include.")
    }

    @Test func aTemplateThatIncludesItselfIsRefused() {
        #expect(fault([style, ("report.mustache", "{{>a}}"), ("a.mustache", "{{>b}}"), ("b.mustache", "{{>a}}")])?.message == "The template includes itself.")
    }

    @Test func aStyleSheetCannotEndItself() {
        #expect(fault([("report.css", "a{}\n</style><script>"), ("report.mustache", "x")])?.line == 2)
    }

    @Test func noTemplateGetsAtUnescapedText() throws {
        let templates = try ReportTemplates(files: [style, ("report.mustache", "{{title}}|{{{title}}}|{{&title}}|{{#header}}{{>part}}{{/header}}"), ("part.mustache", "{{title}}|{{{title}}}|{{byline}}{{^byline}}-{{/byline}}")])
        let page = PageMaker(title: "<i>\"\u{301}").made()
        let escaped = "&lt;i&gt;&quot;\u{301}"
        #expect(HTMLReport(templates: templates).render(page) == Array(repeating: escaped, count: 5).joined(separator: "|") + "|-")
    }

    /// Every name that the shipped templates use is one that the README lists, and each section's template is there.
    @Test func theReadmeListsWhatTheTemplatesUse() throws {
        let folder = top.appending(path: "Reports/Templates")
        let readme = try String(contentsOf: folder.appending(path: "README.md"), encoding: .utf8)
        let known = Set(readme.split { !$0.isLetter && !$0.isNumber }.map(String.init))
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".mustache") }
        for file in files {
            let text = try String(contentsOf: folder.appending(path: file), encoding: .utf8)
            for tag in text.components(separatedBy: "{{").dropFirst() {
                let name = tag.prefix { $0 != "}" }.drop { "#^/>*{& ".contains($0) }
                #expect(known.contains(String(name)), "\(file) uses \(name)")
            }
        }
        // Adding a section is a file and a line in the list: each that the folder declares is in the list.
        let sections = top.appending(path: "Sources/Reporting/Sections")
        var declared = 0
        for file in try FileManager.default.contentsOfDirectory(atPath: sections.path) {
            let text = try String(contentsOf: sections.appending(path: file), encoding: .utf8)
            declared += text.components(separatedBy: "    static let ").count - 1
        }
        #expect(declared == ReportSection.all.count)
        for section in ReportSection.all { #expect(files.contains("\(section.template).mustache")) }
        #expect(Set(ReportSection.all.map(\.id)).count == ReportSection.all.count)
    }
}
