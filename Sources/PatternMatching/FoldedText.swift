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

    mutating func set(_ text: UnsafeBufferPointer<UInt8>) {
        count = text.count
        knowsBytes = false
        isOdd = false
        let count = count
        if bytes.count < count + Self.padding { bytes = [UInt8](repeating: 0, count: (count + Self.padding) * 2) }
        if wordStarts.count < count + Self.padding { wordStarts = [Int32](repeating: 0, count: (count + Self.padding) * 2) }
        var starts = 0
        var (hasOddLetters, hasOddSpaces) = (false, false)
        bytes.withUnsafeMutableBytes { folded in
            wordStarts.withUnsafeMutableBufferPointer { list in
                // Eight bytes at a time; the last ones are padded with zeros, as the text is.
                var carry: UInt64 = 0
                var position = 0
                while position < count {
                    let eight: UInt64
                    if position + 8 <= count {
                        eight = UInt64(littleEndian: UnsafeRawBufferPointer(text).loadUnaligned(fromByteOffset: position, as: UInt64.self))
                    } else {
                        eight = (position..<count).reduce(0) { $0 | UInt64(text[$1]) << UInt64(8 * ($1 - position)) }
                    }
                    let small = EightBytes.folded(eight)
                    folded.storeBytes(of: small.littleEndian, toByteOffset: position, as: UInt64.self)
                    let words = EightBytes.words(in: small)
                    var new = words
                    if eight & EightBytes.high != 0 {
                        var leads = EightBytes.leads(in: eight)
                        new |= leads
                        while leads != 0 {
                            let place = position + leads.trailingZeroBitCount
                            let second = place + 1 < count ? text[place + 1] : 0, third = place + 2 < count ? text[place + 2] : 0
                            hasOddLetters = hasOddLetters || Self.isOddLetter(text[place], second, third)
                            hasOddSpaces = hasOddSpaces || Self.spaceLength(text[place], second, third) > 0
                            leads &= leads &- 1
                        }
                    }
                    new &= ~(words << 1 | carry)
                    carry = words >> 7
                    // At most four words begin in eight bytes: all four are written, and those that are none are written over.
                    let more = min(4, new.nonzeroBitCount)
                    for rank in 0..<4 {
                        list[starts + rank] = Int32(truncatingIfNeeded: position + new.trailingZeroBitCount)
                        new &= new &- 1
                    }
                    starts += more
                    position += 8
                }
                folded.storeBytes(of: 0 as UInt64, toByteOffset: count, as: UInt64.self)
            }
        }
        wordStartCount = starts
        isOdd = hasOddLetters
        if hasOddSpaces { foldOddSpaces(text) }
    }

    /// Makes blanks of white space beyond ASCII, where no word begins.
    private mutating func foldOddSpaces(_ text: UnsafeBufferPointer<UInt8>) {
        let (count, known) = (count, wordStartCount)
        func spaceLength(at place: Int) -> Int {
            Self.spaceLength(text[place], place + 1 < count ? text[place + 1] : 0, place + 2 < count ? text[place + 2] : 0)
        }
        var starts = 0
        for rank in 0..<known where spaceLength(at: Int(wordStarts[rank])) == 0 {
            wordStarts[starts] = wordStarts[rank]
            starts += 1
        }
        wordStartCount = starts
        for place in 0..<count where text[place] >= 0xC0 {
            for offset in 0..<spaceLength(at: place) { bytes[place + offset] = 0x20 }
        }
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
