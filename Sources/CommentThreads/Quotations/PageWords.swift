/// The words of several texts, one after another, in a form that is quick to compare: each as a hash that is blind to case,
/// kinds of quotation marks, white space and punctuation, with its place in its text.
///
/// A word is a run of letters, marks and digits; an apostrophe between letters joins ("don't" and "don’t" are one word);
/// each Han character, kana or Thai letter is a word of its own, since nothing parts words there.
struct PageWords {
    private(set) var hashes: [UInt64] = []
    /// Where each word stands in its text.
    private(set) var places: [Place] = []
    /// First word of each text; one more at the end.
    private(set) var offsets: [Int] = [0]
    /// Letters of a word that count: with five, "report", "reports" and "reporting" are one word.
    private let stem: Int

    init(stem: Int = .max) { self.stem = stem }

    struct Place {
        /// First byte of the word and the byte behind it.
        var start: Int32, end: Int32
        /// Code points before it.
        var codePoints: Int32
        /// The line on which it stands, from 0.
        var line: Int32
    }

    /// The number of texts.
    var count: Int { offsets.count - 1 }

    /// The words of one text, as positions.
    func words(of text: Int) -> Range<Int> { offsets[text]..<offsets[text + 1] }

    /// Adds a text and returns its number.
    ///
    /// - Parameter most: words of it that are wanted.
    @discardableResult
    mutating func append(_ text: String, most: Int = .max) -> Int {
        var text = text
        return text.withUTF8 { append($0, most: most) }
    }

    /// The same for bytes of UTF-8, which may end inside a character.
    @discardableResult
    mutating func append(_ bytes: UnsafeBufferPointer<UInt8>, most: Int = .max) -> Int {
        // A word and what parts it from the next take some six bytes.
        let expected = hashes.count + min(most, bytes.count / 6 + 2)
        if hashes.capacity < expected {
            hashes.reserveCapacity(max(expected, 2 * hashes.capacity))
            places.reserveCapacity(max(expected, 2 * places.capacity))
        }
        scan(bytes, most: most)
        offsets.append(hashes.count)
        return count - 1
    }

    /// Bytes that the words of a range cover, in their text.
    func bytes(_ range: Range<Int>) -> Range<Int> {
        range.isEmpty ? 0..<0 : Int(places[range.lowerBound].start)..<Int(places[range.upperBound - 1].end)
    }

    private mutating func scan(_ bytes: UnsafeBufferPointer<UInt8>, most: Int) {
        var at = 0
        let enough = most == .max ? Int.max : hashes.count + most
        var line: Int32 = 0
        var hash = Self.seed
        var letters = 0
        var start = -1
        var end = 0
        // Bytes that begin no code point, up to the word's start.
        var continuations: Int32 = 0
        var continuationsAtStart: Int32 = 0
        func flush(_ words: inout PageWords) {
            guard start >= 0 else { return }
            words.hashes.append(hash)
            words.places.append(Place(start: Int32(start), end: Int32(end), codePoints: Int32(start) - continuationsAtStart, line: line))
            start = -1
            hash = Self.seed
            letters = 0
        }
        while at < bytes.count, hashes.count < enough {
            let byte = bytes[at]
            if Self.isPlain(byte) {
                if start < 0 { (start, continuationsAtStart) = (at, continuations) }
                // Most words are of such letters alone: their hash stays in a register.
                var (own, seen) = (hash, letters)
                repeat {
                    if seen < stem { Self.mix(bytes[at] | 0x20, into: &own) }
                    seen += 1
                    at += 1
                } while at < bytes.count && Self.isPlain(bytes[at])
                (hash, letters, end) = (own, seen, at)
                continue
            }
            if byte < 0x80 {
                switch byte {
                case 0x27 where start >= 0 && at + 1 < bytes.count && Self.mayBeginWord(bytes[at + 1]):
                    break
                default:
                    flush(&self)
                    if byte == 0x0A { line += 1 }
                }
                at += 1
                continue
            }
            let (scalar, length) = decodeScalar(bytes, at)
            switch Self.kind(scalar) {
            case .letter:
                if start < 0 { (start, continuationsAtStart) = (at, continuations) }
                if letters >= stem {
                    // Behind the stem: it counts no more.
                } else if let lower = Self.simpleLower(scalar) {
                    Self.mix(lower, into: &hash)
                } else {
                    for folded in scalar.properties.lowercaseMapping.unicodeScalars { Self.mix(folded.value, into: &hash) }
                }
                letters += 1
                end = at + length
            case .single:
                flush(&self)
                (start, continuationsAtStart) = (at, continuations)
                Self.mix(scalar.value, into: &hash)
                end = at + length
                flush(&self)
            case .apostrophe where start >= 0 && at + length < bytes.count && Self.mayBeginWord(bytes[at + length]):
                break
            case .apostrophe, .other:
                flush(&self)
            }
            at += length
            continuations += Int32(length - 1)
        }
        if hashes.count < enough { flush(&self) }
    }

    /// Whether a byte is a letter or a digit of ASCII.
    private static func isPlain(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 }

    private enum Kind { case letter, single, apostrophe, other }

    private static func mayBeginWord(_ byte: UInt8) -> Bool {
        byte &- 0x41 < 26 || byte &- 0x61 < 26 || byte >= 0xC3 && byte != 0xE2
    }

    private static func kind(_ scalar: Unicode.Scalar) -> Kind {
        switch scalar.value {
        case 0xD7, 0xF7: .other
        case 0xC0...0x24F, 0x370...0x373, 0x376...0x377, 0x386, 0x388...0x481, 0x48A...0x52F: .letter
        case 0x2019, 0x02BC: .apostrophe
        case 0x3040...0x30FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF, 0x0E01...0x0E4E: .single
        case 0x2000...0x2BFF, 0x3000...0x303F, 0xFE00...0xFE0F, 0xFF00...0xFF0F, 0x1F000...0x1FAFF: .other
        default:
            switch scalar.properties.generalCategory {
            case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .nonspacingMark, .spacingMark,
                .decimalNumber:
                .letter
            default: .other
            }
        }
    }

    /// Lower case of the blocks where it is a sum: Greek and Cyrillic capitals, Latin-1, and letters that have none.
    private static func simpleLower(_ scalar: Unicode.Scalar) -> UInt32? {
        let value = scalar.value
        switch value {
        case 0xC0...0xDE, 0x391...0x3AB, 0x410...0x42F: return value + 32
        case 0xDF...0xFF, 0x3AC...0x3CE, 0x430...0x45F, 0x5D0...0x6FF, 0x904...0xD7A3: return value
        case 0x400...0x40F: return value + 80
        default: return nil
        }
    }

    private static let seed: UInt64 = 0xCBF2_9CE4_8422_2325

    /// FNV-1a, a scalar or byte at a time.
    private static func mix(_ value: some FixedWidthInteger, into hash: inout UInt64) {
        hash = (hash ^ UInt64(truncatingIfNeeded: value)) &* 0x0000_0100_0000_01B3
    }
}

/// The scalar that begins at a byte of valid UTF-8, and its length in bytes.
func decodeScalar(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> (Unicode.Scalar, length: Int) {
    let first = UInt32(bytes[at])
    let length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    guard at + length <= bytes.count else { return ("\u{FFFD}", bytes.count - at) }
    var value = length == 1 ? first : first & (0x7F >> UInt32(length))
    for offset in 1..<max(1, length) where length > 1 { value = value << 6 | UInt32(bytes[at + offset] & 0x3F) }
    return (Unicode.Scalar(value) ?? "\u{FFFD}", length)
}

/// In how many texts each word stands.
struct WordFrequency {
    private var places = HashPlaces()
    private var counts: [Int32] = []

    /// - Parameter texts: how many of the texts are looked at, from the first on.
    init(_ words: PageWords, texts: Int) {
        // The last text that had each word.
        var last: [Int32] = []
        for text in 0..<texts {
            for word in words.words(of: text) {
                let place = places.insert(words.hashes[word])
                if place == counts.count {
                    counts.append(0)
                    last.append(-1)
                }
                if last[place] != Int32(text) { counts[place] += 1 }
                last[place] = Int32(text)
            }
        }
    }

    func texts(with word: UInt64) -> Int { places.place(of: word).map { Int(counts[$0]) } ?? 0 }
}
