import DiscourseModel
import PageReading
import Pipeline
import Testing

/// Damaged and hostile input: no crash, and the invariants hold.
@Suite struct RobustnessTests {
    /// A saved page may end anywhere. Cut at every seventh byte; steps of 7 meet every place in a tag in the course of the pages.
    @Test(arguments: ["wordpress", "hackernews", "discourse", "text-bullets", "generic-definition-list"])
    func cutPagesKeepTheInvariants(_ name: String) throws {
        let bytes = try PageFolder(name: name).bytes()
        #expect(bytes.count > 400)
        for count in stride(from: 1, through: bytes.count, by: 7) {
            guard let page = analyzed(Array(bytes[..<count])) else { continue }
            expectInvariants(page, "\(name) cut at \(count)")
        }
    }

    @Test func pagesOfFoldersKeepTheInvariants() throws {
        for folder in PageFolder.all { expectInvariants(try folder.analyzed(), folder.name) }
    }

    /// Lines of a text page in any order, or some of them: whatever is found, the invariants hold.
    @Test(arguments: ["text-german", "text-japanese", "text-forum-quotes", "text-names-only"])
    func shuffledLinesKeepTheInvariants(_ name: String) throws {
        let lines = try PageFolder(name: name).bytes().split(separator: 0x0A, omittingEmptySubsequences: false)
        var state: UInt64 = 7
        func next(below bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % bound
        }
        for round in 0..<40 {
            var shuffled = lines
            for index in shuffled.indices.reversed() { shuffled.swapAt(index, next(below: index + 1)) }
            if round % 2 == 0 { shuffled.removeLast(next(below: shuffled.count)) }
            if let page = analyzed(Array(shuffled.joined(separator: [0x0A]))) { expectInvariants(page, "\(name) shuffled, round \(round)") }
        }
    }

    /// Every single byte of a small page replaced by one that opens, closes or breaks something.
    @Test func changedBytesKeepTheInvariants() throws {
        let bytes = try PageFolder(name: "wordpress").bytes()
        let replacements: [UInt8] = [0x3C, 0x3E, 0x22, 0x26, 0x00, 0xFF]
        for at in stride(from: 0, to: bytes.count, by: 11) {
            var changed = bytes
            changed[at] = replacements[at / 11 % replacements.count]
            if let page = analyzed(changed) { expectInvariants(page, "byte \(at) changed") }
        }
    }

    /// A fixed linear congruential generator (Knuth's MMIX constants): the same bytes on every run.
    @Test func randomBytesKeepTheInvariants() {
        var state: UInt64 = 42
        func next() -> UInt8 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return UInt8(truncatingIfNeeded: state >> 56)
        }
        let pieces = ["<div class=comment id=comment-1>", "</div>", "<li", "<table><tr><td>", "<p>Anna wrote on 3 May 2024:", "&#x", "\"", "<!--", "<script>", "\u{0}", "\n  • ", "<dl><dt>"]
        for _ in 0..<300 {
            var bytes = Array("<html><body>".utf8)
            for _ in 0..<60 { bytes += next() < 100 ? [next(), next(), next()] : Array(pieces[Int(next()) % pieces.count].utf8) }
            if let page = analyzed(bytes) { expectInvariants(page, "random bytes") }
        }
    }

    /// A comment inside and one behind very deep nesting are both found.
    @Test(arguments: [300, 3_000, 20_000, 100_000])
    func deepNestingLosesNothing(_ depth: Int) throws {
        func comment(_ id: Int, _ text: String) -> String {
            "<li class=\"comment depth-1\" id=\"comment-\(id)\"><cite class=\"fn\">Nils \(id)</cite> <time datetime=\"2024-05-0\(id)T10:00\">\(id) May 2024</time><div class=\"comment-content\"><p>\(text)</p></div></li>"
        }
        let page = "<html><body><ol class=\"commentlist\">" + comment(1, "The first of the three.")
            + String(repeating: "<div>", count: depth) + comment(2, "The innermost of the three.") + String(repeating: "</div>", count: depth)
            + comment(3, "The last of the three.") + "</ol></body></html>"
        let clock = ContinuousClock()
        var result: AnalyzedPage?
        let time = clock.measure { result = analyzed(Array(page.utf8)) }
        let found = try #require(result)
        expectInvariants(found, "depth \(depth)")
        #expect(found.discussion.comments.map(\.text) == ["The first of the three.", "The innermost of the three.", "The last of the three."])
        #expect(time < .seconds(20), "\(depth) levels took \(time)")
    }

    private func analyzed(_ bytes: [UInt8]) -> AnalyzedPage? {
        try? analyzePage(bytes, source: "-", options: AnalysisOptions())
    }
}
