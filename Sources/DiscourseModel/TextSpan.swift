/// A stretch of one text, half open, in UTF-8 bytes and in Unicode code points.
///
/// Both are kept because readers differ: SQLite, Swift and PCRE2 count bytes; Python, R and annotation tools count code points.
package struct TextSpan: Hashable, Sendable, Codable {
    /// UTF-8 bytes from the beginning of the text.
    package var start: Int
    package var end: Int
    /// Unicode code points from the beginning of the text.
    package var codePointStart: Int
    package var codePointEnd: Int

    package init(start: Int, end: Int, codePointStart: Int, codePointEnd: Int) {
        self.start = start
        self.end = end
        self.codePointStart = codePointStart
        self.codePointEnd = codePointEnd
    }

    /// The span of a byte range in `text`; the range must begin and end between code points.
    package init(bytes range: Range<Int>, in text: String) {
        var text = text
        let (before, inside) = text.withUTF8 { utf8 in
            (codePoints(utf8[..<range.lowerBound]), codePoints(utf8[range]))
        }
        self.init(start: range.lowerBound, end: range.upperBound, codePointStart: before, codePointEnd: before + inside)
    }

    package var bytes: Range<Int> { start..<end }
    package var isEmpty: Bool { start == end }

    package func overlaps(_ other: TextSpan) -> Bool { start < other.end && other.start < end }
    package func contains(_ other: TextSpan) -> Bool { start <= other.start && other.end <= end }

    /// The words the span covers.
    package func text(in whole: String) -> String {
        String(decoding: whole.utf8.dropFirst(start).prefix(end - start), as: UTF8.self)
    }
}

/// Code points in a run of valid UTF-8: its bytes that are no continuation bytes.
private func codePoints(_ bytes: some Sequence<UInt8>) -> Int {
    var count = 0
    for byte in bytes where byte & 0xC0 != 0x80 { count += 1 }
    return count
}
