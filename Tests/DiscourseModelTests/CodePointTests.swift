import DiscourseModel
import Testing

@Suite struct CodePointTests {
    /// Bytes are counted eight at a time; every place of a text that has characters of all lengths is tried.
    @Test func spansCountCodePoints() {
        let text = "plain ASCII, naïve été, война, 媒体, 👩‍👩‍👧 and \u{1F600}\u{1F600} again, to the end"
        let places = [0] + text.unicodeScalars.indices.dropFirst().map { text.utf8.distance(from: text.startIndex, to: $0) } + [text.utf8.count]
        for (start, first) in places.enumerated() {
            for (end, last) in places.enumerated() where end >= start {
                #expect(TextSpan(bytes: first..<last, in: text) == TextSpan(start: first, end: last, codePointStart: start, codePointEnd: end))
            }
        }
    }
}
