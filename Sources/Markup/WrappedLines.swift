/// Lines that a tool broke at the edge of its page (Markdown of 78 columns, the dump of a text browser, a mail), put together again: a name, a time or
/// the address of a link may stand on both sides of such a break.
///
/// A break was made at the edge where the next word would have reached beyond it. That is so at nearly every break between long lines of one paragraph,
/// or the text has no edge and stays as it is.
struct WrappedLines {
    private let bytes: [UInt8]
    private let isMarkdown: Bool
    private var rows: [Row] = []

    /// The text with those breaks as blanks. It is as long as it was: white space at the end of the whole line makes up for what is gone.
    static func joined(_ bytes: [UInt8], isMarkdown: Bool) -> [UInt8] {
        let lines = WrappedLines(bytes, isMarkdown: isMarkdown)
        guard let edge = lines.edge() else { return bytes }
        return lines.written(edge)
    }

    /// A line that holds something, measured in columns: a wide sign of East Asia takes two.
    private struct Row {
        /// Where the words begin and end, and where the line does, in bytes.
        var start: Int
        var end: Int
        var stop: Int
        /// Whether an empty line stands above.
        var isParted: Bool
        /// Column of the first sign, and of the words behind a bullet.
        var indent: Int
        var words: Int
        /// One past the last column.
        var width: Int
        /// Columns of the first word, and whether there is no other.
        var first: Int
        var isOneWord: Bool
        /// A bullet, a number, a mark of a quotation or a heading: no line goes on with it.
        var opens: Bool
        /// Two blanks at the end are Markdown's sign of a break that is meant.
        var isClosed: Bool
    }

    private init(_ bytes: [UInt8], isMarkdown: Bool) {
        (self.bytes, self.isMarkdown) = (bytes, isMarkdown)
        var from = 0, isParted = true
        while from < bytes.count {
            var end = from
            while end < bytes.count, bytes[end] != 0x0A { end += 1 }
            let row = measure(from, end, isParted)
            if let row { rows.append(row) }
            isParted = row == nil
            from = end + 1
        }
    }

    /// `nil` for an empty line.
    private func measure(_ from: Int, _ end: Int, _ isParted: Bool) -> Row? {
        var start = from, indent = 0, stop = end
        while start < end, bytes[start] <= 0x20 {
            indent += bytes[start] == 0x09 ? 4 - indent % 4 : 1
            start += 1
        }
        while stop > start, bytes[stop - 1] <= 0x20 { stop -= 1 }
        guard start < stop else { return nil }
        var row = Row(start: start, end: stop, stop: end, isParted: isParted, indent: indent, words: indent, width: indent, first: 0, isOneWord: true, opens: false, isClosed: false)
        row.isClosed = isMarkdown && end - stop >= 2 && bytes[end - 1] == 0x20 && bytes[end - 2] == 0x20
        let mark = opening(start, stop)
        row.opens = mark > 0
        row.words += mark
        for at in start..<stop {
            let columns = WrappedLines.columns(bytes, at)
            if row.isOneWord, bytes[at] <= 0x20 || columns == 2 && row.first > 0 { row.isOneWord = false }
            if row.isOneWord { row.first += columns }
            row.width += columns
        }
        return row
    }

    /// Columns of a bullet and the blanks behind it; 1 for another mark that opens a line.
    private func opening(_ start: Int, _ end: Int) -> Int {
        var at = start
        while at < end, (0x30...0x39).contains(bytes[at]) { at += 1 }
        // "12. ", or one of "*+-o•".
        if at > start {
            guard at < end, bytes[at] == 0x2E else { return 0 }
            at += 1
        } else if bytes[start] == 0x2A || bytes[start] == 0x2B || bytes[start] == 0x2D || bytes[start] == 0x6F {
            at += 1
        } else if bytes[start] == 0xE2, start + 2 < end, bytes[start + 1] == 0x80, bytes[start + 2] == 0xA2 {
            at += 3
        } else {
            return bytes[start] == 0x3E || bytes[start] == 0x7C || bytes[start] == 0x23 ? 1 : 0
        }
        guard at < end, bytes[at] <= 0x20 else { return 0 }
        var columns = bytes[start] == 0xE2 ? 1 : at - start
        while at < end, bytes[at] <= 0x20 { (at, columns) = (at + 1, columns + 1) }
        return columns
    }

    private static func columns(_ bytes: [UInt8], _ at: Int) -> Int {
        switch bytes[at] {
        case 0x80...0xBF: 0
        case 0xE3...0xED: 2
        case 0xEF: at + 1 < bytes.count && bytes[at + 1] >= 0xBC ? 2 : 1
        default: 1
        }
    }

    /// Whether a line could go on in the next: nothing parts them, and that one's words begin where its own do.
    private func couldGoOn(_ index: Int) -> Bool {
        let row = rows[index], next = rows[index + 1]
        return !next.isParted && !next.opens && !row.isClosed && next.indent == row.words && bytes[row.start] != 0x3E && bytes[row.start] != 0x23
    }

    private static let widest = 250, narrowest = 50, fewest = 6

    /// The column of the edge; `nil` where there is none.
    private func edge() -> Int? {
        guard rows.count > WrappedLines.fewest else { return nil }
        // For each width the breaks that it explains, and the lines that are as long or longer.
        var explained = [Int](repeating: 0, count: WrappedLines.widest + 2), lengths = explained
        for index in rows.indices.dropLast() where couldGoOn(index) {
            let row = rows[index], next = rows[index + 1]
            // An address beyond any edge tells nothing.
            if row.isOneWord { continue }
            lengths[min(row.width, WrappedLines.widest)] += 1
            guard row.width <= WrappedLines.widest else { continue }
            explained[row.width] += 1
            explained[min(row.width + 1 + next.first, WrappedLines.widest + 1)] -= 1
        }
        for width in 1..<explained.count { explained[width] += explained[width - 1] }
        for width in lengths.indices.dropLast().reversed() { lengths[width] += lengths[width + 1] }
        guard let edge = (WrappedLines.narrowest..<WrappedLines.widest).max(by: { explained[$0] < explained[$1] }), explained[edge] >= WrappedLines.fewest else { return nil }
        return explained[edge] * 10 >= lengths[edge * 2 / 3] * 7 ? edge : nil
    }

    private func isBroken(_ index: Int, _ edge: Int) -> Bool {
        guard index + 1 < rows.count, couldGoOn(index) else { return false }
        let row = rows[index]
        if endsSentence(row), rows[index + 1].width * 2 < edge { return false }
        return row.width <= edge ? row.width + 1 + rows[index + 1].first > edge : row.isOneWord
    }

    /// Whether a sentence ends with the line: a short line below may be the header of another comment or a button, and is no name's or time's other half.
    private func endsSentence(_ row: Row) -> Bool {
        var at = row.end - 1
        // Behind a quotation mark or a bracket.
        while at > row.start, bytes[at] == 0x22 || bytes[at] == 0x29 || bytes[at] == 0x27 { at -= 1 }
        return bytes[at] == 0x2E || bytes[at] == 0x21 || bytes[at] == 0x3F || bytes[at] == 0xA6 && at >= row.start + 2 && bytes[at - 1] == 0x80
    }

    private func written(_ edge: Int) -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(bytes.count)
        var index = 0, written = 0
        while index < rows.count {
            var last = index
            out += bytes[written..<rows[index].end]
            while isBroken(last, edge) {
                last += 1
                let next = rows[last]
                if isParted(rows[last - 1].end, next.start) { out.append(0x20) }
                out += bytes[next.start..<next.end]
            }
            // The white space at the end of a line that nothing was taken from stays what it was.
            if last > index { while out.count < rows[last].stop { out.append(0x20) } }
            (written, index) = (out.count, last + 1)
        }
        out += bytes[written...]
        return out
    }

    /// Whether a blank stood at the break: a word may be broken behind its hyphen, and between ideographs there are none.
    private func isParted(_ end: Int, _ start: Int) -> Bool {
        if bytes[end - 1] == 0x2D, end >= 2, bytes[end - 2] > 0x20, bytes[end - 2] != 0x2D { return false }
        return !(bytes[start] >= 0xE3 && bytes[start] <= 0xED && end >= 3 && (0xE3...0xEF).contains(bytes[end - 3]))
    }
}
