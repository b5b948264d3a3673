/// Literals, to be looked up by the bytes that stand at a place.
struct LiteralTable: Sendable {
    struct Entry: Sendable {
        /// The first eight bytes of the text must be `value` where `mask` is set.
        let value: UInt64
        let mask: UInt64
        /// The whole literal in `bytes`; 0 bytes where the first eight say it all.
        let start: Int32
        let count: Int32
        let pattern: Int32
        /// Whether one place is enough to know.
        let isGate: Bool
    }

    /// Literals whose keys have the same length: 1 to 4 bytes, up to their first white space.
    struct Shelf: Sendable {
        let keyMask: UInt32
        /// Which keys occur, by hash.
        let bits: [UInt64]
        /// Where the entries of each hash begin.
        let heads: [Int32]
        let shift: UInt32
    }

    private(set) var shelves: [Shelf] = []
    private(set) var entries: [Entry] = []
    private(set) var bytes: [UInt8] = []

    var isEmpty: Bool { entries.isEmpty }

    @inline(__always)
    static func hash(_ key: UInt32, shift: UInt32) -> Int { Int((key &* 0x9E37_79B1) >> shift) }

    init(_ literals: [(bytes: [UInt8], pattern: Int, isGate: Bool)]) {
        var keyed = Array(repeating: [(key: UInt32, literal: Int)](), count: 5)
        for (index, literal) in literals.enumerated() {
            let known = Self.known(literal.bytes)
            keyed[min(4, known.count)].append((UInt32(truncatingIfNeeded: Self.word(known.prefix(4))), index))
        }
        // Bits of the hash, by length of key.
        let sizes: [UInt32] = [0, 8, 13, 15, 17]
        for length in 1...4 where !keyed[length].isEmpty {
            let shift = 32 - sizes[length]
            let sorted = keyed[length].map { (hash: Self.hash($0.key, shift: shift), literal: $0.literal) }.sorted { ($0.hash, $0.literal) < ($1.hash, $1.literal) }
            var bits = [UInt64](repeating: 0, count: max(1, 1 << (sizes[length] - 6)))
            var heads: [Int32] = []
            var next = 0
            for hash in 0...(1 << sizes[length]) {
                heads.append(Int32(entries.count))
                while next < sorted.count, sorted[next].hash == hash {
                    bits[hash >> 6] |= 1 << UInt64(hash & 63)
                    add(literals[sorted[next].literal])
                    next += 1
                }
            }
            shelves.append(Shelf(keyMask: length == 4 ? .max : (1 << UInt32(8 * length)) - 1, bits: bits, heads: heads, shift: shift))
        }
    }

    private mutating func add(_ literal: (bytes: [UInt8], pattern: Int, isGate: Bool)) {
        let known = Self.known(literal.bytes).prefix(8)
        let isAll = known.count == literal.bytes.count && literal.bytes.last != RequiredLiterals.anySpace
        let mask: UInt64 = known.count == 8 ? .max : (1 << UInt64(8 * known.count)) - 1
        entries.append(
            Entry(
                value: Self.word(known), mask: mask, start: Int32(bytes.count), count: isAll ? 0 : Int32(literal.bytes.count),
                pattern: Int32(literal.pattern), isGate: literal.isGate))
        if !isAll { bytes += literal.bytes }
    }

    /// The bytes that have a known place: up to the first of white space, which may be longer than one blank, or the end of a word.
    private static func known(_ literal: [UInt8]) -> ArraySlice<UInt8> {
        guard let mark = literal.firstIndex(where: { $0 >= RequiredLiterals.wordEnd }) else { return literal[...] }
        if literal[mark] == RequiredLiterals.wordEnd { return literal[..<mark] }
        return (literal[..<mark] + [0x20])[...]
    }

    /// Up to eight bytes as a number, the first lowest.
    private static func word(_ bytes: ArraySlice<UInt8>) -> UInt64 {
        var word: UInt64 = 0
        for (index, byte) in bytes.prefix(8).enumerated() { word |= UInt64(byte) << UInt64(8 * index) }
        return word
    }

    /// Whether the literal of an entry stands at a place, beyond what its first bytes said.
    @inline(__always)
    func stands(_ entry: Entry, _ text: UnsafePointer<UInt8>, _ position: Int, _ count: Int) -> Bool {
        if entry.count == 0 { return true }
        return bytes.withUnsafeBufferPointer { literals in
            var place = position
            for index in Int(entry.start)..<Int(entry.start + entry.count) {
                let byte = literals[index]
                switch byte {
                case RequiredLiterals.anySpace:
                    guard place < count, text[place] == 0x20 else { return false }
                    while place < count, text[place] == 0x20 { place += 1 }
                case RequiredLiterals.wordEnd: if place < count, PatternIndex.isWordByte(text[place]) { return false }
                default:
                    guard place < count, text[place] == byte else { return false }
                    place += 1
                }
            }
            return true
        }
    }
}
