/// Plain text as a crawler leaves it: lines with their indentation and bullets.
package struct TextDocument: Sendable {
    /// The decoded text, valid UTF-8, with lines that a tool broke at the edge of its page whole again, and without the marks that it wrote for links and
    /// emphasis; as long as it was.
    package let bytes: [UInt8]
    /// The lines that hold something. Blank ones are counted in `blankBefore`.
    package let lines: [Line]

    package struct Line: Hashable, Sendable {
        /// First byte of the words: after indentation and bullet.
        package var start: Int
        /// One past the last byte that is not white space.
        package var end: Int
        /// Column of the first character that is not white space (the bullet, where there is one); a tab goes to the next multiple of 4.
        package var indent: Int
        /// Column of the words: the same as `indent` where there is no bullet, and smaller where the bullet stands alone above words at the margin.
        package var textIndent: Int
        package var bullet: Bullet
        /// Blank lines between this one and the one before.
        package var blankBefore: Int

        package var isEmpty: Bool { start == end }
        package var range: Range<Int> { start..<end }
    }

    /// The mark a crawler puts before a list item.
    package enum Bullet: UInt8, Sendable {
        case none, disc, dash, star, number
    }

    /// Splits text into lines at LF, CR, CRLF, NEL, VT, FF, U+2028 and U+2029.
    package init(utf8 bytes: [UInt8]) {
        self.bytes = PageMarks.removed(from: bytes)
        lines = self.bytes.withUnsafeBufferPointer(TextDocument.split)
    }

    /// The same text in other lines: ranges of its bytes, ascending.
    package init(_ document: TextDocument, lines: [Line]) { self.init(bytes: document.bytes, lines: lines) }

    /// Lines, and the bytes that they are ranges of.
    package init(bytes: [UInt8], lines: [Line]) { (self.bytes, self.lines) = (bytes, lines) }

    package func text(_ line: Line) -> String { String(decoding: bytes[line.range], as: UTF8.self) }
    package func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

    private static func split(_ bytes: UnsafeBufferPointer<UInt8>) -> [Line] {
        var lines: [Line] = []
        lines.reserveCapacity(bytes.count / 48 + 4)
        // A bullet alone in its line belongs to the words below.
        var blank = 0, at = 0, alone: Line?
        while at < bytes.count {
            var stop = at, next = bytes.count
            while stop < bytes.count {
                let width = breakWidth(bytes, stop)
                if width > 0 {
                    next = stop + width
                    break
                }
                stop += 1
            }
            if var line = line(bytes, at, stop, blank), !line.isEmpty {
                if let alone, line.bullet == .none, blank <= 2 { (line.indent, line.bullet) = (alone.indent, alone.bullet) }
                alone = nil
                lines.append(line)
                blank = 0
            } else {
                if let bullet = line(bytes, at, stop, blank) { (alone, blank) = (bullet, 0) }
                blank += 1
            }
            at = next
        }
        return lines
    }

    /// Bytes of the line break that begins here; 0 where none does.
    private static func breakWidth(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> Int {
        switch bytes[at] {
        case 0x0A, 0x0B, 0x0C: return 1
        case 0x0D: return at + 1 < bytes.count && bytes[at + 1] == 0x0A ? 2 : 1
        case 0xC2: return at + 1 < bytes.count && bytes[at + 1] == 0x85 ? 2 : 0
        case 0xE2: return at + 2 < bytes.count && bytes[at + 1] == 0x80 && bytes[at + 2] & 0xFE == 0xA8 ? 3 : 0
        default: return 0
        }
    }

    private static func line(_ bytes: UnsafeBufferPointer<UInt8>, _ from: Int, _ to: Int, _ blank: Int) -> Line? {
        var start = from, column = 0
        skipSpace(bytes, &start, to, &column)
        var end = to
        while end > start, bytes[end - 1] <= 0x20 || (bytes[end - 1] == 0xA0 && end - 2 >= start && bytes[end - 2] == 0xC2) {
            end -= bytes[end - 1] == 0xA0 ? 2 : 1
        }
        guard start < end else { return nil }
        let indent = column
        let (bullet, width) = bullet(bytes, start, end)
        if bullet != .none {
            start += width
            column += 1
            skipSpace(bytes, &start, end, &column)
            // At the margin a dash alone is a rule.
            guard start < end || indent > 0 || bullet == .disc else { return nil }
        }
        return Line(start: start, end: end, indent: indent, textIndent: bullet == .none ? indent : column, bullet: bullet, blankBefore: blank)
    }

    private static func skipSpace(_ bytes: UnsafeBufferPointer<UInt8>, _ at: inout Int, _ end: Int, _ column: inout Int) {
        while at < end {
            switch bytes[at] {
            case 0x09: column += 4 - column % 4
            case 0x00...0x20: column += 1
            case 0xC2 where at + 1 < end && bytes[at + 1] == 0xA0:
                column += 1
                at += 1
            case 0xEF where at + 2 < end && bytes[at + 1] == 0xBB && bytes[at + 2] == 0xBF: at += 2
            default: return
            }
            at += 1
        }
    }

    /// A bullet and its width in bytes. `-` and `*` count only with white space behind them; a number only as `12. `.
    private static func bullet(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int, _ end: Int) -> (Bullet, Int) {
        func spaceOrEnd(_ i: Int) -> Bool { i >= end || bytes[i] <= 0x20 }
        switch bytes[at] {
        case 0xE2 where at + 2 < end:
            // • U+2022, ‣ U+2023, ◦ U+25E6, ▪ U+25AA, ● U+25CF, ○ U+25CB, ∙ U+2219; before white space □ U+25A1, ■ U+25A0, ◎ U+25CE, △ U+25B3, ☆ U+2606, ★ U+2605
            switch (bytes[at + 1], bytes[at + 2]) {
            case (0x80, 0xA2), (0x80, 0xA3), (0x97, 0xA6), (0x96, 0xAA), (0x97, 0x8F), (0x97, 0x8B), (0x88, 0x99): return (.disc, 3)
            case (0x96, 0xA1), (0x96, 0xA0), (0x97, 0x8E), (0x96, 0xB3), (0x98, 0x86), (0x98, 0x85): return spaceOrEnd(at + 3) ? (.disc, 3) : (.none, 0)
            default: return (.none, 0)
            }
        case 0xC2 where at + 1 < end && bytes[at + 1] == 0xB7 && spaceOrEnd(at + 2): return (.disc, 2)
        case 0x2D where spaceOrEnd(at + 1): return (.dash, 1)
        case 0x2A where spaceOrEnd(at + 1): return (.star, 1)
        case 0x2B where spaceOrEnd(at + 1): return (.star, 1)
        case 0x30...0x39:
            var i = at
            while i < end, i - at < 4, (0x30...0x39).contains(bytes[i]) { i += 1 }
            return i < end && bytes[i] == 0x2E && (i + 1 < end ? bytes[i + 1] <= 0x20 : at > 0 && bytes[at - 1] == 0x20) ? (.number, i + 1 - at) : (.none, 0)
        default: return (.none, 0)
        }
    }
}
