import Foundation
import Markup
import Testing

@testable import CommentThreads

/// The platform that the README shows compiles, and does what it says.
@Suite struct PlatformRecipeTests {
    static let harbourForum = Platform(
        name: "harbour-forum", item: Selector(literal: "div.hf-post"), author: Selector(literal: ".hf-name"),
        body: Selector(literal: ".hf-text"), keyPrefix: ["hf-"])

    @Test func theRecipeIsThisPlatform() throws {
        let top = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        func squeezed(_ text: String) -> String { text.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
        let readme = squeezed(try String(contentsOf: top.appending(path: "README.md"), encoding: .utf8))
        let here = squeezed(try String(contentsOf: URL(filePath: #filePath), encoding: .utf8))
        let start = try #require(here.range(of: "static let harbourForum = Platform("))
        let end = try #require(here.range(of: "[\"hf-\"])", range: start.upperBound..<here.endIndex))
        #expect(readme.contains(here[start.lowerBound..<end.upperBound]))
    }

    @Test func itReadsItsPage() {
        let page = HTMLDocument(utf8: Array("""
            <body><div class="hf-post" id="hf-7"><b class="hf-name">Ida</b><div class="hf-text"><p>The tide is late.</p></div></div>
            <div class="hf-post" id="hf-8"><b class="hf-name">Bo</b><div class="hf-text"><p>So is the ferry.</p></div></div></body>
            """.utf8))
        let items = Self.harbourForum.item.all(in: HTMLDocument.root, of: page)
        #expect(items.count == 2)
        #expect(Self.harbourForum.author.flatMap { $0.first(in: items[1], of: page) }.map { page.line($0) } == "Bo")
    }
}
