import Markup
import TimeExpressions

/// A text's lines, parted where a crawler put into one line what a page shows apart: the cells of a table; a comment's header and its words
/// ("Jo (3 May 2024, 09:10): We took the ferry."), its words and the signature behind them ("We took the ferry. – Jo 3 May 2024, 09:10"); the number
/// or the name before the words, where the time has a line of its own ("#3 We took the ferry.", "Jo: We took the ferry.").
///
/// A sentence with a date looks much the same, so lines of one frame (the marks and known words around name and time) must recur.
struct FusedLines {
    /// The same bytes in more lines.
    let document: TextDocument
    /// Lines that are the header or the signature of the one before or behind, by index.
    let headers: Set<Int>
    let signatures: Set<Int>
    /// Lines that hold nothing but the number of the words behind it.
    let numbers: Set<Int>
    /// The line of the whole text that each line is a part of.
    private let wholes: [Int]
    private let whole: TextDocument

    init(_ whole: TextDocument, reader: TimeReader) {
        self.whole = whole
        var frames = whole.bytes.withUnsafeBufferPointer { bytes in whole.lines.map { FusedFrame.find(bytes, $0.range, reader) } }
        var seen: [String: Int] = [:]
        for frame in frames { if let frame { seen[frame.make, default: 0] += 1 } }
        for index in frames.indices { if let frame = frames[index], seen[frame.make, default: 0] < FusedLines.fewest { frames[index] = nil } }
        let leads = LeadingParts(whole, reader: reader).cuts
        var lines: [TextDocument.Line] = [], wholes: [Int] = [], headers: Set<Int> = [], signatures: Set<Int> = [], numbers: Set<Int> = []
        lines.reserveCapacity(whole.lines.count)
        for (index, line) in whole.lines.enumerated() {
            if let frame = frames[index] {
                if frame.isBehind { signatures.insert(lines.count + 1) } else { headers.insert(lines.count) }
                lines += FusedLines.part(line, [line.start..<frame.cut, frame.cut..<line.end], whole.bytes)
            } else if let cut = leads[index] {
                if whole.bytes[line.start] == 0x23 { numbers.insert(lines.count) }
                lines += FusedLines.part(line, [line.start..<cut, cut..<line.end], whole.bytes)
            } else {
                lines += FusedLines.part(line, FusedLines.cells(line.range, whole.bytes), whole.bytes)
            }
            while wholes.count < lines.count { wholes.append(index) }
        }
        document = TextDocument(whole, lines: lines)
        (self.headers, self.signatures, self.numbers, self.wholes) = (headers, signatures, numbers, wholes)
    }

    /// The lines of the whole text all of which is claimed, or most: a header claims no paragraph.
    func claimed(_ parts: NodeSet) -> NodeSet {
        guard wholes.count > whole.lines.count else { return parts }
        var claimed = NodeSet(capacity: whole.lines.count)
        for (part, line) in wholes.enumerated() where parts.contains(part) { claimed.insert(line..<line + 1) }
        return claimed
    }

    private static let fewest = 3

    /// The cells of a table's row, which crawlers part by tabs.
    private static func cells(_ range: Range<Int>, _ bytes: [UInt8]) -> [Range<Int>] {
        guard bytes[range].contains(0x09) else { return [range] }
        return bytes[range].split(separator: 0x09).map { $0.startIndex..<$0.endIndex }
    }

    /// The first part keeps the line's bullet and blank lines; white space around the parts is dropped.
    private static func part(_ line: TextDocument.Line, _ parts: [Range<Int>], _ bytes: [UInt8]) -> [TextDocument.Line] {
        guard parts.count > 1 else { return [line] }
        var out: [TextDocument.Line] = []
        for range in parts {
            var start = range.lowerBound, end = range.upperBound
            while start < end, bytes[start] <= 0x20 { start += 1 }
            while end > start, bytes[end - 1] <= 0x20 { end -= 1 }
            guard start < end else { continue }
            var part = line
            (part.start, part.end) = (start, end)
            if !out.isEmpty { (part.indent, part.bullet, part.blankBefore) = (line.textIndent, .none, 0) }
            out.append(part)
        }
        return out
    }
}

/// A header before the words of its line, or a signature behind them.
struct FusedFrame {
    /// Where the words begin, or end.
    var cut: Int
    var isBehind: Bool
    /// The marks and known words around name and time: equal for lines of one make.
    var make: String

    /// The widest header.
    private static let reach = 110

    static func find(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ reader: TimeReader) -> FusedFrame? {
        guard range.count >= 24 else { return nil }
        return header(bytes, range, reader) ?? signature(bytes, range, reader)
    }

    /// "Jo (3 May 2024, 09:10): ", "[3 May 2024, 09:10] Jo: ", "Jo, 3 May 2024 - ".
    private static func header(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ reader: TimeReader) -> FusedFrame? {
        let head = range.lowerBound..<boundary(bytes, min(range.upperBound, range.lowerBound + reach), down: range.lowerBound)
        guard bytes[head].contains(where: { (0x30...0x39).contains($0) }),
            let found = reader.first(in: String(decoding: bytes[head], as: UTF8.self)), found.range.count >= 5
        else { return nil }
        let time = head.lowerBound + found.range.lowerBound..<head.lowerBound + found.range.upperBound
        let before = LineToken.split(bytes, head.lowerBound..<time.lowerBound)
        guard before.count(where: { $0.kind == .word }) <= 6, !before.contains(where: { $0.kind == .mark && ".!?;".contains($0.folded) && $0.range.upperBound < time.lowerBound && bytes[$0.range.upperBound] == 0x20 && endsSentence(bytes, $0.range.lowerBound, from: head.lowerBound) })
        else { return nil }
        // What follows the time at once: closing brackets, a colon, a dash.
        var at = time.upperBound, marks = ""
        while at < head.upperBound, marks.count < 4 {
            let (scalar, width) = LineToken.decode(bytes, at, head.upperBound)
            guard LineToken.kind(scalar) == .mark || scalar == " " else { break }
            if scalar != " " { marks.unicodeScalars.append(scalar) }
            at += width
        }
        // "Jo says: 3 May 2024, 09:10 We took the ferry."
        let isSaid = marks.isEmpty && before.last?.folded == ":" && before.dropLast().last?.classes.contains(.says) == true
        if isSaid, before.contains(where: \.isUnknownWord), LineToken.split(bytes, time.upperBound..<head.upperBound).count(where: { $0.kind == .word }) >= 2 { return FusedFrame(cut: time.upperBound, isBehind: false, make: "h " + frame(before) + "T") }
        guard let first = marks.first, ")]>:|–—-·•»".contains(first), at < range.upperBound else { return nil }
        // Bars and dots part buttons as well: "Jo 3 hours ago | parent | next"; and buttons may be all there is: "Jo (3 hours ago) Reply".
        if LineToken.split(bytes, at..<boundary(bytes, min(range.upperBound, at + reach), down: at)).count(where: \.isUnknownWord) < ("|·•»-".contains(first) ? 4 : 1) { return nil }
        let named = before.contains(where: \.isUnknownWord)
        if !named {
            // The name stands behind the time, up to a colon.
            let behind = LineToken.split(bytes, at..<head.upperBound)
            guard let colon = behind.firstIndex(where: { $0.folded == ":" || $0.folded == ">" }), colon >= 1, colon <= 5, behind[..<colon].contains(where: \.isUnknownWord),
                behind[..<colon].allSatisfy({ $0.kind != .mark || "<@_-.+".contains($0.folded) }), behind[colon].range.upperBound < range.upperBound,
                // "3 May 2024 10:22 : Jo : edit" ends with a button.
                LineToken.split(bytes, behind[colon].range.upperBound..<boundary(bytes, min(range.upperBound, behind[colon].range.upperBound + reach), down: behind[colon].range.upperBound)).contains(where: \.isUnknownWord)
            else { return nil }
            return FusedFrame(cut: behind[colon].range.upperBound, isBehind: false, make: "h " + frame(before) + "T" + marks + " W" + behind[colon].folded)
        }
        return FusedFrame(cut: at, isBehind: false, make: "h " + frame(before) + "T" + marks)
    }

    /// "– Jo 3 May 2024, 09:10", "Jo (talk) 09:10, 3 May 2024 (UTC)", "Posted by Jo on 3 May 2024".
    private static func signature(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ reader: TimeReader) -> FusedFrame? {
        let tail = boundary(bytes, max(range.lowerBound, range.upperBound - reach), up: range.upperBound)..<range.upperBound
        guard bytes[tail].contains(where: { (0x30...0x39).contains($0) }) else { return nil }
        let tokens = LineToken.split(bytes, tail)
        // Where a name may begin: behind a dash, or behind the end of a sentence.
        var starts: [(at: Int, mark: String)] = []
        for (index, token) in tokens.enumerated() where token.kind == .mark && index + 1 < tokens.count {
            let isSpaced = token.range.upperBound < tokens[index + 1].range.lowerBound && token.range.upperBound < tail.upperBound
            if "–—~•―".contains(token.folded) || token.folded == "-" && isSpaced && bytes[token.range.lowerBound - 1] == 0x20 {
                starts.append((token.range.lowerBound, token.folded == "-" || token.folded == "—" ? "–" : token.folded))
            } else if ".!?\")”…".contains(token.folded), token.folded != "." || isSpaced && !(index > 0 && tokens[index - 1].range.count == 1 && tokens[index - 1].isCapitalised) {
                starts.append((tokens[index + 1].range.lowerBound, "."))
            }
        }
        for (start, mark) in starts.reversed() where start > range.lowerBound + 1 {
            guard let found = reader.first(in: String(decoding: bytes[start..<range.upperBound], as: UTF8.self)), found.range.count >= 5 else { continue }
            let time = start + found.range.lowerBound..<start + found.range.upperBound
            let name = LineToken.split(bytes, start..<time.lowerBound), rest = LineToken.split(bytes, time.upperBound..<range.upperBound)
            let words = name.count { $0.kind == .word }
            guard words >= 1, words <= 6, name.contains(where: \.isUnknownWord), rest.count <= 4, rest.allSatisfy({ $0.kind == .mark || !$0.classes.isEmpty || $0.range.count <= 4 && $0.kind == .word })
            else { continue }
            // Behind a sentence there must be more than a name and a time, or the name stands alone there.
            let isTelling = mark != "." || name.contains { $0.classes.contains(.by) || $0.classes.contains(.posted) || Vocabulary.signatureLinks.contains($0.folded) }
            guard isTelling else { continue }
            return FusedFrame(cut: start, isBehind: true, make: "s " + mark + frame(name) + "T")
        }
        return nil
    }

    /// Whether what stands before a mark is a word and no initial: "Nora P." goes on.
    private static func endsSentence(_ bytes: UnsafeBufferPointer<UInt8>, _ mark: Int, from start: Int) -> Bool {
        mark - start > 3 && bytes[(mark - 3)..<mark].allSatisfy { $0 > 0x20 }
    }

    /// Marks and known words; a name of any length is one word.
    private static func frame(_ tokens: [LineToken]) -> String {
        var out = ""
        for token in tokens {
            if token.kind == .mark, !"'-_.".contains(token.folded) || token.folded == "-" {
                out += token.folded
            } else if token.kind == .word, !token.classes.isDisjoint(with: [.by, .posted, .says]) {
                out += token.folded
            } else if !out.hasSuffix("W") {
                out += "W"
            }
        }
        return out
    }

    /// The nearest boundary between characters.
    private static func boundary(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int, down floor: Int) -> Int {
        var at = at
        while at > floor, at < bytes.count, bytes[at] & 0xC0 == 0x80 { at -= 1 }
        return at
    }

    private static func boundary(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int, up ceiling: Int) -> Int {
        var at = at
        while at < ceiling, bytes[at] & 0xC0 == 0x80 { at += 1 }
        return at
    }
}
