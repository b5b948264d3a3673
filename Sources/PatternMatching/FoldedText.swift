internal import Glibc

/// A text made ready for the index: ASCII letters small, every byte of white space a blank, eight zero bytes behind it. Offsets stay.
///
/// One a thread; its memory is used again for every text.
final class FoldedText {
    private(set) var bytes: UnsafeMutablePointer<UInt8>
    private(set) var count = 0
    /// Whether the text holds a letter that is the other case of a letter far away from it (`oddLetters`). The index is not asked then.
    private(set) var isOdd = false

    /// Where words may begin: at an ASCII word byte or the first byte of another character, not behind an ASCII word byte.
    private(set) var wordStarts: UnsafeMutablePointer<Int32>
    private(set) var wordStartCount = 0
    /// A bit for each byte that is an ASCII letter, a digit or `_`, eight to a byte, the first one's lowest; none behind the text.
    private(set) var wordBits: UnsafeMutablePointer<UInt8>
    /// Characters outside ASCII.
    private(set) var otherCharacters = 0

    /// Bytes there is room for.
    private var capacity: Int
    /// For each byte, whether the text (as it was given) holds it; found out when it is first asked.
    private var held = [Bool](repeating: false, count: 256)
    private var knowsBytes = false

    /// Bytes behind the text that may be read.
    static let padding = 8

    init() {
        capacity = 4_096
        bytes = .allocate(capacity: capacity + Self.padding)
        wordStarts = .allocate(capacity: capacity / 2 + Self.padding)
        wordBits = .allocate(capacity: capacity / 8 + Self.padding)
    }

    deinit { free() }

    private func free() {
        bytes.deallocate()
        wordStarts.deallocate()
        wordBits.deallocate()
    }

    private func makeRoom(_ count: Int) {
        guard count > capacity else { return }
        free()
        capacity = count * 2
        bytes = .allocate(capacity: capacity + Self.padding)
        wordStarts = .allocate(capacity: capacity / 2 + Self.padding)
        wordBits = .allocate(capacity: capacity / 8 + Self.padding)
    }

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

    func set(_ text: UnsafeBufferPointer<UInt8>) {
        count = text.count
        knowsBytes = false
        makeRoom(count)
        let (count, bytes, list) = (count, UnsafeMutableRawPointer(bytes), wordStarts)
        var starts = 0
        var (hasOddLetters, hasOddSpaces) = (false, false)
        var others = 0
        // Eight bytes at a time; the last ones are padded with zeros, as the text is.
        var carry: UInt64 = 0
        var position = 0
        while position < count {
            let eight = Self.eight(of: text, at: position)
            let (small, words) = EightBytes.folded(eight)
            bytes.storeBytes(of: small.littleEndian, toByteOffset: position, as: UInt64.self)
            wordBits[position >> 3] = UInt8(truncatingIfNeeded: words)
            var new = words
            if eight & EightBytes.high != 0 {
                var leads = EightBytes.leads(in: eight)
                new |= leads
                others += leads.nonzeroBitCount
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
        bytes.storeBytes(of: 0 as UInt64, toByteOffset: count, as: UInt64.self)
        for offset in 0..<2 { wordBits[(count + 7) / 8 + offset] = 0 }
        wordStartCount = starts
        otherCharacters = others
        isOdd = hasOddLetters
        if hasOddSpaces { foldOddSpaces(text) }
    }

    /// Eight bytes of a text; zeros behind its end.
    @inline(__always)
    private static func eight(of text: UnsafeBufferPointer<UInt8>, at position: Int) -> UInt64 {
        let raw = UnsafeRawBufferPointer(text)
        if position + 8 <= text.count { return UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: position, as: UInt64.self)) }
        if text.count >= 8 {
            let last = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: text.count - 8, as: UInt64.self))
            return last >> UInt64(8 * (position + 8 - text.count))
        }
        return (position..<text.count).reduce(0) { $0 | UInt64(text[$1]) << UInt64(8 * ($1 - position)) }
    }

    /// Makes blanks of white space beyond ASCII, where no word begins.
    private func foldOddSpaces(_ text: UnsafeBufferPointer<UInt8>) {
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

    /// Every place of an ASCII mark, from left to right.
    @inline(__always)
    func forEach(_ mark: UInt8, _ body: (Int32) -> Void) {
        var place = 0
        while place < count, let found = memchr(bytes + place, Int32(mark), count - place) {
            place = UnsafeRawPointer(found) - UnsafeRawPointer(bytes)
            body(Int32(place))
            place += 1
        }
    }

    /// Whether the text, as it was given, holds one of some bytes.
    func holds(_ wanted: [UInt8], in text: UnsafeBufferPointer<UInt8>) -> Bool {
        if wanted.count <= 4 {
            guard let base = text.baseAddress else { return false }
            return wanted.contains { memchr(base, Int32($0), text.count) != nil }
        }
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
