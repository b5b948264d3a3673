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
            (codePoints(UnsafeBufferPointer(rebasing: utf8[..<range.lowerBound])), codePoints(UnsafeBufferPointer(rebasing: utf8[range])))
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
private func codePoints(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    let raw = UnsafeRawBufferPointer(bytes)
    var (continuations, place) = (0, 0)
    // Eight bytes at a time, most of them ASCII: every tagging asks, and from the beginning of its text.
    while place + 8 <= raw.count {
        let eight = raw.loadUnaligned(fromByteOffset: place, as: UInt64.self)
        if eight & 0x8080_8080_8080_8080 != 0 { continuations += (eight >> 7 & ~(eight >> 6) & 0x0101_0101_0101_0101).nonzeroBitCount }
        place += 8
    }
    while place < raw.count {
        if raw[place] & 0xC0 == 0x80 { continuations += 1 }
        place += 1
    }
    return raw.count - continuations
}
