import Foundation
import Testing

@testable import Reporting

struct TextTests {
    @Test func segmentsCoverTheTextAndExactlyTheSpans() {
        var random = SplitMix(state: 7)
        for _ in 0..<400 {
            let text = String((0..<Int(random.next() % 40)).map { _ in "abäö–😀 \n".randomElement(using: &random) ?? "a" })
            let utf8 = Array(text.utf8)
            let boundaries = utf8.indices.filter { utf8[$0] & 0xC0 != 0x80 } + [utf8.count]
            let spans = (0..<Int(random.next() % 6)).map { _ in
                let (a, b) = (boundaries.randomElement(using: &random) ?? 0, boundaries.randomElement(using: &random) ?? 0)
                return min(a, b)..<max(a, b)
            }
            let segments = textSegments(of: utf8, in: 0..<utf8.count, spans: spans)
            // One after another, the whole text.
            #expect(segments.flatMap { Array(utf8[$0.range]) } == utf8)
            // Each byte bears exactly the spans that cover it.
            for segment in segments {
                for byte in segment.range { #expect(segment.spans == spans.indices.filter { spans[$0].contains(byte) }) }
                #expect(!segment.range.isEmpty)
            }
        }
    }

    @Test func endsInsideACodePointMoveToItsBeginning() {
        let utf8 = Array("aäb".utf8)
        #expect(textSegments(of: utf8, in: 0..<4, spans: [0..<2]) == [TextSegment(range: 0..<1, spans: [0]), TextSegment(range: 1..<4, spans: [])])
        #expect(textSegments(of: utf8, in: 0..<4, spans: [-3..<99]) == [TextSegment(range: 0..<4, spans: [0])])
    }

    @Test func paragraphsAreWhatStandsBetweenEmptyLines() {
        func split(_ text: String) -> [String] { paragraphs(of: Array(text.utf8)).map { String(decoding: Array(text.utf8)[$0], as: UTF8.self) } }
        #expect(split("a\nb\n\n \nc\n") == ["a\nb", "c"])
        #expect(split("\n\n") == [])
        #expect(split("") == [])
        #expect(split("x") == ["x"])
    }

    @Test(arguments: ["", "f", "fo", "foo", "foob", "fooba", "foobar"])
    func base64IsFoundations(text: String) { #expect(base64(Array(text.utf8)) == Data(text.utf8).base64EncodedString()) }

    @Test func linesAreWrappedByTheirWidth() {
        #expect(wrapped("one two three", to: 8) == ["one two", "three"])
        #expect(wrapped("abcdefghijkl", to: 8) == ["abcdefgh", "ijkl"])
        #expect(wrapped("日本語の文", to: 8) == ["日本語の", "文"])
        #expect(terminalWidth("e\u{301}") == 1)
        #expect(terminalWidth("日本") == 4)
    }

    @Test func figuresReadWell() {
        #expect(grouped(1_234_567) == "1,234,567")
        #expect(grouped(-999) == "-999")
        #expect(counted(1, "reply", "replies") == "1 reply")
        #expect(percent(0.385) == "39%")
        #expect(oneDecimal(0.95) == "1.0")
        #expect(excerpt("one two three four", limit: 9) == "one two …")
        #expect(excerpt("  one\n two ", limit: 9) == "one two")
        #expect(excerpt("äöüäöü x", limit: 4) == "äöüä…")
        #expect(excerpt("", limit: 4) == "")
    }
}

/// A generator with a seed (S. Vigna, splitmix64).
struct SplitMix: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
