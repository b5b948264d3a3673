/// Up to 24 bytes of a literal in place: patterns have thousands of beginnings, and an array for each is most of the time an index takes to build.
///
/// The first byte is the highest of the first word, so words compare as the bytes do.
struct LiteralBytes: Hashable, Comparable, RandomAccessCollection {
    private var words: (UInt64, UInt64, UInt64) = (0, 0, 0)
    private(set) var count = 0

    /// Longer literals are cut: what they begin with says enough.
    static let capacity = 24

    init() {}

    init(_ bytes: some Sequence<UInt8>) {
        for byte in bytes.prefix(Self.capacity) { append(byte) }
    }

    var startIndex: Int { 0 }
    var endIndex: Int { count }

    subscript(position: Int) -> UInt8 {
        let shift = UInt64(56 &- 8 &* (position & 7))
        return UInt8(truncatingIfNeeded: (position < 8 ? words.0 : position < 16 ? words.1 : words.2) &>> shift)
    }

    /// - Precondition: there is room for it.
    mutating func append(_ byte: UInt8) {
        let bits = UInt64(byte) &<< UInt64(56 &- 8 &* (count & 7))
        if count < 8 { words.0 |= bits } else if count < 16 { words.1 |= bits } else { words.2 |= bits }
        count += 1
    }

    /// The first bytes of it.
    func first(_ length: Int) -> LiteralBytes { length < count ? LiteralBytes(prefix(length)) : self }

    static func == (left: Self, right: Self) -> Bool { left.words == right.words && left.count == right.count }

    static func < (left: Self, right: Self) -> Bool {
        left.words == right.words ? left.count < right.count : left.words < right.words
    }

    func hash(into hasher: inout Hasher) {
        hasher.combine(words.0)
        hasher.combine(words.1)
        hasher.combine(words.2)
        hasher.combine(count)
    }
}
