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
        #expect(fault([style, ("report.mustache", "x {{a")])?.message == "The tag is not finished: `}}` is missing.")
        #expect(fault([style, ("report.mustache", "x {{a.b}}")])?.description == "report.mustache:1:3: `{{a.b}}` is no tag that these templates know.")
        #expect(fault([style, ("report.mustache", "{{/a}}")])?.message == "A section is closed that was not opened.")
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

    @Test func aScriptCannotEndItself() {
        let error = fault([style, ("report.mustache", "x"), ("report.js", "let a = 1\nlet b = '</script>'")])
        #expect(error?.file == "report.js")
        #expect(error?.line == 2)
    }

    @Test(arguments: [
        ("{{a}}|{{{a}}}|{{& a }}", "x|x|x"), ("{{#list}}<{{n}}>{{/list}}", "<1><2>"), ("{{^list}}none{{/list}}", ""), ("{{^none}}none{{/none}}", "none"),
        ("{{#none}}no{{/none}}{{#yes}}yes{{/yes}}{{#no}}no{{/no}}", "yes"), ("{{#inner}}{{a}}{{b}}{{/inner}}", "xi"), ("a{{! a remark }}b", "ab"),
        // A tag that is alone on its line takes the line with it; a value does not.
        ("1\n  {{#yes}}  \n2\n{{/yes}}\n3", "1\n2\n3"), ("1\n{{a}}\n2", "1\nx\n2"), ("1\r\n{{! x }}\r\n2", "1\r\n2"), ("{{#rows}}{{n}},{{/rows}}", "0,1,2,"),
        // What is there and empty hides what lies further out.
        ("{{#inner}}{{empty}}{{/inner}}", ""), ("{{>part}}", "[x]"), ("{{>*named}}", "[x]"),
    ])
    func templatesAreMustache(template: String, written: String) throws {
        let templates = try ReportTemplates(files: [style, ("report.mustache", ""), ("part.mustache", "[{{a}}]"), ("t.mustache", template)])
        let context: Fields = [
            "a": .text("x"), "yes": .flag(true), "no": .flag(false), "none": .none, "empty": .text("out"), "list": .list([["n": .text("1")], ["n": .text("2")]]),
            "rows": .rows(count: 3) { ["n": .number($0)] }, "inner": .fields(["b": .text("i"), "empty": .text("")]), "named": .template("part"),
        ]
        #expect(templates.render("t", context) == written)
    }

    @Test func noTemplateGetsAtUnescapedText() throws {
        let templates = try ReportTemplates(files: [style, ("report.mustache", "{{title}}|{{{title}}}|{{&title}}|{{#header}}{{>part}}{{/header}}"), ("part.mustache", "{{title}}|{{{title}}}|{{byline}}{{^byline}}-{{/byline}}")])
        let page = PageMaker(title: "<i>\"\u{301}").made()
        let escaped = "&lt;i&gt;&quot;\u{301}"
        #expect(HTMLReport(templates: templates).render(page) == Array(repeating: escaped, count: 5).joined(separator: "|") + "|-")
    }

    /// Each template has a row in the README; every name that it uses stands there, and nothing else does.
    @Test func theReadmeListsWhatTheTemplatesUse() throws {
        let folder = top.appending(path: "Reports/Templates")
        let readme = try String(contentsOf: folder.appending(path: "README.md"), encoding: .utf8)
        let table = readme.components(separatedBy: "## What a template can use")[1]
        let documented = Set(table.components(separatedBy: "`").enumerated().filter { $0.offset % 2 == 1 }.flatMap { $0.element.split { !$0.isLetter && !$0.isNumber && $0 != "-" }.map(String.init) })
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".mustache") }
        var used: Set<String> = []
        for file in files {
            let text = try String(contentsOf: folder.appending(path: file), encoding: .utf8)
            for tag in text.components(separatedBy: "{{").dropFirst() where !tag.hasPrefix("!") && !tag.hasPrefix(">") {
                let name = String(tag.prefix { $0 != "}" }.drop { "#^/{& ".contains($0) })
                #expect(documented.contains(name), "\(file) uses \(name)")
                used.insert(name)
            }
            #expect(readme.contains("`\(file.dropLast(".mustache".count))`") || readme.contains("`\(file)`"), "the README does not name \(file)")
        }
        // Values of which no template makes use, and words that are no values.
        let others: Set<String> = ["header", "template", "stated", "inferred", "guessed", "width", "known", "hint", "repeats"]
        let names = Set(files.map { String($0.dropLast(".mustache".count)) })
        for name in documented.subtracting(used).subtracting(others).subtracting(names) { Issue.record("the README lists \(name), and no template uses it") }
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
