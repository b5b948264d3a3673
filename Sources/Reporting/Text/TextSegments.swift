/// A stretch of a text over which the same spans lie.
struct TextSegment: Hashable, Sendable {
    /// UTF-8 bytes of the text.
    var range: Range<Int>
    /// Which of the spans cover it, ascending.
    var spans: [Int]
}

/// Cuts a text at the ends of spans that may overlap, so that each segment is covered by one set of spans.
///
/// The segments follow one another and together are the whole of `range`. What a span has outside of the range is left out,
/// and an end that would fall inside a code point moves back to the code point's beginning.
func textSegments(of utf8: [UInt8], in range: Range<Int>, spans: [Range<Int>]) -> [TextSegment] {
    guard !range.isEmpty else { return [] }
    func aligned(_ offset: Int) -> Int {
        var offset = min(max(offset, range.lowerBound), range.upperBound)
        while offset > range.lowerBound, offset < utf8.count, utf8[offset] & 0xC0 == 0x80 { offset -= 1 }
        return offset
    }
    var cuts: [(at: Int, span: Int, opens: Bool)] = []
    for (index, span) in spans.enumerated() {
        let (start, end) = (aligned(span.lowerBound), aligned(span.upperBound))
        guard start < end else { continue }
        cuts.append((start, index, true))
        cuts.append((end, index, false))
    }
    cuts.sort { ($0.at, $0.span) < ($1.at, $1.span) }

    var segments: [TextSegment] = []
    var open: [Int] = []
    var at = range.lowerBound
    for cut in cuts {
        if cut.at > at {
            segments.append(TextSegment(range: at..<cut.at, spans: open))
            at = cut.at
        }
        if cut.opens {
            open.insert(cut.span, at: open.firstIndex { $0 > cut.span } ?? open.count)
        } else {
            open.removeAll { $0 == cut.span }
        }
    }
    if at < range.upperBound { segments.append(TextSegment(range: at..<range.upperBound, spans: open)) }
    return segments
}

/// The paragraphs of a text: the byte ranges between its empty lines.
func paragraphs(of utf8: [UInt8]) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var start: Int?
    var lineStart = 0
    var lastEnd = 0
    func isBlank(_ line: ArraySlice<UInt8>) -> Bool { line.allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D } }
    for end in 0...utf8.count where end == utf8.count || utf8[end] == 0x0A {
        if isBlank(utf8[lineStart..<end]) {
            if let open = start { ranges.append(open..<lastEnd) }
            start = nil
        } else {
            if start == nil { start = lineStart }
            lastEnd = end
        }
        lineStart = end + 1
    }
    if let open = start { ranges.append(open..<lastEnd) }
    return ranges
}
