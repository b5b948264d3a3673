/// A text made ready for the index: ASCII letters small, every byte of white space a blank, eight zero bytes behind it. Offsets stay.
struct FoldedText {
    private(set) var bytes: [UInt8] = []
    private(set) var count = 0
    /// Whether the text holds a letter that is the other case of a letter far away from it (`oddLetters`). The index is not asked then.
    private(set) var isOdd = false

    /// Where words may begin: at an ASCII word byte or the first byte of another character, not behind an ASCII word byte. The first `wordStartCount` count.
    private(set) var wordStarts: [Int32] = []
    private(set) var wordStartCount = 0

    /// For each byte, whether the text (as it was given) holds it; found out when it is first asked.
    private var held = [Bool](repeating: false, count: 256)
    private var knowsBytes = false

    /// Bytes behind the text that may be read.
    static let padding = 8

    /// Letters outside the ranges of `CaseVariants` that PCRE2 takes for the other case of a letter within them: KELVIN SIGN (k),
    /// LONG S (s), ANGSTROM SIGN (å), SHARP S and Y WITH DIAERESIS in capitals, and the old forms of Cyrillic letters U+1C80...U+1C88.
    static func isOddLetter(_ a: UInt8, _ b: UInt8, _ c: UInt8) -> Bool {
        switch a {
        case 0xC5: b == 0xBF || b == 0xB8
        case 0xE2: b == 0x84 && (c == 0xAA || c == 0xAB)
        case 0xE1: (b == 0xB2 && (0x80...0x88).contains(c)) || (b == 0xBA && c == 0x9E)
        default: false
        }
    }

    /// The bytes of a white-space character outside ASCII that begins with these; 0 where none does.
    /// (What PCRE2's `\s` matches with Unicode properties: category Z, U+0085 and U+180E.)
    static func spaceLength(_ a: UInt8, _ b: UInt8, _ c: UInt8) -> Int {
        switch a {
        case 0xC2: b == 0x85 || b == 0xA0 ? 2 : 0
        case 0xE1: (b == 0x9A && c == 0x80) || (b == 0xA0 && c == 0x8E) ? 3 : 0
        case 0xE2:
            (b == 0x80 && ((0x80...0x8A).contains(c) || c == 0xA8 || c == 0xA9 || c == 0xAF)) || (b == 0x81 && c == 0x9F) ? 3 : 0
        case 0xE3: b == 0x80 && c == 0x80 ? 3 : 0
        default: 0
        }
    }

    /// What a byte becomes (small letters; blanks for white space), and whether it belongs to a word (bit 8) or no ASCII (bit 9).
    private static let classes: [UInt16] = (0...255).map { byte in
        let byte = UInt8(byte)
        if byte >= 0x80 { return 0x200 | UInt16(byte) }
        let folded = byte &- 0x41 < 26 ? byte | 0x20 : byte &- 0x09 < 5 ? 0x20 : byte
        return UInt16(folded) | (PatternIndex.isWordByte(folded) ? 0x100 : 0)
    }

    mutating func set(_ text: UnsafeBufferPointer<UInt8>) {
        count = text.count
        knowsBytes = false
        let count = count
        if bytes.count < count + Self.padding { bytes = [UInt8](repeating: 0, count: (count + Self.padding) * 2) }
        if wordStarts.count < count { wordStarts = [Int32](repeating: 0, count: count * 2) }
        var starts = 0
        var seen: UInt16 = 0
        Self.classes.withUnsafeBufferPointer { classes in
            bytes.withUnsafeMutableBufferPointer { folded in
                wordStarts.withUnsafeMutableBufferPointer { list in
                    var before: UInt16 = 0
                    for position in 0..<count {
                        let kind = classes[Int(text[position])]
                        seen |= kind
                        folded[position] = UInt8(truncatingIfNeeded: kind)
                        // Written in any case and kept only sometimes: no branch to guess wrong.
                        list[starts] = Int32(truncatingIfNeeded: position)
                        starts += Int((kind & ~before & 0x100) >> 8)
                        before = kind
                    }
                    for offset in 0..<Self.padding { folded[count + offset] = 0 }
                }
            }
        }
        wordStartCount = starts
        isOdd = false
        if seen & 0x200 != 0 { setBeyondASCII(text) }
    }

    /// The same for a text with other characters: their white space, and words that begin with them.
    private mutating func setBeyondASCII(_ text: UnsafeBufferPointer<UInt8>) {
        let count = count
        var odd = false
        var starts = 0
        bytes.withUnsafeMutableBufferPointer { folded in
            var position = 0
            while position < count {
                let byte = text[position]
                if byte == 0xC2 || byte == 0xC5 || (0xE1...0xE3).contains(byte) {
                    let second = position + 1 < count ? text[position + 1] : 0
                    let third = position + 2 < count ? text[position + 2] : 0
                    odd = odd || Self.isOddLetter(byte, second, third)
                    let length = Self.spaceLength(byte, second, third)
                    if length > 0 {
                        for offset in 0..<length { folded[position + offset] = 0x20 }
                        position += length
                        continue
                    }
                }
                position += 1
            }
            wordStarts.withUnsafeMutableBufferPointer { list in
                var isInWord = false
                for position in 0..<count {
                    let byte = folded[position]
                    let isWord = PatternIndex.isWordByte(byte)
                    list[starts] = Int32(truncatingIfNeeded: position)
                    if !isInWord && (isWord || byte >= 0xC0) { starts += 1 }
                    isInWord = isWord
                }
            }
        }
        isOdd = odd
        wordStartCount = starts
    }

    /// Whether the text, as it was given, holds one of some bytes.
    mutating func holds(_ wanted: [UInt8], in text: UnsafeBufferPointer<UInt8>) -> Bool {
        if !knowsBytes {
            knowsBytes = true
            held.withUnsafeMutableBufferPointer { held in
                for byte in 0..<256 { held[byte] = false }
                for byte in text { held[Int(byte)] = true }
            }
        }
        return wanted.contains { held[Int($0)] }
    }
}
