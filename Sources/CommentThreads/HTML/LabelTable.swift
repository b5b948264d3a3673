/// A set of labels that a text is looked up in by its bytes, without making a string: upper and lower case, digits, punctuation and brackets
/// around words, and white space do not count.
struct LabelTable: Sendable {
    private let hashes: Set<UInt64>

    init(_ labels: some Sequence<String>) {
        var hashes: Set<UInt64> = []
        for label in labels {
            for form in [label, label.prefix(1).uppercased() + label.dropFirst()] {
                if let hash = LabelTable.hash(of: Array(form.utf8)[...]) { hashes.insert(hash) }
            }
        }
        self.hashes = hashes
    }

    func contains(_ text: ArraySlice<UInt8>) -> Bool { LabelTable.hash(of: text).map(hashes.contains) ?? false }
    func contains(_ hash: UInt64) -> Bool { hashes.contains(hash) }

    /// FNV-1a over the folded words; `nil` where there is no letter.
    static func hash(of text: ArraySlice<UInt8>) -> UInt64? {
        text.withUnsafeBufferPointer { bytes in
            var hash: UInt64 = 0xcbf2_9ce4_8422_2325
            var words = 0, at = 0
            while at < bytes.count {
                var start = at
                while start < bytes.count { let width = gap(bytes, start); if width == 0 { break }; start += width }
                guard start < bytes.count else { break }
                // The word ends at white space; what is no letter at its end does not count.
                var stop = start, last = start
                while stop < bytes.count, bytes[stop] > 0x20, !(bytes[stop] == 0xC2 && stop + 1 < bytes.count && bytes[stop + 1] == 0xA0) {
                    let width = gap(bytes, stop)
                    stop += max(1, width)
                    if width == 0 { last = stop }
                }
                if words > 0 { hash = (hash ^ 0x20) &* 0x100_0000_01b3 }
                words += 1
                var byte = start
                while byte < last {
                    if (0x30...0x39).contains(bytes[byte]) {
                        byte += 1
                        continue
                    }
                    let (low, high) = lowered(bytes, byte, last)
                    hash = (hash ^ UInt64(low)) &* 0x100_0000_01b3
                    byte += 1
                    if let high {
                        hash = (hash ^ UInt64(high)) &* 0x100_0000_01b3
                        byte += 1
                    }
                }
                at = stop
            }
            return words > 0 ? hash : nil
        }
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
        default: 0
        }
    }

    /// Lower case of ASCII, Latin-1 and Russian letters; other bytes as they are.
    private static func lowered(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int, _ end: Int) -> (UInt8, UInt8?) {
        let byte = bytes[at]
        if (0x41...0x5A).contains(byte) { return (byte | 0x20, nil) }
        guard byte == 0xC3 || byte == 0xD0, at + 1 < end else { return (byte, nil) }
        let next = bytes[at + 1]
        if byte == 0xC3 { return (byte, (0x80...0x9E).contains(next) && next != 0x97 ? next + 0x20 : next) }
        switch next {
        case 0x90...0x9F: return (0xD0, next + 0x20)
        case 0xA0...0xAF: return (0xD1, next - 0x20)
        case 0x81: return (0xD1, 0x91)
        default: return (byte, next)
        }
    }
}
