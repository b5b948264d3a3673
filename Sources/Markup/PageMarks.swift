/// What a tool wrote into a text for the links, pictures, headings and emphasis of the page that it was made of: Markdown; an address in brackets
/// behind the words of each link; a number in brackets before them; a picture's name in brackets at the beginning of a line, or brackets alone where it has
/// none; letters for the bullets of lists in lists. A reader of the page saw nothing of it.
///
/// What a person typed may look the same, so only a text full of such marks is rid of them.
struct PageMarks {
    private let bytes: [UInt8]
    private var isMarkdown = false
    private var hasAddresses = false
    private var hasNumbers = false
    private var hasPictures = false
    private var hasLetters = false
    private var hasEmptyBrackets = false

    /// The text without marks, its lines whole again where the tool broke them at an edge. Places in the text stay right: each line keeps its length,
    /// white space at its end makes up for what is gone.
    static func removed(from bytes: [UInt8]) -> [UInt8] {
        let marks = PageMarks(bytes)
        // The address of a link may be broken, so lines come first; numbers and pictures are written into lines that are broken already.
        if marks.isMarkdown { return PageMarks(WrappedLines.joined(bytes, isMarkdown: true)).written() }
        return WrappedLines.joined(FragmentedLines.joined(marks.hasAddresses || marks.hasNumbers || marks.hasPictures || marks.hasLetters || marks.hasEmptyBrackets ? marks.written() : bytes), isMarkdown: false)
    }

    private init(_ bytes: [UInt8]) {
        self.bytes = bytes
        var lines = 0, links = 0, headings = 0, addresses = 0, number = 0, pictures = 0, letters = 0, empty = 0
        var isBlank = true, isLinked = false, isAddressed = false, start = 0, bullets = Bullets()
        for at in bytes.indices {
            let byte = bytes[at]
            if byte == 0x0A {
                if !isBlank { lines += 1 }
                if isLinked { links += 1 }
                if isAddressed { addresses += 1 }
                (isBlank, isLinked, isAddressed, start) = (true, false, false, at + 1)
                continue
            }
            guard byte > 0x20 else { continue }
            if isBlank, byte == 0x23, at + 2 < bytes.count, bytes[at + 1] == 0x23, bytes[at + 2] == 0x23 || bytes[at + 2] == 0x20 { headings += 1 }
            if isBlank {
                if picture(afterBullet: at, bytes.count) != nil { pictures += 1 }
                if byte == 0x5B, at + 1 < bytes.count, bytes[at + 1] == 0x5D { empty += 1 }
                if bullets.isLetter(bytes, at, column: at - start) { letters += 1 }
            }
            isBlank = false
            if byte == 0x28, at > 0 {
                // "](": Markdown; " (": an address behind words, where it is one.
                if bytes[at - 1] == 0x5D { isLinked = true } else if bytes[at - 1] <= 0x20, address(at, bytes.count) != nil { isAddressed = true }
            } else if byte == 0x5B, let (next, _) = self.number(at, bytes.count), next == number + 1 {
                number = next
            }
        }
        isMarkdown = links >= 4 && links * 20 >= lines || headings >= 3 && headings * 60 >= lines
        hasAddresses = addresses >= 5 && addresses * 20 >= lines
        hasNumbers = number >= 12 && number * 20 >= lines
        hasPictures = !isMarkdown && pictures >= 3
        hasLetters = !isMarkdown && letters >= 1
        hasEmptyBrackets = !isMarkdown && empty >= 3
    }

    private func written() -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(bytes.count)
        var start = 0, counted = 0, bullets = Bullets(), open: OpenLink?
        while start < bytes.count {
            var end = start
            while end < bytes.count, bytes[end] != 0x0A { end += 1 }
            let line = out.count
            if isMarkdown { writeMarkdown(start..<end, to: &out, &open) } else { writeMarked(start..<end, to: &out, &counted, &bullets) }
            while out.count - line < end - start { out.append(0x20) }
            if end < bytes.count { out.append(0x0A) }
            start = end + 1
        }
        return out
    }

    // MARK: Addresses, numbers, pictures, bullets

    private func writeMarked(_ line: Range<Int>, to out: inout [UInt8], _ counted: inout Int, _ bullets: inout Bullets) {
        var at = line.lowerBound
        while at < line.upperBound, bytes[at] <= 0x20 { at += 1 }
        out += bytes[line.lowerBound..<at]
        if hasLetters, at < line.upperBound, bullets.isLetter(bytes, at, column: at - line.lowerBound) {
            out.append(0x2A)
            at += 1
        }
        if hasPictures, let name = picture(afterBullet: at, line.upperBound) {
            out += bytes[at..<name.lowerBound]
            at = name.upperBound
            while at < line.upperBound, bytes[at] <= 0x20 { at += 1 }
        }
        while at < line.upperBound {
            if hasAddresses, bytes[at] == 0x28, at == line.lowerBound || bytes[at - 1] <= 0x20, let end = address(at, line.upperBound) {
                at = end
            } else if hasEmptyBrackets, bytes[at] == 0x5B, at + 1 < line.upperBound, bytes[at + 1] == 0x5D {
                out += [0x20, 0x20]
                at += 2
            } else if hasNumbers, bytes[at] == 0x5B, let (number, end) = number(at, line.upperBound), number == counted + 1 {
                (counted, at) = (number, end)
            } else {
                out.append(bytes[at])
                at += 1
            }
        }
    }

    /// Where "(https://example.org/jo)", "(/jo)", "(item?id=12)" ends: no white space, and signs of an address.
    private func address(_ start: Int, _ limit: Int) -> Int? {
        var at = start + 1, query = false, isAddress = false
        let end = min(limit, start + 2_000)
        guard at < end, bytes[at] > 0x20 else { return nil }
        if bytes[at] == 0x2F || bytes[at] == 0x23 && at + 1 < end && !(0x30...0x39).contains(bytes[at + 1]) { isAddress = true }
        while at < end, bytes[at] > 0x20, bytes[at] != 0x29 {
            if bytes[at] == 0x3F { query = true }
            // "=" behind "?", or "://", or a scheme without slashes.
            if bytes[at] == 0x3D, query || at + 1 < end && bytes[at + 1] == 0x2F { isAddress = true }
            if bytes[at] == 0x3A, at + 2 < end, bytes[at + 1] == 0x2F && bytes[at + 2] == 0x2F || at - start >= 7 && bytes[at + 1] > 0x20 { isAddress = true }
            at += 1
        }
        return isAddress && at < end && bytes[at] == 0x29 ? at + 1 : nil
    }

    /// "[avatar.png]", "[60x60]": no white space, and more than a number; it opens a line, or follows its bullet, and stands before other words, or holds a digit or a full stop.
    private func picture(afterBullet start: Int, _ limit: Int) -> Range<Int>? {
        var at = start
        // "* [avatar.png] Jo", "12. [avatar.png] Jo".
        while at < limit, at - start < 6, bytes[at] == 0x20 || bytes[at] == 0x2E || bytes[at] == 0x2A || bytes[at] == 0x2B || (0x30...0x39).contains(bytes[at]) || bytes[start] == 0xE2 && bytes[at] >= 0x80 { at += 1 }
        guard at < limit, bytes[at] == 0x5B, at == start || bytes[at - 1] == 0x20 else { return nil }
        let open = at
        var letters = 0, others = 0
        at += 1
        while at < limit, at - open <= 60, bytes[at] > 0x20, bytes[at] != 0x5D, bytes[at] != 0x5B {
            if (0x41...0x5A).contains(bytes[at] & 0xDF) || bytes[at] >= 0x80 { letters += 1 }
            if bytes[at] == 0x2E || (0x30...0x39).contains(bytes[at]) { others += 1 }
            at += 1
        }
        guard at < limit, bytes[at] == 0x5D, letters > 0 else { return nil }
        var next = at + 1
        while next < limit, bytes[next] == 0x20 { next += 1 }
        return next < limit && bytes[next] != 0x0A ? PageMarks.isWord(bytes[next]) ? open..<at + 1 : nil : others > 0 ? open..<at + 1 : nil
    }

    /// Text browsers give the lists in a list "+" for a bullet, and the lists in these "o".
    private struct Bullets {
        private var star = Int.max, plus = Int.max

        /// Whether what opens a line, at a column, is such a bullet: it stands inwards of a plus, and this of a star.
        mutating func isLetter(_ bytes: [UInt8], _ at: Int, column: Int) -> Bool {
            guard at + 1 >= bytes.count || bytes[at + 1] <= 0x20 else { return false }
            switch bytes[at] {
            case 0x2A: star = column
            case 0x2B where star < column:
                plus = column
                return true
            case 0x6F: return star < plus && plus < column
            default: break
            }
            return false
        }
    }

    /// "[12]".
    private func number(_ start: Int, _ limit: Int) -> (number: Int, end: Int)? {
        var at = start + 1, number = 0
        while at < limit, at - start <= 6, (0x30...0x39).contains(bytes[at]) {
            number = number * 10 + Int(bytes[at] - 0x30)
            at += 1
        }
        return at > start + 1 && at < limit && bytes[at] == 0x5D ? (number, at + 1) : nil
    }

    // MARK: Markdown

    /// The bracket of a link around several lines: where it was written, and how many lines may still follow.
    private struct OpenLink {
        var bracket: Int
        var lines = 8
    }

    private func writeMarkdown(_ line: Range<Int>, to out: inout [UInt8], _ open: inout OpenLink?) {
        var at = line.lowerBound
        open?.lines -= 1
        if open?.lines == 0 { open = nil }
        func skipSpace() { while at < line.upperBound, bytes[at] <= 0x20 { at += 1 } }
        func isBullet() -> Bool { at + 1 < line.upperBound && (bytes[at] == 0x2A || bytes[at] == 0x2D || bytes[at] == 0x2B) && bytes[at + 1] == 0x20 }
        skipSpace()
        // The rule between the rows of a table.
        if line.upperBound - at >= 3, bytes[at..<line.upperBound].contains(0x7C), bytes[at..<line.upperBound].contains(0x2D),
            bytes[at..<line.upperBound].allSatisfy({ $0 == 0x7C || $0 == 0x2D || $0 == 0x3A || $0 <= 0x20 }) { return }
        // "* * ####": an item that opens with an empty one is an item all the same; "* * *" is a rule.
        if isBullet(), !bytes[at..<line.upperBound].allSatisfy({ $0 == bytes[at] || $0 <= 0x20 }) {
            var bullet = at, blanks = at - line.lowerBound
            while true {
                at += 2
                skipSpace()
                guard isBullet() else { break }
                // "  *     * Jo": each item is written with blanks of its own before it, and the last one is the item that holds the words.
                if line.lowerBound + 2 <= bullet, bytes[line.lowerBound] <= 0x20, at - bullet >= 4 { blanks = at - bullet - 2 }
                bullet = at
            }
            for _ in 0..<blanks { out.append(0x20) }
            out += [bytes[bullet], 0x20]
        } else {
            out += bytes[line.lowerBound..<at]
        }
        while at < line.upperBound, bytes[at] == 0x7C {
            at += 1
            skipSpace()
        }
        let hashes = bytes[at..<line.upperBound].prefix { $0 == 0x23 }.count
        if (1...6).contains(hashes), at + hashes == line.upperBound || bytes[at + hashes] <= 0x20 {
            at += hashes
            skipSpace()
        }
        write(at..<line.upperBound, to: &out, &open)
    }

    /// The words of a part of a line.
    private func write(_ range: Range<Int>, to out: inout [UInt8], _ openLink: inout OpenLink?) {
        // Brackets that never close are looked for in vain a few times only.
        var at = range.lowerBound, open: Set<UInt8> = [], tries = 64
        let last = (star: bytes[range].lastIndex(of: 0x2A) ?? 0, bar: bytes[range].lastIndex(of: 0x5F) ?? 0)
        while at < range.upperBound {
            let byte = bytes[at], next = at + 1 < range.upperBound ? bytes[at + 1] : 0x20
            if byte == 0x5C, PageMarks.isMark(next) {
                out.append(next)
                at += 2
            } else if byte == 0x5B || byte == 0x21 && next == 0x5B, tries > 0 {
                guard let link = link(byte == 0x5B ? at : at + 1, range.upperBound) else {
                    tries -= 1
                    if byte == 0x5B { openLink = OpenLink(bracket: out.count) }
                    out.append(byte)
                    at += 1
                    continue
                }
                write(link.words, to: &out, &openLink)
                at = link.end
                if at < range.upperBound, bytes[at] == 0x5B || bytes[at] == 0x21 { out.append(0x20) }
            } else if byte == 0x5D, next == 0x28, tries > 0, let link = openLink {
                guard let end = target(at + 1, range.upperBound) else {
                    tries -= 1
                    out.append(byte)
                    at += 1
                    continue
                }
                out[link.bracket] = 0x20
                openLink = nil
                at = end
            } else if byte == 0x2A || byte == 0x5F {
                var end = at
                while end < range.upperBound, bytes[end] == byte { end += 1 }
                if !isEmphasis(byte, at..<end, in: range, last: byte == 0x2A ? last.star : last.bar, &open) { out += bytes[at..<end] }
                at = end
            } else {
                out.append(byte)
                at += 1
            }
        }
    }

    /// Whether a run of stars or bars is no part of the words: it clings to a word, on one side, and has a partner.
    private func isEmphasis(_ byte: UInt8, _ run: Range<Int>, in range: Range<Int>, last: Int, _ open: inout Set<UInt8>) -> Bool {
        let before = run.lowerBound > range.lowerBound ? bytes[run.lowerBound - 1] : 0x20, after = run.upperBound < range.upperBound ? bytes[run.upperBound] : 0x20
        // Two bars around nothing stand for a sign drawn by a style.
        if byte == 0x5F, run.count % 2 == 0, !(PageMarks.isWord(before) && PageMarks.isWord(after)), !open.contains(byte), last < run.upperBound || !hasPartner(run, range) { return true }
        guard run.count <= 3, before > 0x20 || after > 0x20 else { return false }
        let isOpen = open.contains(byte)
        if isOpen, before > 0x20, !PageMarks.isWord(after) || byte == 0x2A && run.count >= 2 {
            open.remove(byte)
            return true
        }
        guard !isOpen, after > 0x20, !PageMarks.isWord(before), last >= run.upperBound else { return false }
        open.insert(byte)
        return true
    }

    /// Whether as many bars end a word behind these.
    private func hasPartner(_ run: Range<Int>, _ range: Range<Int>) -> Bool {
        guard run.upperBound < range.upperBound, bytes[run.upperBound] > 0x20 else { return false }
        let rest = bytes[run.upperBound..<range.upperBound]
        guard let next = rest.firstIndex(of: 0x5F) else { return false }
        return rest[next...].prefix { $0 == 0x5F }.count == run.count && bytes[next - 1] > 0x20
    }

    /// A link or picture: its words, and where it ends.
    private func link(_ start: Int, _ limit: Int) -> (words: Range<Int>, end: Int)? {
        var at = start + 1, depth = 1
        let end = min(limit, start + 4_000)
        while at < end {
            if bytes[at] == 0x5C { at += 1 } else if bytes[at] == 0x5B { depth += 1 } else if bytes[at] == 0x5D { depth -= 1 }
            if depth == 0 { break }
            at += 1
        }
        guard depth == 0, at + 1 < limit, bytes[at + 1] == 0x28, let stop = target(at + 1, limit) else { return nil }
        var words = start + 1..<at
        while !words.isEmpty, bytes[words.lowerBound] <= 0x20 { words = words.lowerBound + 1..<words.upperBound }
        while !words.isEmpty, bytes[words.upperBound - 1] <= 0x20 { words = words.lowerBound..<words.upperBound - 1 }
        return (words, stop)
    }

    /// Where the address of a link ends, with its title: behind the bracket that closes the one here.
    private func target(_ start: Int, _ limit: Int) -> Int? {
        var at = start + 1, depth = 1, isTitle = false
        let end = min(limit, start + 4_000)
        while at < end {
            let byte = bytes[at]
            if byte == 0x5C { at += 1 } else if byte == 0x22 { isTitle.toggle() } else if !isTitle, byte == 0x28 { depth += 1 } else if !isTitle, byte == 0x29 { depth -= 1 }
            if depth == 0 { return at + 1 }
            at += 1
        }
        return nil
    }

    private static func isMark(_ byte: UInt8) -> Bool { (0x21...0x2F).contains(byte) || (0x3A...0x40).contains(byte) || (0x5B...0x60).contains(byte) || (0x7B...0x7E).contains(byte) }
    private static func isWord(_ byte: UInt8) -> Bool { byte >= 0x80 || (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte & 0xDF) }
}
