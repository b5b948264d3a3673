import Foundation
import Testing

@testable import Markup

/// Scripts and style sheets pass by the parser: what the document holds is the same.
@Suite struct RawTextTests {
    private func raw(_ page: String) -> [String] {
        Array(page.utf8).withUnsafeBufferPointer { source in ParserPage(source, attributes: 100, keepsRawText: false).rawTexts.map { String(decoding: source[$0.range], as: UTF8.self) } }
    }

    @Test func theyAreFoundAsTheParserFindsThem() {
        #expect(raw("<script>a < b</script><p>1</p><STYLE type=x>p > q</STYLE>") == ["a < b", "p > q"])
        #expect(raw("<script>if (a) document.write('<p></p>')</script><script src=a></script>") == ["if (a) document.write('<p></p>')"])
        #expect(raw("<p title='<script>a</script>'>A</p><!-- <script>b</script> --><scripts>c</scripts><script/>d").isEmpty)
        #expect(raw("<script src=a/>b</script><script>c") == ["b", "c"])
        #expect(raw("<!--><script>a</script> --><!-- <i> --!><style>b</style>") == ["a", "b"])
        #expect(raw("<?php if (a > b) ?><script>a</script>") == ["a"])
    }

    @Test func whatTheyHoldStandsInTheirElements() throws {
        let page = "<p>&#146;A<script id=1>let a = \"&#146;<b>\";</script>B</p><style>p { }</style><p>C</p>"
        let html = HTMLDocument(utf8: Array(page.utf8))
        let texts = (0..<html.count).filter { html.isText($0) }
        #expect(texts.map { String(decoding: html.textBytes($0), as: UTF8.self) } == ["’A", "let a = \"&#146;<b>\";", "B", "p { }", "C"])
        #expect(html.parent(texts[1]).map(html.name) == .script)
        // Places are those of the page as it was.
        for (text, words) in zip(texts, ["&#146;A", "let a = \"&#146;<b>\";", "B", "p { }", "C"]) where html.parent(text).map(html.name) != .p {
            let range = html.sourceRange(text..<html.end(text))
            #expect(String(decoding: Array(page.utf8)[range], as: UTF8.self) == words)
        }
    }

    /// Broken pages, too: what the parser would see by itself is what there is.
    @Test func theDocumentIsWhatTheParserWouldMakeOfTheWholePage() {
        let pieces = [
            "<script>", "</script>", "<style a='>'>", "</style", ">", "<!--", "-->", "--!>", "<?x", "<!DOCTYPE html>", "<p title=\"", "\"", "'", "<b ", "/>", "text ", "</", "<", "&#146;", "&amp;",
            "<textarea>", "</textarea>", "<title>", "</title>", "<script/>", "<script src=x/>", "<svg><style>", "<table>", "<td>", "\n", "<scr", "ipt>", "<noscript>", "<iframe>", "=", "<![CDATA[", "]]>",
        ]
        var seed: UInt64 = 7
        func random(_ count: Int) -> Int {
            seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(seed >> 33) % count
        }
        for _ in 0..<4_000 {
            let page = Array((0..<(3 + random(12))).map { _ in pieces[random(pieces.count)] }.joined().utf8)
            // What begins with a tag, the parser by itself may take for one.
            if raw(String(decoding: page, as: UTF8.self)).contains(where: { $0.hasPrefix("<") }) { continue }
            let cut = outline(HTMLDocument(utf8: page)), whole = outline(HTMLDocument(parserReadsAll: page))
            #expect(cut == whole, "\(String(decoding: page, as: UTF8.self).debugDescription)")
            if cut != whole { return }
        }
    }

    private func outline(_ html: HTMLDocument) -> [String] {
        (0..<html.count).map { node in
            "\(html.string(html.name(node))) \(html.nodes[node].parent) \(html.end(node)) " + (html.isText(node) ? String(decoding: html.textBytes(node), as: UTF8.self) : "\(html.allAttributes(node))")
        }
    }
}
