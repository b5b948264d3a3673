/// A piece of a text, as far as times are concerned.
struct TimeToken {
    enum Kind {
        /// Value and number of digits.
        case number(Int, digits: Int)
        case word(TimeWord)
        /// A word that says nothing of time.
        case other
        case mark(UInt8)
    }
    var kind: Kind
    /// UTF-8 bytes.
    var range: Range<Int>
    /// Whether white space stands before it.
    var hasSpaceBefore: Bool

    var isSpace: Bool { false }
    func isMark(_ byte: UInt8) -> Bool { if case .mark(byte) = kind { true } else { false } }
    var canBegin: Bool {
        switch kind {
        case .number, .word: true
        case .other, .mark: false
        }
    }
}

/// What a word can mean in a time. One word may mean several things ("mar", "dom"): each has its own field.
struct TimeWord {
    var month: Int?
    var isWeekday = false
    /// Seconds of a unit up to weeks; months and years are negative numbers of months.
    var unit: Int?
    var isAgoAfter = false
    var isAgoBefore = false
    /// Days from today.
    var day: Int?
    var isNow = false
    /// 0 for AM, 12 for PM.
    var half: Int?
    /// The half stands before its time.
    var isLeadingHalf = false
    var isConnector = false
    var isOne = false
    /// Minutes east of UTC.
    var zone: Int?
    var isOrdinal = false
    /// 年 月 日 時 分 and the like.
    var mark: Mark?

    enum Mark { case year, month, day, hour, minute, second }
}

func tokenize(_ bytes: UnsafeBufferPointer<UInt8>) -> [TimeToken] {
    var tokens: [TimeToken] = []
    var at = 0, space = false
    while at < bytes.count {
        let byte = bytes[at]
        if byte <= 0x20 || (byte == 0xC2 && at + 1 < bytes.count && bytes[at + 1] == 0xA0)
            || (byte == 0xE2 && at + 2 < bytes.count && bytes[at + 1] == 0x80 && (bytes[at + 2] <= 0x8F || bytes[at + 2] >= 0xA8 && bytes[at + 2] <= 0xAF))
        {
            at += byte <= 0x20 ? 1 : byte == 0xC2 ? 2 : 3
            space = true
            continue
        }
        let start = at
        var kind = TimeToken.Kind.other
        if let (value, digits, end) = number(bytes, at) {
            kind = .number(value, digits: digits)
            at = end
        } else if byte >= 0xE3, byte <= 0xED {
            // Han, kana and hangul run without spaces: the longest known word from here, else one character.
            (kind, at) = cjk(bytes, at)
        } else if isLetter(byte) {
            while at < bytes.count, isLetter(bytes[at]), !(0xE3...0xED).contains(bytes[at]) || at == start { at += 1 }
            kind = TimeVocabulary.look(up: UnsafeBufferPointer(rebasing: bytes[start..<at])).map { .word($0) } ?? .other
        } else {
            kind = .mark(byte)
            at += 1
        }
        tokens.append(TimeToken(kind: kind, range: start..<at, hasSpaceBefore: space))
        space = false
        if tokens.count > 400 { break }
    }
    return tokens
}

/// ASCII and Arabic digits.
private func number(_ bytes: UnsafeBufferPointer<UInt8>, _ from: Int) -> (Int, Int, Int)? {
    var at = from, value = 0, digits = 0
    while at < bytes.count, digits < 12 {
        if (0x30...0x39).contains(bytes[at]) {
            value = value * 10 + Int(bytes[at] - 0x30)
            at += 1
        } else if at + 1 < bytes.count, bytes[at] == 0xD9, (0xA0...0xA9).contains(bytes[at + 1]) {
            value = value * 10 + Int(bytes[at + 1] - 0xA0)
            at += 2
        } else if at + 1 < bytes.count, bytes[at] == 0xDB, (0xB0...0xB9).contains(bytes[at + 1]) {
            value = value * 10 + Int(bytes[at + 1] - 0xB0)
            at += 2
        } else {
            break
        }
        digits += 1
    }
    return digits > 0 ? (value, digits, at) : nil
}

private func isLetter(_ byte: UInt8) -> Bool {
    byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A || byte >= 0xC3
        || byte >= 0x80 && byte < 0xC0
}

private func cjk(_ bytes: UnsafeBufferPointer<UInt8>, _ from: Int) -> (TimeToken.Kind, Int) {
    var length = min(12, (bytes.count - from) / 3 * 3)
    while length >= 3 {
        if let word = TimeVocabulary.look(up: UnsafeBufferPointer(rebasing: bytes[from..<from + length])) { return (.word(word), from + length) }
        length -= 3
    }
    return (.other, min(bytes.count, from + 3))
}
