import Testing

@testable import Markup

@Suite struct MarkupTests {
    @Test func whatFollowsDeepNestingStandsWhereItShould() {
        let depth = 20_000
        let page = "<body>" + String(repeating: "<div>", count: depth) + "inside" + String(repeating: "</div>", count: depth) + "<p>after</p></body>"
        let document = HTMLDocument(utf8: Array(page.utf8))
        let texts = (0..<document.count).filter(document.isText)
        #expect(texts.map { String(decoding: document.textBytes($0), as: UTF8.self) } == ["inside", "after"])
        #expect(document.ancestors(texts[0]).reduce(0) { count, _ in count + 1 } > depth)
        #expect(document.ancestors(texts[1]).reduce(0) { count, _ in count + 1 } < 6)
    }

    /// A reader sees neither U+200B nor U+FEFF.
    @Test func charactersWithoutWidthPartNoWord() {
        let document = HTMLDocument(utf8: Array("<p>fer\u{200B}ry\u{FEFF}boat &#8203; so\u{200B} far</p><p>\u{200B}</p><p>next</p>".utf8))
        #expect(document.plainText(HTMLDocument.root) == "ferryboat so far\n\nnext")
    }

    @Test func stateOfScriptsIsReadTolerantly() {
        let value = JSONValue("{\"a\":undefined,\"b\":[1,\"\\u0041\"],\"a\":2} trailing")
        guard case .null? = value?["a"] else {
            Issue.record("an absent value is null, and the first of two names counts")
            return
        }
        #expect(value?["b"]?.elements.map(\.text) == ["1", "A"])
        #expect(JSONValue(String(repeating: "[", count: 100_000)) == nil)
        #expect(JSONValue("{\"cut\": \"of") == nil)
    }
}
