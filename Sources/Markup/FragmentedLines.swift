/// Lines of a tool that gives every piece of text of a page a line of its own, put together again: the name in a link, the comma behind it, the number in
/// brackets.
///
/// No line of a page begins with a comma or ends with a bracket that opens, so a text with several such lines was made by such a tool.
struct FragmentedLines {
    private let bytes: [UInt8]
    private var pieces: [Piece] = []

    /// The text with such pieces in one line. It is as long as it was: white space at the end of the whole line makes up for what is gone.
    static func joined(_ bytes: [UInt8]) -> [UInt8] {
        let lines = FragmentedLines(bytes)
        let torn = lines.pieces.count { lines.closes($0) && lines.bytes[$0.start] != 0x7C || lines.opens($0) }
        return torn >= fewest && torn * 250 >= lines.pieces.count ? lines.written() : bytes
    }

    private static let fewest = 3

    /// A line that holds something.
    private struct Piece {
        var from: Int
        var start: Int
        var end: Int
        /// Empty lines above.
        var blanks: Int
        var count: Int { end - start }
    }

    private init(_ bytes: [UInt8]) {
        self.bytes = bytes
        var from = 0, blanks = 0
        while from < bytes.count {
            var end = from
            while end < bytes.count, bytes[end] != 0x0A { end += 1 }
            var start = from, stop = end
            while start < stop, bytes[start] <= 0x20 { start += 1 }
            while stop > start, bytes[stop - 1] <= 0x20 { stop -= 1 }
            if start < stop {
                pieces.append(Piece(from: from, start: start, end: stop, blanks: blanks))
                blanks = 0
            } else {
                blanks += 1
            }
            from = end + 1
        }
    }

    /// Begins with a mark that stands behind words: ", 3 May", ")". A smiley or dots are words of their own.
    private func closes(_ piece: Piece) -> Bool {
        let next = piece.count > 1 ? bytes[piece.start + 1] : 0x20
        switch bytes[piece.start] {
        // , ; ) ]
        case 0x2C, 0x29, 0x5D: return true
        // "| 3 May", and no row of a table.
        case 0x7C: return next == 0x20 && piece.count > 2 && bytes[piece.end - 1] != 0x7C
        // : ; . ! ?
        case 0x3A, 0x3B, 0x2E, 0x21, 0x3F: return next <= 0x20
        default: return false
        }
    }

    private func opens(_ piece: Piece) -> Bool { bytes[piece.end - 1] == 0x28 && !isSmiley(piece.end - 1, piece.start) || bytes[piece.end - 1] == 0x5B }

    /// ":(", ";-(".
    private func isSmiley(_ bracket: Int, _ start: Int) -> Bool { bracket > start && [0x3A, 0x3B, 0x2D, 0x3D].contains(bytes[bracket - 1]) }

    /// The last piece of "(1068986)", "( not verified )", which says something of what stands before; or of what a bracket alone in its line opens.
    private func bracketed(from index: Int) -> Int? {
        let first = pieces[index]
        guard bytes[first.start] == 0x28, let last = leavesOpen(first.start..<first.end) ? closing(after: index) : index else { return nil }
        return first.count == 1 || bytes[pieces[last].end - 1] == 0x29 && pieces[last].end - first.start <= 60 ? last : nil
    }

    /// The last bracket of a line, where it opens and does not close: "( Score:".
    private func leavesOpen(_ range: Range<Int>) -> Bool {
        guard range.count <= 120, let bracket = bytes[range].lastIndex(where: { $0 == 0x28 || $0 == 0x29 }) else { return false }
        return bytes[bracket] == 0x28 && !isSmiley(bracket, range.lowerBound)
    }

    /// The piece, of the few short ones that come next, that closes a bracket.
    private func closing(after index: Int) -> Int? {
        for next in index + 1..<min(pieces.count, index + 5) {
            guard pieces[next].count <= 40, pieces[next].blanks <= 1 else { return nil }
            if let bracket = bytes[pieces[next].start..<pieces[next].end].first(where: { $0 == 0x28 || $0 == 0x29 }) { return bracket == 0x29 ? next : nil }
        }
        return nil
    }

    private func written() -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(bytes.count)
        var index = 0, written = 0
        while index < pieces.count {
            let first = pieces[index]
            out += bytes[written..<first.end]
            var last = index, until = leavesOpen(first.start..<first.end) ? closing(after: index) ?? index : index
            while last + 1 < pieces.count {
                let piece = pieces[last], next = pieces[last + 1]
                guard next.blanks <= 1 else { break }
                if opens(piece) || closes(next) {
                    // No blank stands within a bracket or before a comma.
                    if bytes[next.start] == 0x7C { out.append(0x20) }
                } else if last < until {
                    out.append(0x20)
                } else if piece.count <= 60, bytes[piece.end - 1] != 0x2E, let end = bracketed(from: last + 1) {
                    out.append(0x20)
                    until = end
                } else {
                    break
                }
                out += bytes[next.start..<next.end]
                last += 1
                if last >= until, leavesOpen(next.start..<next.end) { until = closing(after: last) ?? last }
            }
            // The empty lines between the pieces are gone, the break behind them stays.
            var end = pieces[last].end
            while end < bytes.count, bytes[end] != 0x0A { end += 1 }
            while out.count < end { out.append(0x20) }
            written = end
            index = last + 1
        }
        out += bytes[written...]
        return out
    }
}
