/// Up to 24 bytes of a literal in place: patterns have thousands of beginnings, and an array for each is most of the time an index takes to build.
///
/// The first byte is the highest of the first word, so words compare as the bytes do.
struct LiteralBytes: Hashable, Comparable, RandomAccessCollection {
    private var head: UInt64 = 0
    private var middle: UInt64 = 0
    private var tail: UInt64 = 0
    private(set) var count = 0

    /// Longer literals are cut: what they begin with says enough.
    static let capacity = 24

    init() {}

    init(_ byte: UInt8) { append(byte) }

    init(_ bytes: some Sequence<UInt8>) {
        for byte in bytes {
            if count == Self.capacity { break }
            append(byte)
        }
    }

    // Written out, as these are asked for a million times, and a build without optimisation would look each up.
    var startIndex: Int { 0 }
    var endIndex: Int { count }
    var isEmpty: Bool { count == 0 }
    var last: UInt8? { count == 0 ? nil : self[count &- 1] }
    func index(after index: Int) -> Int { index &+ 1 }
    func formIndex(after index: inout Int) { index &+= 1 }

    subscript(position: Int) -> UInt8 {
        let word = position < 8 ? head : position < 16 ? middle : tail
        return UInt8(truncatingIfNeeded: word &>> UInt64(56 &- 8 &* (position & 7)))
    }

    /// - Precondition: there is room for it.
    mutating func append(_ byte: UInt8) {
        let bits = UInt64(byte) &<< UInt64(56 &- 8 &* (count & 7))
        if count < 8 { head |= bits } else if count < 16 { middle |= bits } else { tail |= bits }
        count &+= 1
    }

    /// Appends as many bytes as there is room for; says whether that was all of them.
    mutating func append(_ more: LiteralBytes) -> Bool {
        let shift = UInt64(count & 7) &* 8
        // What is shifted out of a word is where the next one begins.
        func spill(_ word: UInt64) -> UInt64 { shift == 0 ? 0 : word &<< (64 &- shift) }
        let (first, second, third) = (more.head &>> shift, spill(more.head) | more.middle &>> shift, spill(more.middle) | more.tail &>> shift)
        switch count &>> 3 {
        case 0: (head, middle, tail) = (head | first, second, third)
        case 1: (middle, tail) = (middle | first, second)
        case 2: tail |= first
        default: return more.isEmpty
        }
        let all = count &+ more.count
        count = all > Self.capacity ? Self.capacity : all
        return all <= Self.capacity
    }

    /// - Precondition: it is not empty.
    mutating func removeLast() {
        count &-= 1
        let bits = UInt64(0xFF) &<< UInt64(56 &- 8 &* (count & 7))
        if count < 8 { head &= ~bits } else if count < 16 { middle &= ~bits } else { tail &= ~bits }
    }

    /// The first bytes of it.
    func first(_ length: Int) -> LiteralBytes {
        guard length < count else { return self }
        func kept(_ word: UInt64, from first: Int) -> UInt64 { length <= first ? 0 : length >= first + 8 ? word : word & ~(UInt64.max &>> UInt64(8 &* (length &- first))) }
        var result = LiteralBytes()
        (result.head, result.middle, result.tail, result.count) = (kept(head, from: 0), kept(middle, from: 8), kept(tail, from: 16), length)
        return result
    }

    static func == (left: Self, right: Self) -> Bool {
        left.head == right.head && left.middle == right.middle && left.tail == right.tail && left.count == right.count
    }

    static func < (left: Self, right: Self) -> Bool {
        if left.head != right.head { return left.head < right.head }
        if left.middle != right.middle { return left.middle < right.middle }
        return left.tail == right.tail ? left.count < right.count : left.tail < right.tail
    }
}
