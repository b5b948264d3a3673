/// A set of labels that a text is looked up in by its bytes, without making a string: upper and lower case, digits, punctuation and brackets
/// around words, and white space do not count.
struct LabelTable: Sendable {
    private let hashes: HashPlaces
    /// By the first byte of their first letters, a bit for each letter of ASCII that goes on; all where something else does. Most texts of a
    /// page begin otherwise and are not read to their ends.
    private let beginnings: [UInt32]

    init(_ labels: some Sequence<String>) {
        let forms = labels.flatMap { label in [label, label.prefix(1).uppercased() + label.dropFirst()] }
        hashes = HashPlaces(forms.lazy.compactMap(LabelTable.hash))
        beginnings = forms.reduce(into: [UInt32](repeating: 0, count: 256)) { beginnings, form in
            var form = form
            if let (first, goesOn) = form.withUTF8(LabelTable.beginning) { beginnings[first] |= goesOn }
        }
    }

    func contains(_ text: ArraySlice<UInt8>) -> Bool { text.withUnsafeBufferPointer(contains) }
    func contains(_ text: String) -> Bool {
        var text = text
        return text.withUTF8(contains)
    }
    func contains(_ hash: UInt64) -> Bool { hashes.contains(hash) }

    func contains(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let (first, goesOn) = LabelTable.beginning(text), beginnings[first] & goesOn != 0 else { return false }
        return LabelTable.hash(text).map(contains) ?? false
    }

    /// The first byte of the first letter, folded, and the bit of the letter of ASCII behind it, all bits where that is none; `nil` where
    /// there is no letter.
    private static func beginning(_ text: UnsafeBufferPointer<UInt8>) -> (first: Int, goesOn: UInt32)? {
        var at = 0
        while at < text.count {
            let width = text[at] <= 0x20 ? 1 : gap(text, at)
            if width == 0 {
                let next = at + 1 < text.count ? text[at + 1] | 0x20 : 0
                return (Int(lowered(text, at, text.count).0), next &- 0x61 < 26 ? 1 << UInt32(next & 0x1F) : .max)
            }
            at += width
        }
        return nil
    }

    /// FNV-1a over the folded words; `nil` where there is no letter.
    static func hash(of text: ArraySlice<UInt8>) -> UInt64? { text.withUnsafeBufferPointer(hash) }

    static func hash(of text: String) -> UInt64? { hash(of: text[...]) }

    static func hash(of text: Substring) -> UInt64? {
        var text = text
        return text.withUTF8(hash)
    }

    private static func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64? {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        func mix(_ byte: UInt8) { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        var at = 0
        // One past the last letter of the open word; 0 where none is open.
        var last = 0, words = 0
        while at < bytes.count {
            let byte = bytes[at]
            if last == at, last > 0, (byte | 0x20) &- 0x61 < 26 {
                mix(byte | 0x20)
                at += 1
                last = at
                continue
            }
            if byte <= 0x20 || byte == 0xC2 && at + 1 < bytes.count && bytes[at + 1] == 0xA0 {
                at += byte <= 0x20 ? 1 : 2
                last = 0
                continue
            }
            let width = gap(bytes, at)
            if width > 0 {
                at += width
                continue
            }
            if last == 0 {
                if words > 0 { mix(0x20) }
                words += 1
            } else {
                // What stands inside a word counts, but for digits; what stands at its ends does not.
                while last < at {
                    if bytes[last] &- 0x30 >= 10 { mix(bytes[last]) }
                    last += 1
                }
            }
            let (low, high) = lowered(bytes, at, bytes.count)
            mix(low)
            if let high { mix(high) }
            at += high == nil ? 1 : 2
            last = at
        }
        return words > 0 ? hash : nil
    }

    /// Bytes of something that is no letter here; 0 for a letter.
    private static func gap(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> Int {
        switch bytes[at] {
        case 0x41...0x5A, 0x61...0x7A: 0
        case 0..<0x80: 1
        case 0xC2 where at + 1 < bytes.count: 2
        // General punctuation, arrows, signs; CJK punctuation; full-width brackets.
        case 0xE2 where at + 2 < bytes.count: 3
        case 0xE3 where at + 2 < bytes.count && bytes[at + 1] == 0x80: 3
        case 0xEF where at + 2 < bytes.count && bytes[at + 1] == 0xBC && bytes[at + 2] < 0x90: 3
        // The signs that choose a picture or a letter (U+FE0E, U+FE0F), and pictures.
        case 0xEF where at + 2 < bytes.count && bytes[at + 1] == 0xB8 && bytes[at + 2] & 0xFE == 0x8E: 3
        case 0xF0 where at + 3 < bytes.count && bytes[at + 1] == 0x9F: 4
        default: 0
        }
    }

    /// Lower case of ASCII, Latin-1, Greek and Russian letters; other bytes as they are.
    static func lowered(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int, _ end: Int) -> (UInt8, UInt8?) {
        let byte = bytes[at]
        if (0x41...0x5A).contains(byte) { return (byte | 0x20, nil) }
        guard byte == 0xC3 || byte == 0xCE || byte == 0xD0, at + 1 < end else { return (byte, nil) }
        let next = bytes[at + 1]
        if byte == 0xCE { return 0x91...0x9F ~= next ? (0xCE, next + 0x20) : 0xA0...0xA9 ~= next ? (0xCF, next - 0x20) : (byte, next) }
        if byte == 0xC3 { return (byte, (0x80...0x9E).contains(next) && next != 0x97 ? next + 0x20 : next) }
        switch next {
        case 0x90...0x9F: return (0xD0, next + 0x20)
        case 0xA0...0xAF: return (0xD1, next - 0x20)
        case 0x81: return (0xD1, 0x91)
        default: return (byte, next)
        }
    }
}
