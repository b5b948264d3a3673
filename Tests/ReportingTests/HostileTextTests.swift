import Digest
import struct DiscourseModel.Comment
import DiscourseModel
import Foundation
import Testing

@testable import Reporting

/// What a page may try, each in every place that takes text.
let payloads = [
    "<script>window.PWNED=1</script>", "</style><script>window.PWNED=1</script>", "\"><img src=x onerror=alert(1)>", "' onmouseover='alert(1)",
    "</title><svg onload=alert(1)>", "<!--", "]]>", "{{{title}}}{{>report}}", "\u{0600}<script>alert(1)</script>", "x\"\u{0301} onmouseover=alert(1) \u{0301}",
    "<\u{0338}script>", "\u{202E}gnp.exe\u{2066}", "\u{1B}]0;owned\u{07}\u{9B}31m", "javascript:alert(1)", "a\u{0}b\r\nc\u{2028}d", "&lt;script&gt;", "| a | b |\n|---|---|",
    "[x](javascript:alert(1))", "![x](https://evil.example/t.gif)", "<https://evil.example>", "https://evil.example www.evil.example a@evil.example", "# h\n- l\n1. n\n> q\n```\ncode",
]

func hostilePage(_ text: String) -> AnalyzedPage {
    var page = PageMaker(title: text, blocks: Block.allKinds.map { Block(kind: $0, text: text) })
    page.edit {
        $0.page.source = text
        $0.page.url = "javascript:" + text
        $0.page.canonicalURL = text
        $0.article.byline = text
        $0.article.site = text
        $0.article.section = text
        $0.article.tags = [text]
        $0.article.language = text
        $0.article.related = [RelatedLink(title: text, url: text), RelatedLink(title: text, url: "https://x.example/" + text)]
        $0.discussion.platform = text
        $0.discussion.completeness = Completeness(claimed: 99, reasons: [text])
        $0.notes = [Note(.article, .doubt, text, comment: 0)]
        $0.patternSets = [
            PatternSetVersion(
                set: text, kind: .rhetoric, language: text, sha256: text, file: text,
                tags: [TagDefinition(id: text, kind: .rhetoric, label: text, about: text)])
        ]
    }
    for index in 0..<6 {
        page.add(
            Comment(
                id: Comment.id(at: index), platformKey: text, author: Author(name: text, profile: text, badges: [text]), postedText: text, text: text,
                quoted: [QuotedPassage(text: text, author: text, key: text, at: 0)], signature: text, permalink: index == 0 ? text : "#" + text),
            index == 0 ? nil
                : Reply(
                    parent: index < 3 ? index - 1 : nil, inferredParent: index == 4 ? 0 : nil, targetName: index == 5 ? nil : text, targetKey: text,
                    evidence: .init(rawValue: text), isExplicit: index != 2, confidence: 0.9))
        page.tag(index, text, text)
    }
    return page.made()
}

extension Block {
    static let allKinds: [Kind] = [.heading, .paragraph, .item, .quote, .code, .table, .caption, .embed]
}

struct HostileTextTests {
    /// Reads HTML as a browser's tokenizer does, as far as it matters here: the tags, with their attributes.
    private func tags(_ html: String) -> [(name: String, attributes: [String: String])] {
        let bytes = Array(html.utf8)
        var found: [(String, [String: String])] = []
        var at = 0
        func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
        func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D || byte == 0x0C }
        while at < bytes.count {
            guard bytes[at] == 0x3C, at + 1 < bytes.count else { at += 1; continue }
            if bytes[at + 1] == 0x21 || bytes[at + 1] == 0x3F { found.append((String(decoding: bytes[at..<min(at + 9, bytes.count)], as: UTF8.self), [:])) }
            let closing = bytes[at + 1] == 0x2F
            var cursor = at + (closing ? 2 : 1)
            guard cursor < bytes.count, isLetter(bytes[cursor]) else { at += 1; continue }
            var name: [UInt8] = []
            while cursor < bytes.count, !isSpace(bytes[cursor]), bytes[cursor] != 0x3E, bytes[cursor] != 0x2F { name.append(bytes[cursor]); cursor += 1 }
            var attributes: [String: String] = [:]
            while cursor < bytes.count, bytes[cursor] != 0x3E {
                guard !isSpace(bytes[cursor]), bytes[cursor] != 0x2F else { cursor += 1; continue }
                var key: [UInt8] = [], value: [UInt8] = []
                while cursor < bytes.count, !isSpace(bytes[cursor]), bytes[cursor] != 0x3D, bytes[cursor] != 0x3E { key.append(bytes[cursor]); cursor += 1 }
                if cursor < bytes.count, bytes[cursor] == 0x3D {
                    cursor += 1
                    if cursor < bytes.count, bytes[cursor] == 0x22 {
                        cursor += 1
                        while cursor < bytes.count, bytes[cursor] != 0x22 { value.append(bytes[cursor]); cursor += 1 }
                        cursor += 1
                    } else {
                        while cursor < bytes.count, !isSpace(bytes[cursor]), bytes[cursor] != 0x3E { value.append(bytes[cursor]); cursor += 1 }
                    }
                }
                attributes[String(decoding: key, as: UTF8.self)] = String(decoding: value, as: UTF8.self)
            }
            found.append((String(decoding: name, as: UTF8.self), attributes))
            at = cursor + 1
        }
        return found
    }

    @Test func thePageHasNoTagsButTheReports() throws {
        let report = try shippedReport()
        // The tags of a harmless page are all that may ever stand in a report of the same shape.
        let harmless = Set(tags(report.render(hostilePage("harmless"))).map(\.name)).union(["a", "br", "p", "blockquote"])
        for payload in payloads {
            for tag in tags(report.render(hostilePage(payload))) {
                #expect(harmless.contains(tag.name), "<\(tag.name)> from \(payload.debugDescription)")
                for (name, value) in tag.attributes {
                    #expect(!name.hasPrefix("on") && name != "style" && name != "src", "\(name) from \(payload.debugDescription)")
                    if name == "href" { #expect(value.hasPrefix("#") || value.hasPrefix("https://"), "href=\(value)") }
                    #expect(value.utf8.allSatisfy { $0 >= 0x20 || $0 == 0x09 || $0 == 0x0A }, "control in \(name)")
                }
            }
        }
    }

    @Test func theTextOfTheReportStillSaysWhatThePageSaid() throws {
        let html = try shippedReport().render(hostilePage("<b>& \"it's\"</b>"))
        #expect(html.contains("<h1 lang=\"&lt;b&gt;&amp; &quot;it&#39;s&quot;&lt;/b&gt;\" dir=\"auto\">&lt;b&gt;&amp; &quot;it&#39;s&quot;&lt;/b&gt;</h1>"))
    }

    @Test func thePolicyNamesTheStyleSheet() throws {
        let html = try shippedReport().render(hostilePage("x"))
        let style = try #require(html.components(separatedBy: "<style>").dropFirst().first?.components(separatedBy: "</style>").first)
        #expect(html.contains("style-src &#39;sha256-\(base64(SHA256.digest(style.utf8)))&#39;"))
        #expect(html.components(separatedBy: "<style").count == 2)
        let script = try #require(html.components(separatedBy: "<script>").dropFirst().first?.components(separatedBy: "</script>").first)
        #expect(html.contains("script-src &#39;sha256-\(base64(SHA256.digest(script.utf8)))&#39;"))
        #expect(html.components(separatedBy: "<script").count == 2)
    }

    @Test func markdownIsInert() {
        for payload in payloads {
            let markdown = markdownReport(hostilePage(payload)).replacing("\\]", with: "")
            let foreign = markdown.replacing("<a id=\"c000", with: "").replacing("</a>", with: "").replacing("<details><summary>", with: "")
                .replacing("</summary>", with: "").replacing("</details>", with: "")
            #expect(!foreign.utf8.contains(0x3C), "\(payload.debugDescription)")
            #expect(!markdown.contains("](javascript") && !markdown.contains("](https://evil") && !markdown.contains("](x"))
            #expect(markdown.unicodeScalars.allSatisfy { !isDirectionControl($0) && ($0.value >= 0x20 || $0 == "\n") && !(0x7F..<0xA0).contains($0.value) })
        }
    }

    @Test func theTerminalObeysNothing() {
        for payload in payloads {
            for text in [TerminalTree(width: 60).render(hostilePage(payload)), summaryLines(for: hostilePage(payload)).joined(separator: "\n")] {
                #expect(text.unicodeScalars.allSatisfy { !isDirectionControl($0) && ($0.value >= 0x20 || $0 == "\n") && !(0x7F..<0xA0).contains($0.value) })
            }
        }
        #expect(terminalSafe("a\u{1B}[1m\u{7F}\u{9B}\u{202E}b\tc\nd\r") == "a\\x1b[1m\\x7f\\x9b\\u{202e}b\tc\nd\\x0d")
        #expect(terminalSafeLine("a\nb\tc") == "a b c")
    }

    @Test(arguments: [
        ("https://a.example/x?y=1", true), ("HTTP://a.example", true), ("javascript:alert(1)", false), ("java\nscript:alert(1)", false), ("data:text/html,x", false),
        ("//a.example", false), ("/x", false), ("https://", false), ("https://a.example/ x", false), ("", false), (" https://a.example", false),
    ])
    func onlyWebAddressesAreLinks(address: String, isLink: Bool) {
        #expect((safeLink(address) != nil) == isLink)
    }

    @Test func aFragmentBelongsToItsPage() {
        #expect(safeLink("#c5", on: "https://a.example/x#old") == "https://a.example/x#c5")
        #expect(safeLink("#c5", on: nil) == nil)
        #expect(safeLink("#c5", on: "javascript:x") == nil)
    }
}
