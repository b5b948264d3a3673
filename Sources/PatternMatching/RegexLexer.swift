/// Cuts a regular expression of PCRE2's syntax into tokens. It never fails: what is malformed becomes tokens that PCRE2 will refuse.
package struct RegexLexer {
    package struct Token: Equatable, Sendable {
        package var kind: Kind
        /// UTF-8 bytes of the expression.
        package var range: Range<Int>
        /// Whether `(?x)` is in force here: blanks mean nothing.
        package var isExtended: Bool
    }

    package enum Kind: Equatable, Sendable {
        /// One character that stands for itself.
        case literal
        /// `\d`, `\b`, `\x{2019}`, `\p{Lu}` ...: everything that begins with a backslash.
        case escape
        /// `[...]`.
        case set
        /// `\Q...\E`.
        case quoted
        /// `(`, `(?:`, `(?<name>`, `(?=`, `(?i:` ...: up to where the contents begin.
        case open
        case close
        /// `(?i)`: options for what follows in the group.
        case options
        case alternation
        /// `?`, `*`, `+`, `{2,3}` with `?` or `+` behind it.
        case quantifier
        case dot
        /// `^` or `$`.
        case anchor
        /// `(*VERB)`.
        case verb
        /// `(?#...)`, and `# ...` under `(?x)`.
        case comment
    }

    private let bytes: [UInt8]
    private var position = 0
    private var extended = [false]
    private var tokens: [Token] = []

    package static func tokens(of regex: [UInt8]) -> [Token] {
        var lexer = RegexLexer(bytes: regex)
        while lexer.position < regex.count { lexer.next() }
        return lexer.tokens
    }

    /// Where `\G` stands, if it does.
    static func searchStartAnchor(in regex: [UInt8]) -> Int? {
        // Few expressions hold the letters at all.
        guard zip(regex, regex.dropFirst()).contains(where: { $0 == UInt8(ascii: "\\") && $1 == UInt8(ascii: "G") }) else { return nil }
        return tokens(of: regex).first { $0.kind == .escape && $0.range.count == 2 && regex[$0.range.lowerBound + 1] == UInt8(ascii: "G") }?
            .range.lowerBound
    }

    private init(bytes: [UInt8]) { self.bytes = bytes }

    private func byte(_ offset: Int) -> UInt8? { position + offset < bytes.count ? bytes[position + offset] : nil }
    private func has(_ text: StaticString, at place: Int) -> Bool {
        let count = text.utf8CodeUnitCount
        guard place + count <= bytes.count else { return false }
        for index in 0..<count where bytes[place + index] != text.utf8Start[index] { return false }
        return true
    }
    /// The end of what runs up to and including `text`; the end of the expression where it does not occur.
    private func end(of text: StaticString, from place: Int) -> Int {
        var place = place
        while place < bytes.count {
            if has(text, at: place) { return place + text.utf8CodeUnitCount }
            place += 1
        }
        return bytes.count
    }

    private mutating func emit(_ kind: Kind, to end: Int) {
        tokens.append(Token(kind: kind, range: position..<min(end, bytes.count), isExtended: extended[extended.count - 1]))
        position = min(end, bytes.count)
    }

    private mutating func next() {
        switch bytes[position] {
        case UInt8(ascii: "\\"): escape()
        case UInt8(ascii: "["): emit(.set, to: endOfSet())
        case UInt8(ascii: "("): open()
        case UInt8(ascii: ")"):
            if extended.count > 1 { extended.removeLast() }
            emit(.close, to: position + 1)
        case UInt8(ascii: "|"): emit(.alternation, to: position + 1)
        case UInt8(ascii: "."): emit(.dot, to: position + 1)
        case UInt8(ascii: "^"), UInt8(ascii: "$"): emit(.anchor, to: position + 1)
        case UInt8(ascii: "?"), UInt8(ascii: "*"), UInt8(ascii: "+"): emit(.quantifier, to: afterGreed(position + 1))
        case UInt8(ascii: "{"):
            if let end = endOfBraces() { emit(.quantifier, to: afterGreed(end)) } else { emit(.literal, to: position + 1) }
        case UInt8(ascii: "#") where extended[extended.count - 1]: emit(.comment, to: end(of: "\n", from: position))
        case let first:
            // The length of a UTF-8 sequence by its first byte.
            emit(.literal, to: position + (first < 0xC0 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4))
        }
    }

    private mutating func escape() {
        guard let kind = byte(1) else { return emit(.escape, to: position + 1) }
        switch kind {
        case UInt8(ascii: "Q"): emit(.quoted, to: end(of: "\\E", from: position + 2))
        case UInt8(ascii: "x"), UInt8(ascii: "o"), UInt8(ascii: "p"), UInt8(ascii: "P"), UInt8(ascii: "N"), UInt8(ascii: "k"), UInt8(ascii: "g"):
            switch byte(2) {
            case UInt8(ascii: "{"): emit(.escape, to: end(of: "}", from: position))
            case UInt8(ascii: "<") where kind != UInt8(ascii: "x"): emit(.escape, to: end(of: ">", from: position))
            case UInt8(ascii: "'") where kind == UInt8(ascii: "k") || kind == UInt8(ascii: "g"):
                emit(.escape, to: end(of: "'", from: position + 3))
            default: emit(.escape, to: simpleEscapeEnd(kind))
            }
        case UInt8(ascii: "c"): emit(.escape, to: position + 3)
        case UInt8(ascii: "0")...UInt8(ascii: "9"):
            var end = position + 2
            while end < bytes.count, end < position + 4, (0x30...0x39).contains(bytes[end]) { end += 1 }
            emit(.escape, to: end)
        default: emit(.escape, to: position + 1 + (kind < 0xC0 ? 1 : kind < 0xE0 ? 2 : kind < 0xF0 ? 3 : 4))
        }
    }

    private func simpleEscapeEnd(_ kind: UInt8) -> Int {
        var end = position + 2
        switch kind {
        case UInt8(ascii: "x"):
            while end < bytes.count, end < position + 4, isHexDigit(bytes[end]) { end += 1 }
        case UInt8(ascii: "p"), UInt8(ascii: "P"): end += 1
        case UInt8(ascii: "g"):
            if end < bytes.count, bytes[end] == UInt8(ascii: "-") || bytes[end] == UInt8(ascii: "+") { end += 1 }
            while end < bytes.count, (0x30...0x39).contains(bytes[end]) { end += 1 }
        default: break
        }
        return end
    }

    private func endOfSet() -> Int {
        var place = position + 1
        if place < bytes.count, bytes[place] == UInt8(ascii: "^") { place += 1 }
        if place < bytes.count, bytes[place] == UInt8(ascii: "]") { place += 1 }
        while place < bytes.count {
            if has("\\Q", at: place) {
                place = end(of: "\\E", from: place + 2)
            } else if bytes[place] == UInt8(ascii: "\\") {
                place += 2
            } else if has("[:", at: place), let close = posixEnd(from: place) {
                place = close
            } else if bytes[place] == UInt8(ascii: "]") {
                return place + 1
            } else {
                place += 1
            }
        }
        return bytes.count
    }

    /// The end of `[:alpha:]` within a set; `nil` where the `[:` is just two characters.
    private func posixEnd(from place: Int) -> Int? {
        var next = place + 2
        while next < bytes.count, (0x61...0x7A).contains(bytes[next]) || bytes[next] == UInt8(ascii: "^") { next += 1 }
        return has(":]", at: next) ? next + 2 : nil
    }

    private mutating func open() {
        let isExtended = extended[extended.count - 1]
        if has("(?#", at: position) { return emit(.comment, to: end(of: ")", from: position)) }
        if byte(1) == UInt8(ascii: "*"), let name = byte(2), (0x41...0x5A).contains(name) || name == UInt8(ascii: ":") {
            return emit(.verb, to: end(of: ")", from: position))
        }
        if byte(1) == UInt8(ascii: "*") {
            extended.append(isExtended)
            return emit(.open, to: end(of: ":", from: position))
        }
        guard byte(1) == UInt8(ascii: "?") else {
            extended.append(isExtended)
            return emit(.open, to: position + 1)
        }
        var place = position + 2
        // Options: (?i) for the rest of the group, (?i:...) for a group of its own.
        var value = true
        var next = isExtended
        while place < bytes.count {
            switch bytes[place] {
            case UInt8(ascii: "x"): next = value
            case UInt8(ascii: "-"): value = false
            case UInt8(ascii: "^"): next = false
            case UInt8(ascii: "i"), UInt8(ascii: "m"), UInt8(ascii: "s"), UInt8(ascii: "n"), UInt8(ascii: "J"), UInt8(ascii: "U"): break
            case UInt8(ascii: ")"):
                emit(.options, to: place + 1)
                extended[extended.count - 1] = next
                return
            case UInt8(ascii: ":"):
                extended.append(next)
                return emit(.open, to: place + 1)
            default:
                extended.append(isExtended)
                return emit(.open, to: endOfOpening())
            }
            place += 1
        }
        emit(.open, to: bytes.count)
    }

    private func endOfOpening() -> Int {
        let place = position + 2
        for mark in ["<=", "<!", "<*"] as [StaticString] where has(mark, at: place) { return place + 2 }
        if has("<", at: place) { return end(of: ">", from: place) }
        if has("P<", at: place) { return end(of: ">", from: place) }
        if has("'", at: place) { return end(of: "'", from: place + 1) }
        for mark in ["=", "!", ">", "|", "*"] as [StaticString] where has(mark, at: place) { return place + 1 }
        // Conditions, recursion, calls, callouts: the rest is read as if it were contents, up to the closing parenthesis.
        return place
    }

    /// The end of `{2}`, `{2,}` or `{2,3}`; `nil` where the brace stands for itself.
    private func endOfBraces() -> Int? {
        var place = position + 1
        func digits() -> Bool {
            let start = place
            while place < bytes.count, (0x30...0x39).contains(bytes[place]) { place += 1 }
            return place > start
        }
        guard digits() else { return nil }
        if place < bytes.count, bytes[place] == UInt8(ascii: ",") {
            place += 1
            _ = digits()
        }
        return place < bytes.count && bytes[place] == UInt8(ascii: "}") ? place + 1 : nil
    }

    private func afterGreed(_ place: Int) -> Int {
        place < bytes.count && (bytes[place] == UInt8(ascii: "?") || bytes[place] == UInt8(ascii: "+")) ? place + 1 : place
    }
}

func isHexDigit(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x46).contains(byte) || (0x61...0x66).contains(byte)
}
