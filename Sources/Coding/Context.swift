package import DiscourseModel

/// Words in their context, on one line: what stands left of them, they themselves, what stands right.
package struct Context: Hashable, Sendable {
    package var left: String
    package var words: String
    package var right: String

    /// - Parameter reach: code points on each side; a word is cut where they end, with an ellipsis.
    package init(of span: Range<Int>, in text: String, reach: Int) {
        let bytes = Array(text.utf8)
        let span = span.clamped(to: 0..<bytes.count)
        var start = span.lowerBound
        var points = 0
        while start > 0, points < reach {
            start -= 1
            if bytes[start] & 0xC0 != 0x80 { points += 1 }
        }
        var end = span.upperBound
        points = 0
        while end < bytes.count {
            if bytes[end] & 0xC0 != 0x80 {
                if points == reach { break }
                points += 1
            }
            end += 1
        }
        left = (start > 0 ? "…" : "") + oneLine(bytes[start..<span.lowerBound])
        words = oneLine(bytes[span])
        right = oneLine(bytes[span.upperBound..<end]) + (end < bytes.count ? "…" : "")
    }

    package init(of span: TextSpan, in text: String, reach: Int) { self.init(of: span.bytes, in: text, reach: reach) }
}

/// White space of any length becomes one blank.
func oneLine(_ bytes: some Sequence<UInt8>) -> String {
    var line: [UInt8] = []
    for byte in bytes {
        let isSpace = byte == 0x20 || (0x09...0x0D).contains(byte)
        if !isSpace { line.append(byte) } else if line.last != 0x20 { line.append(0x20) }
    }
    return String(decoding: line, as: UTF8.self)
}
