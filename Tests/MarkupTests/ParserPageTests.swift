import Foundation
import Testing

@testable import Markup

/// Scripts, style sheets and long values pass by the parser: the document is the same.
@Suite struct ParserPageTests {
    private func finds(_ page: String) -> [String] {
        Array(page.utf8).withUnsafeBufferPointer { source in
            var found: [String] = []
            var tags = StartTags(source, attributes: 100)
            tags.read {
                switch $0 {
                case .value(let range), .rawText(let range), .excess(let range, _), .lostValue(let range): found.append(String(decoding: source[range], as: UTF8.self))
                }
            }
            return found
        }
    }

    @Test func tagsAreFoundAsTheParserFindsThem() {
        #expect(finds("<script>a < b</script><p>1</p><STYLE type=x>p > q</STYLE>") == ["a < b", "p > q"])
        #expect(finds("<script>if (a) document.write('<p></p>')</script><script src=a></script>") == ["if (a) document.write('<p></p>')"])
        #expect(finds("<p title='<script>a</script>'>A</p><!-- <p a='b'> --><scripts>c</scripts><script/>d") == ["<script>a</script>"])
        #expect(finds("<script src=a/>b</script><script>c") == ["b", "c"])
        #expect(finds("<!--><script>a</script> --><!-- <i> --!><style>b</style>") == ["b"])
        #expect(finds("<?php if (a > b) ?><script>a</script>") == ["a"])
        #expect(finds("<p a=\"1 > 2\" b = '\"' c=d/ e>f=\"g\"<br f='h'/>") == ["1 > 2", "\"", "h"])
    }

    @Test func whatPassedByStandsWhereItStood() throws {
        let page = "<p>&#146;A<script id=1>let a = \"&#146;<b>\";</script>B</p><style>p { color: red }</style><p class='a class of its own' title='B &amp; more'>C</p><p>D"
        let html = HTMLDocument(utf8: Array(page.utf8))
        let texts = (0..<html.count).filter { html.isText($0) }
        let words = ["’A", "let a = \"&#146;<b>\";", "B", "p { color: red }", "C", "D"]
        #expect(texts.map { String(decoding: html.textBytes($0), as: UTF8.self) } == words)
        #expect(html.parent(texts[1]).map(html.name) == .script)
        let last = try #require(html.parent(texts[4]))
        #expect(html.attribute(last, .class) == "a class of its own" && html.attribute(last, .title) == "B & more")
        // Places are those of the page as it was.
        func source(_ node: Int) -> String { String(decoding: Array(page.utf8)[html.sourceRange(node..<html.end(node))], as: UTF8.self) }
        #expect(texts.dropFirst().map(source) == Array(words.dropFirst()))
        #expect(source(last) == ">C")
    }

    /// libxml2 reads none of these names, and would end the tag inside their values.
    @Test func attributesOfTemplatesEndNoTag() {
        let html = HTMLDocument(utf8: Array("<p @click=\"() => open('a b')\" (change)='n > 1' *ngIf=\"n > 2\" [class.on]='n > 3' class='said by Jo'>A<br @x='a > b'/>B</p>".utf8))
        #expect((0..<html.count).filter { html.isText($0) }.map { String(decoding: html.textBytes($0), as: UTF8.self) } == ["A", "B"])
        #expect((0..<html.count).first { html.name($0) == .p }.flatMap { html.attribute($0, .class) } == "said by Jo")
    }

    /// A page with the sign that marks begin with is parsed as it is.
    @Test func thePageMayHoldTheSignOfMarks() {
        let page = "<p title=\"a long value \u{7F}@@@@\">\u{7F}@@@@</p><script>\u{7F}@@@A</script>"
        #expect(outline(HTMLDocument(utf8: Array(page.utf8))) == outline(HTMLDocument(parserReadsAll: Array(page.utf8))))
    }

    /// Broken pages, too: what the parser would see by itself is what there is.
    @Test func theDocumentIsWhatTheParserWouldMakeOfTheWholePage() {
        let pieces = [
            "<script>", "</script>", "<style a='long > value'>", "</style", ">", "<!--", "-->", "--!>", "<?x", "<!DOCTYPE html>", "<p title=\"", "\"", "'", "<b ", "/>", "text ", "</", "<", "&#146;", "&amp;",
            "<textarea>", "</textarea>", "<title>", "</title>", "<script/>", "<script src=x/>", "<svg><style>", "<table>", "<td>", "\n", "<scr", "ipt>", "<noscript>", "<iframe>", "=", "<![CDATA[", "]]>",
            "<a href='https://x.example/'>", "<a href='https://x.example/?a&amp;b' href=\"a second one\">", " class=\"one of several\"", " id='", "<p a='\"long value\"' b", "\u{E9}", "words of a page",
        ]
        var seed: UInt64 = 7
        func random(_ count: Int) -> Int {
            seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(seed >> 33) % count
        }
        for _ in 0..<6_000 {
            let page = Array((0..<(3 + random(12))).map { _ in pieces[random(pieces.count)] }.joined().utf8)
            // What begins with a tag, in a script, the parser by itself may take for one.
            if beginsWithTag(page) { continue }
            let marked = outline(HTMLDocument(utf8: page)), whole = outline(HTMLDocument(parserReadsAll: page))
            #expect(marked == whole, "\(String(decoding: page, as: UTF8.self).debugDescription)")
            if marked != whole { return }
        }
    }

    private func beginsWithTag(_ page: [UInt8]) -> Bool {
        page.withUnsafeBufferPointer { source in
            var begins = false
            var tags = StartTags(source, attributes: 100)
            tags.read { if case .rawText(let range) = $0, source[range.lowerBound] == 0x3C { begins = true } }
            return begins
        }
    }

    private func outline(_ html: HTMLDocument) -> [String] {
        (0..<html.count).map { node in
            "\(html.string(html.name(node))) \(html.nodes[node].parent) \(html.end(node)) " + (html.isText(node) ? String(decoding: html.textBytes(node), as: UTF8.self) : "\(html.allAttributes(node))")
        }
    }
}
