/// A stretch of a text that its author marks as someone else's words, in UTF-8 bytes.
struct MarkedPassage: Equatable {
    /// With the marks.
    var outer: Range<Int>
    /// Without them.
    var inner: Range<Int>
}

/// The passages of a text between quotation marks, in BBCode `[quote]`, and on lines that begin with `>`; in the order of the text.
/// Marks that stand inside a passage belong to it. A mark that is not closed within its paragraph and the next two marks nothing
/// (an author may quote two paragraphs), unless each paragraph opens anew.
func markedPassages(in text: String) -> [MarkedPassage] {
    var text = text
    return text.withUTF8 { bytes in
        var passages: [MarkedPassage] = []
        var at = 0
        var lineStart = true
        // Where the search behind an unclosed mark ended: another of its kind before that place is not closed either.
        var unclosed: [Unicode.Scalar: Int] = [:]
        while at < bytes.count {
            let byte = bytes[at]
            if !lineStart, !mayMark(byte) {
                at += 1
                continue
            }
            if lineStart, let end = prefixedLines(bytes, from: at) {
                passages.append(end)
                at = end.outer.upperBound
                continue
            }
            lineStart = byte == 0x0A || lineStart && (byte == 0x20 || byte == 0x09)
            if byte == 0x5B, let passage = bracketedQuote(bytes, from: at, &unclosed) {
                passages.append(passage)
                at = passage.outer.upperBound
                continue
            }
            if let passage = quoted(bytes, from: at, &unclosed) {
                passages.append(passage)
                at = passage.outer.upperBound
                continue
            }
            at += byte < 0x80 ? 1 : decodeScalar(bytes, at).length
        }
        return passages
    }
}

/// Whether a byte ends a line, or may begin a mark: most do neither.
private func mayMark(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x0A, 0x22, 0x27, 0x5B, 0xC2, 0xE2, 0xE3: true
    default: false
    }
}

/// Lines from here on that begin with `>` or `»` and a blank (e-mail and Usenet style), as one passage.
private func prefixedLines(_ bytes: UnsafeBufferPointer<UInt8>, from begin: Int) -> MarkedPassage? {
    var at = begin
    var end = begin
    var first: Int?
    while at < bytes.count {
        var mark = at
        while mark < bytes.count, bytes[mark] == 0x20 || bytes[mark] == 0x09 { mark += 1 }
        guard mark < bytes.count, bytes[mark] == 0x3E else { break }
        let next = mark + 1 < bytes.count ? bytes[mark + 1] : 0x0A
        // ">_<", ">:(" and ">=" are no quotations.
        guard next != 0x5F, next != 0x3D, next != 0x3A, next != 0x2E else { break }
        if first == nil { first = mark + 1 }
        while at < bytes.count, bytes[at] != 0x0A { at += 1 }
        end = at
        if at < bytes.count { at += 1 }
    }
    guard let first, first < end else { return nil }
    return MarkedPassage(outer: begin..<end, inner: first..<end)
}

/// `[quote] ... [/quote]` and `[quote=name] ... [/quote]`, nested ones inside.
private func bracketedQuote(
    _ bytes: UnsafeBufferPointer<UInt8>, from begin: Int, _ unclosed: inout [Unicode.Scalar: Int]
) -> MarkedPassage? {
    guard unclosed["["] == nil else { return nil }
    func tag(_ at: Int) -> (opens: Bool, end: Int)? {
        guard at < bytes.count, bytes[at] == 0x5B else { return nil }
        var name = at + 1
        let closes = name < bytes.count && bytes[name] == 0x2F
        if closes { name += 1 }
        guard name + 5 < bytes.count, (0..<5).allSatisfy({ bytes[name + $0] | 0x20 == quoteWord[$0] }) else { return nil }
        var end = name + 5
        while end < bytes.count, bytes[end] != 0x5D, end - at < 120, bytes[end] != 0x0A { end += 1 }
        guard end < bytes.count, bytes[end] == 0x5D else { return nil }
        return (!closes, end + 1)
    }
    guard let opening = tag(begin), opening.opens else { return nil }
    var depth = 1
    var at = opening.end
    while at < bytes.count {
        if bytes[at] == 0x5B, let found = tag(at) {
            depth += found.opens ? 1 : -1
            if depth == 0 { return MarkedPassage(outer: begin..<found.end, inner: opening.end..<at) }
            at = found.end
        } else {
            at += 1
        }
    }
    unclosed["["] = bytes.count
    return nil
}

private let quoteWord: [UInt8] = [0x71, 0x75, 0x6F, 0x74, 0x65]

/// A passage whose opening mark begins at this byte.
private func quoted(_ bytes: UnsafeBufferPointer<UInt8>, from begin: Int, _ unclosed: inout [Unicode.Scalar: Int]) -> MarkedPassage? {
    let lead = bytes[begin]
    guard lead != 0x0A, lead != 0x5B, mayMark(lead) else { return nil }
    let (opening, length) = lead < 0x80 ? (Unicode.Scalar(lead), 1) : decodeScalar(bytes, begin)
    // A straight or single mark opens only where a word may begin: not inside one, not after a closing mark.
    if begin > 0, opening != "「", opening != "『", !opensAfter(bytes[begin - 1]) { return nil }
    guard let closers = closingMarks[opening], begin >= unclosed[opening] ?? 0 else { return nil }
    let inner = begin + length
    guard inner < bytes.count, bytes[inner] != 0x20 || opening == "«" || opening == "»", bytes[inner] != 0x0A else { return nil }
    var at = inner
    var breaks = 0
    var depth = 0
    while at < bytes.count, at - inner < 12_000 {
        let byte = bytes[at]
        if byte == 0x0A, at + 1 < bytes.count, bytes[at + 1] == 0x0A {
            breaks += 1
            if breaks > 2 { break }
        }
        guard byte == 0x22 || byte == 0x27 || byte == 0xC2 || byte == 0xE2 || byte == 0xE3 else {
            at += 1
            continue
        }
        let (mark, width) = byte < 0x80 ? (Unicode.Scalar(byte), 1) : decodeScalar(bytes, at)
        // A paragraph of a longer quotation opens anew; elsewhere the same mark again opens a quotation within.
        if mark == opening, !closers.contains(mark), bytes[at - 1] != 0x0A { depth += 1 }
        if closers.contains(mark), closes(bytes, at, at + width, mark) {
            if depth == 0 {
                guard at > inner else { return nil }
                return MarkedPassage(outer: begin..<(at + width), inner: inner..<at)
            }
            depth -= 1
        }
        at += width
    }
    unclosed[opening] = at
    return nil
}

/// Which marks close a quotation that a mark opened (Unicode CLDR's delimiters of the world's languages).
private let closingMarks: [Unicode.Scalar: Set<Unicode.Scalar>] = [
    "\"": ["\"", "”"], "“": ["”", "\""], "”": ["”"], "„": ["“", "”", "\"", "„"], "‟": ["”"],
    "«": ["»"], "»": ["«", "»"], "‹": ["›"], "›": ["‹"], "‘": ["’", "'"], "‚": ["‘", "’"], "'": ["'", "’"],
    "「": ["」"], "『": ["』"], "《": ["》"],
]

private func opensAfter(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x20, 0x09, 0x0A, 0x28, 0x5B, 0x2D, 0x2F, 0x3A, 0x2C, 0x3E: true
    // The last byte of a dash, an ellipsis, a no-break space or a full-width mark; a letter's last byte may be the same, seldom.
    case 0x93, 0x94, 0xA0, 0xA6, 0x82, 0x8C, 0x9A: true
    default: false
    }
}

/// Whether a mark at the place closes: single and double straight marks do where no word goes on behind them, and something stands before.
private func closes(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int, _ behind: Int, _ mark: Unicode.Scalar) -> Bool {
    switch mark {
    case "\"", "'", "’":
        if behind < bytes.count {
            let next = bytes[behind]
            if next &- 0x30 < 10 || next &- 0x41 < 26 || next &- 0x61 < 26 || next >= 0xC3 && next <= 0xDF { return false }
        }
        return at > 0 && bytes[at - 1] != 0x20
    default:
        return true
    }
}
