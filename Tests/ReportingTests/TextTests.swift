import DiscourseModel
import Foundation
import Testing

@testable import Reporting

struct TextTests {
    @Test func aKeywordStandsInItsContext() {
        let text = "One two three\n\nfour five six seven."
        let line = KeywordInContext(Array(text.utf8).firstRange(of: Array("four".utf8)) ?? 0..<0, in: text, width: 8)
        #expect(line == KeywordInContext(left: "…three ", keyword: "four", right: " five …"))
        #expect(KeywordInContext(0..<3, in: text, width: 400) == KeywordInContext(left: "", keyword: "One", right: " two three four five six seven."))
        #expect(KeywordInContext(90..<99, in: "ä", width: 5).keyword == "")
        #expect(KeywordInContext(2..<3, in: "äbä", width: 5) == KeywordInContext(left: "ä", keyword: "b", right: "ä"))
    }

    @Test func timesAreCountedInTheShortestUnitThatFits() throws {
        func stamps(_ texts: String...) -> [Timestamp] { texts.compactMap { Timestamp(iso8601: $0) } }
        let hours = try #require(timeBuckets(stamps("2024-05-01T10:01", "2024-05-01T10:59", "2024-05-01T12:00", "2024-05-01T23:10", "2024-05-02T00:10")))
        #expect(hours.unit == .seconds(1_800))
        #expect(hours.columns.map(\.count).reduce(0, +) == 5)
        #expect(hours.columns.first?.label == "1 May 2024, 10:00")
        // Dates without a time of day have no column shorter than a day.
        let days = try #require(timeBuckets(stamps("2024-05-01", "2024-05-01T10:00", "2024-05-02", "2024-05-02", "2024-05-03")))
        #expect(days.unit == .seconds(86_400))
        #expect(days.columns.map(\.count) == [2, 2, 1])
        #expect(days.columns.map(\.label) == ["1 May 2024", "2 May 2024", "3 May 2024"])
        let years = try #require(timeBuckets(stamps("1901-01-01", "2010-05-01", "2011-01-01", "2012-01-01", "2024-05-03")))
        #expect(years.unit == .year)
        #expect(years.columns.last?.label == "2024")
        #expect(TimeUnit.month.label(ofColumn: TimeUnit.month.column(of: Timestamp(year: 2011, month: 12, day: 31))) == "December 2011")
        #expect(TimeUnit.week.label(ofColumn: TimeUnit.week.column(of: Timestamp(year: 2024, month: 5, day: 1))) == "week of 29 April 2024")
        #expect(timeBuckets(stamps("2024-05-01", "2024-05-01", "2024-05-01", "2024-05-01", "2024-05-01")) == nil)
        #expect(timeBuckets(stamps("2024-05-01", "2024-05-02")) == nil)
    }

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
