/// Tells of nine in ten places of a text, by three bytes, that none of some literals begins there. The others must be looked up.
struct BeginningFilter: Sendable {
    /// A bit for every hash of three bytes.
    private let bits: FrozenArray<UInt64>

    init(_ literals: [LiteralTable.Literal]) {
        var bits = [UInt64](repeating: 0, count: literals.isEmpty ? 0 : 1 << 10)
        for literal in literals { Self.mark(literal.bytes, 0, 0, 0, &bits) }
        self.bits = FrozenArray(bits)
    }

    /// Sets the bits of every three bytes that a literal can begin with.
    private static func mark(_ literal: LiteralBytes, _ place: Int, _ key: UInt32, _ count: UInt32, _ bits: inout [UInt64]) {
        if count == 3 {
            let hash = hash(key)
            bits[hash >> 6] |= 1 << UInt64(hash & 63)
            return
        }
        func goOn(_ byte: UInt32, at place: Int) { mark(literal, place, key | byte << (8 * count), count + 1, &bits) }
        guard place < literal.count, literal[place] != RequiredLiterals.wordEnd else {
            for byte in 0...0xFF { goOn(UInt32(byte), at: literal.count) }
            return
        }
        guard literal[place] == RequiredLiterals.anySpace else { return goOn(UInt32(literal[place]), at: place + 1) }
        // The last blank, or one more.
        goOn(0x20, at: place + 1)
        goOn(0x20, at: place)
    }

    private static func hash(_ key: UInt32) -> Int { Int((key &* 0x9E37_79B1) &>> 16) }

    /// The bits, as long as the filter lives.
    var view: View { View(bits: bits.base) }

    struct View {
        fileprivate let bits: UnsafeMutablePointer<UInt64>

        /// Whether a literal may begin at a place of a folded text.
        @inline(__always)
        func canBegin(_ text: UnsafePointer<UInt8>, at place: Int) -> Bool {
            let hash = BeginningFilter.hash(UnsafeRawPointer(text + place).loadUnaligned(as: UInt32.self).littleEndian & 0xFF_FFFF)
            return bits[hash >> 6] &>> UInt64(hash & 63) & 1 != 0
        }
    }
}
