/// Eight bytes at once, in one word of 64 bits. A sum with a constant sets a byte's high bit where the byte is at least so large;
/// no sum of two bytes below 128 runs into the next one, and bytes from 128 on are in no range. (L. Lamport, "Multiple byte processing with full-word instructions", CACM 18, 1975.)
enum EightBytes {
    static let high: UInt64 = 0x8080_8080_8080_8080
    private static let ones: UInt64 = 0x0101_0101_0101_0101

    /// High bits of the ASCII bytes from `low` to `last`.
    @inline(__always)
    private static func range(_ bytes: UInt64, _ low: UInt64, _ last: UInt64) -> UInt64 {
        let ascii = bytes & ~high
        return (ascii &+ (0x80 - low) &* ones) & ~(ascii &+ (0x7F - last) &* ones) & ~bytes & high
    }

    /// Capitals made small, white space made blanks; and a bit for each byte that is a letter, a digit or `_`, the first byte's lowest.
    @inline(__always)
    static func folded(_ bytes: UInt64) -> (small: UInt64, words: UInt64) {
        // With this bit set capitals are small letters, and nothing else becomes one.
        let letters = range(bytes | 0x20 &* ones, 0x61, 0x7A)
        let ascii = bytes & ~high
        let lines = ~((ascii ^ 0x5F &* ones) &+ 0x7F &* ones) & ~bytes & high
        var small = bytes | letters >> 2
        // Few texts have white space but blanks, and none has much of it.
        if ~(ascii &+ 0x60 &* ones) & ~bytes & high != 0 {
            let spaces = (range(bytes, 0x09, 0x0D) >> 7) &* 0xFF
            small = small & ~spaces | 0x20 &* ones & spaces
        }
        return (small, bits(letters | range(bytes, 0x30, 0x39) | lines))
    }

    /// A bit for each byte that begins a character of several bytes.
    @inline(__always)
    static func leads(in bytes: UInt64) -> UInt64 { bits(bytes & bytes << 1 & high) }

    @inline(__always)
    private static func bits(_ marks: UInt64) -> UInt64 { ((marks >> 7) &* 0x0102_0408_1020_4080) >> 56 }
}
