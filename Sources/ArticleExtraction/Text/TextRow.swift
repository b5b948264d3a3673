import Markup

/// A paragraph-like unit of a plain text: one line, or the lines of a hard-wrapped paragraph; with what can be counted in it.
struct TextRow {
    /// The lines it is made of, by index.
    var lines: Range<Int>
    var isClaimed = false
    /// Words; scripts without spaces count two ideographs, or five letters of Thai, Lao or Khmer, as a word.
    var units = 0.0
    /// Letters of any script.
    var letters = 0
    var digits = 0
    /// Commas of any script.
    var commas = 0
    /// Ends of sentences inside the row: a full stop, exclamation or question mark with white space and a letter behind it.
    var innerEnds = 0
    /// The last sign is one that ends a sentence, closing quotation marks and brackets aside.
    var ending = Ending.none
    /// Words that begin with an ASCII or Latin-1 capital, and those that begin with a small letter.
    var capitalised = 0, small = 0
    var startsSmall = false
    var bullet = TextDocument.Bullet.none
    var blankBefore = 0
    /// An address takes more than half of it.
    var isLink = false

    enum Ending { case none, stop, question, colon }

    /// A paragraph of running text for sure: long, and punctuated as sentences are.
    var isProse: Bool {
        if isClaimed || isLink || digits > letters { return false }
        if units >= 10, ending != .none { return true }
        if units >= 12, innerEnds > 0 { return true }
        return units >= 25 && (commas > 0 || small > 3 * capitalised)
    }

    /// A short sentence; a paragraph where it stands among others.
    var isSentence: Bool { !isClaimed && !isLink && ending != .none && ending != .colon && (units >= 4 || (units >= 2 && innerEnds > 0)) }

    /// The longest line, in bytes, of a text that may be hard-wrapped.
    private static let widestWrap = 140

    /// Reads a document's lines into rows. In a text whose lines are all short, lines are joined where one stops within a sentence and the
    /// next, in the same column, goes on in small letters.
    static func read(_ document: TextDocument, claimed: NodeSet) -> [TextRow] {
        var rows: [TextRow] = []
        rows.reserveCapacity(document.lines.count)
        let isWrapped = document.lines.allSatisfy { $0.range.count <= widestWrap }
        document.bytes.withUnsafeBufferPointer { bytes in
            for (index, line) in document.lines.enumerated() where !line.isEmpty {
                var row = TextRow(lines: index..<index + 1)
                row.isClaimed = claimed.contains(index)
                row.bullet = line.bullet
                row.blankBefore = line.blankBefore
                row.count(UnsafeBufferPointer(rebasing: bytes[line.range]))
                if isWrapped, let last = rows.last, last.goesOn(in: row), line.textIndent == document.lines[last.lines.upperBound - 1].textIndent {
                    rows[rows.count - 1].join(row)
                } else {
                    rows.append(row)
                }
            }
        }
        return rows
    }

    private func goesOn(in next: TextRow) -> Bool {
        ending == .none && units >= 6 && !isLink && isClaimed == next.isClaimed && next.startsSmall && next.blankBefore == 0
            && next.bullet == .none && next.lines.lowerBound == lines.upperBound
    }

    private mutating func join(_ next: TextRow) {
        lines = lines.lowerBound..<next.lines.upperBound
        units += next.units
        letters += next.letters
        digits += next.digits
        commas += next.commas
        innerEnds += next.innerEnds
        ending = next.ending
        capitalised += next.capitalised
        small += next.small
    }

    private mutating func count(_ bytes: UnsafeBufferPointer<UInt8>) {
        var at = 0, inWord = false, ideographs = 0, unspaced = 0, words = 0, linkBytes = 0, first = true, pending = false
        // "http" and "www." begin an address.
        func beginsLink(_ at: Int) -> Bool {
            guard at + 7 < bytes.count else { return false }
            let four = (bytes[at] | 0x20, bytes[at + 1] | 0x20, bytes[at + 2] | 0x20, bytes[at + 3] | 0x20)
            return four == (0x68, 0x74, 0x74, 0x70) || (four.0 == 0x77 && four.1 == 0x77 && four.2 == 0x77 && bytes[at + 3] == 0x2E)
        }
        while at < bytes.count {
            let byte = bytes[at]
            switch byte {
            case 0x41...0x5A, 0x61...0x7A:
                letters += 1
                if !inWord {
                    if byte | 0x20 == 0x68 || byte | 0x20 == 0x77, beginsLink(at) {
                        let from = at
                        while at < bytes.count, bytes[at] > 0x20 { at += 1 }
                        linkBytes += at - from
                        continue
                    }
                    words += 1
                    if byte < 0x60 { capitalised += 1 } else { small += 1 }
                    if first { startsSmall = byte > 0x60 }
                    if pending { innerEnds += 1 }
                }
                (inWord, first, pending, ending) = (true, false, false, .none)
                at += 1
            case 0x30...0x39:
                digits += 1
                if !inWord { words += 1 }
                (inWord, first, pending, ending) = (true, false, false, .none)
                at += 1
            case 0x00...0x20:
                if ending == .stop || ending == .question { pending = true }
                inWord = false
                at += 1
            case 0x2E, 0x21:
                ending = .stop
                at += 1
            case 0x3F:
                ending = .question
                at += 1
            case 0x3A:
                ending = .colon
                inWord = false
                at += 1
            case 0x2C, 0x3B:
                commas += 1
                (inWord, ending) = (false, .none)
                at += 1
            case 0x22, 0x27, 0x29, 0x5D, 0x2A, 0x5F: at += 1
            case 0x00...0x7F:
                (inWord, ending) = (false, .none)
                at += 1
            default:
                let (code, width) = decode(bytes, at)
                at += width
                switch code {
                case 0x3002, 0xFF01, 0xFF0E, 0xFF61, 0x0964, 0x0965, 0x06D4, 0x2026, 0x203C, 0x0589, 0x1362, 0x17D4, 0x104B, 0x0F0D:
                    (ending, inWord) = (.stop, false)
                    if code == 0x3002 || code == 0xFF01 || code == 0xFF61 || code == 0x17D4 || code == 0x104B { pending = true }
                case 0xFF1F, 0x061F, 0x037E, 0x055E, 0x1367: (ending, inWord) = (.question, false)
                case 0xFF1A: (ending, inWord) = (.colon, false)
                case 0x3001, 0xFF0C, 0x060C, 0x061B, 0xFF1B, 0x1363, 0x104A: (commas, ending) = (commas + 1, .none)
                // Closing quotation marks and brackets leave the ending as it is; a no-break space is white space.
                case 0x2019, 0x201D, 0x201C, 0xBB, 0xAB, 0x300D, 0x300F, 0xFF09, 0xFE0F: break
                case 0xA0:
                    if ending == .stop || ending == .question { pending = true }
                    inWord = false
                case 0x2000...0x206F, 0x20A0...0x2BFF, 0xA1...0xBF, 0x3000...0x303F, 0xFF00...0xFF20: (inWord, ending) = (false, .none)
                case 0x3041...0x30FF, 0x3400...0x9FFF, 0xF900...0xFAFF:
                    letters += 1
                    ideographs += 1
                    if pending { innerEnds += 1 }
                    (inWord, first, pending, ending) = (false, false, false, .none)
                case 0x0E00...0x0EFF, 0x1780...0x17FF, 0x1000...0x109F:
                    letters += 1
                    unspaced += 1
                    (first, pending, ending) = (false, false, .none)
                default:
                    letters += 1
                    if !inWord {
                        words += 1
                        let isCapital = (0xC0...0xDE).contains(code) || (0x410...0x42F).contains(code) || (0x391...0x3A9).contains(code)
                        let isSmall = (0xDF...0xFF).contains(code) || (0x430...0x45F).contains(code) || (0x3B1...0x3C9).contains(code)
                        if isCapital { capitalised += 1 } else if isSmall { small += 1 }
                        if first { startsSmall = isSmall }
                        if pending { innerEnds += 1 }
                    }
                    (inWord, first, pending, ending) = (true, false, false, .none)
                }
            }
        }
        units = Double(words) + Double(ideographs) / 2 + Double(unspaced) / 5
        isLink = linkBytes * 2 > bytes.count
    }

    /// A scalar and its width; the text is valid UTF-8, a stray byte counts as one sign.
    private func decode(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> (UInt32, Int) {
        let byte = bytes[at]
        func low(_ i: Int) -> UInt32 { at + i < bytes.count ? UInt32(bytes[at + i] & 0x3F) : 0 }
        switch byte {
        case 0xC0...0xDF: return (UInt32(byte & 0x1F) << 6 | low(1), 2)
        case 0xE0...0xEF: return (UInt32(byte & 0x0F) << 12 | low(1) << 6 | low(2), 3)
        case 0xF0...0xF7: return (UInt32(byte & 0x07) << 18 | low(1) << 12 | low(2) << 6 | low(3), 4)
        default: return (0xFFFD, 1)
        }
    }
}
