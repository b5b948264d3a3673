/// Cuts a text into tokens and looks its words up.
struct Lexer {
    let bytes: UnsafeBufferPointer<UInt8>
    let lexicon: Lexicon
    var tokens: [Token] = []
    /// Whether anything was seen that a time expression must hold: a number, or a word that counts from now.
    var hasAnchor = false
    /// Bytes between the first token and the end of the last.
    var contentLength: Int { tokens.isEmpty ? 0 : tokens[tokens.count - 1].end - tokens[0].start }

    private var position = 0
    private var spaced = true

    init(bytes: UnsafeBufferPointer<UInt8>, lexicon: Lexicon) {
        self.bytes = bytes
        self.lexicon = lexicon
    }

    mutating func run() {
        tokens.reserveCapacity(min(bytes.count / 3 + 4, 256))
        while position < bytes.count {
            let byte = bytes[position]
            if byte < 0x80 {
                switch byte {
                case 0x30...0x39: number()
                case 0x41...0x5A, 0x61...0x7A: word()
                case 0...0x20, 0x7F:
                    position += 1
                    spaced = true
                default: add(Token(kind: .mark, start: position, end: position + 1, spaced: spaced, mark: byte))
                }
                continue
            }
            let (scalar, length) = scalar(at: position)
            if digit(scalar) != nil {
                number()
            } else if isSpace(scalar) {
                position += length
                spaced = true
            } else if let mark = asciiMark(scalar) {
                add(Token(kind: .mark, start: position, end: position + length, spaced: spaced, mark: mark))
            } else if isUnspacedScript(scalar) {
                unspacedWord(length)
            } else if isLetter(scalar) {
                word()
            } else {
                add(Token(kind: .mark, start: position, end: position + length, spaced: spaced, mark: 0x7F))
            }
        }
    }

    private mutating func add(_ token: Token) {
        tokens.append(token)
        position = token.end
        spaced = false
    }

    private mutating func number() {
        var token = Token(kind: .number, start: position, end: position, spaced: spaced)
        while token.end < bytes.count {
            var length = 1
            var value = Int(bytes[token.end]) - 0x30
            if value < 0 || value > 9 {
                guard bytes[token.end] >= 0x80 else { break }
                let (scalar, width) = scalar(at: token.end)
                guard let digit = digit(scalar) else { break }
                (value, length) = (digit, width)
            }
            if token.digits < 9 { token.value = token.value * 10 + value }
            token.digits += 1
            token.end += length
        }
        hasAnchor = true
        add(token)
    }

    private mutating func word() {
        var token = Token(kind: .word, start: position, end: position, spaced: spaced)
        let first = bytes[position]
        token.isSmall = first &- 0x61 < 26
        token.isCapitals = true
        var hash = Lexicon.seed
        while token.end < bytes.count {
            let byte = bytes[token.end]
            if byte < 0x80 {
                let small = byte | 0x20
                guard small &- 0x61 < 26 else { break }
                if byte & 0x20 != 0 { token.isCapitals = false }
                hash = Lexicon.mix(hash, UInt32(small))
                token.end += 1
            } else {
                let (scalar, length) = scalar(at: token.end)
                guard isLetter(scalar), !isUnspacedScript(scalar), digit(scalar) == nil, asciiMark(scalar) == nil else { break }
                if token.end == token.start { token.isSmall = (0x0430...0x045F).contains(scalar) }
                token.isCapitals = false
                let small = folded(scalar)
                if small != 0 { hash = Lexicon.mix(hash, small) }
                token.end += length
            }
        }
        token.hash = hash
        token.entry = lexicon.find(hash)
        if token.entry >= 0 {
            let roles = lexicon.entries[token.entry].roles
            if roles.contains(.phraseEnd) { joinPhrase(&token) }
            if token.entry >= 0, !lexicon.entries[token.entry].roles.isDisjoint(with: .anchors) { hasAnchor = true }
        }
        add(token)
    }

    /// Lets a word and the one to three words before it become one token if together they are a known phrase;
    /// an apostrophe may stand between them ("aujourd'hui").
    private mutating func joinPhrase(_ last: inout Token) {
        // Starts of the words before, the nearest first.
        var starts: [Int] = []
        var index = tokens.count - 1
        while index >= 0, starts.count < 3 {
            if tokens[index].kind == .mark, tokens[index].mark == UInt8(ascii: "'") { index -= 1 }
            guard index >= 0, tokens[index].kind == .word else { break }
            starts.append(index)
            index -= 1
        }
        for start in starts.reversed() {
            var hash = tokens[start].hash
            for token in tokens[(start + 1)...] where token.kind == .word { hash = Lexicon.join(hash, token.hash) }
            let entry = lexicon.find(Lexicon.join(hash, last.hash))
            guard entry >= 0 else { continue }
            last.entry = entry
            last.start = tokens[start].start
            last.spaced = tokens[start].spaced
            last.isSmall = tokens[start].isSmall
            tokens.removeSubrange(start...)
            return
        }
    }

    /// A word of a script written without spaces: the longest entry that begins here, or one letter.
    private mutating func unspacedWord(_ firstLength: Int) {
        var token = Token(kind: .word, start: position, end: position + firstLength, spaced: spaced)
        token.isUnspaced = true
        var hash = Lexicon.seed
        var end = position
        for _ in 0..<5 where end < bytes.count && bytes[end] >= 0xE0 {
            let (scalar, length) = scalar(at: end)
            guard isUnspacedScript(scalar) else { break }
            hash = Lexicon.mix(hash, scalar)
            end += length
            let entry = lexicon.find(hash)
            if entry >= 0 { (token.entry, token.end) = (entry, end) }
        }
        if token.entry >= 0, !lexicon.entries[token.entry].roles.isDisjoint(with: .anchors) { hasAnchor = true }
        add(token)
    }

    /// Decodes one scalar; a byte that begins none stands for U+FFFD, one byte long.
    private func scalar(at index: Int) -> (UInt32, Int) {
        let lead = UInt32(bytes[index])
        func tail(_ offset: Int) -> UInt32? {
            guard index + offset < bytes.count, bytes[index + offset] & 0xC0 == 0x80 else { return nil }
            return UInt32(bytes[index + offset] & 0x3F)
        }
        switch lead {
        case 0..<0x80: return (lead, 1)
        case 0xC2..<0xE0:
            if let a = tail(1) { return ((lead & 0x1F) << 6 | a, 2) }
        case 0xE0..<0xF0:
            if let a = tail(1), let b = tail(2) { return ((lead & 0x0F) << 12 | a << 6 | b, 3) }
        case 0xF0..<0xF5:
            if let a = tail(1), let b = tail(2), let c = tail(3) { return ((lead & 0x07) << 18 | a << 12 | b << 6 | c, 4) }
        default: break
        }
        return (0xFFFD, 1)
    }
}
