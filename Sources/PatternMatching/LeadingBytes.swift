/// Which ASCII bytes can stand at the first places of a match, so that most words need not be tried.
struct LeadingBytes: Sendable {
    /// A bit for each byte of ASCII, the lower half and the upper.
    struct Set: Equatable, Sendable {
        var low: UInt64 = 0
        var high: UInt64 = 0

        static let all = Set(low: .max, high: .max)

        func union(_ other: Set) -> Set { Set(low: low | other.low, high: high | other.high) }

        /// Bytes outside ASCII are always held: what they can be is not looked at.
        @inline(__always)
        func holds(_ byte: UInt8) -> Bool {
            byte >= 0x80 || (byte < 0x40 ? low : high) &>> UInt64(byte & 63) & 1 != 0
        }

        mutating func insert(_ byte: UInt8) {
            if byte < 0x40 { low |= 1 << UInt64(byte) } else { high |= 1 << UInt64(byte & 63) }
        }
    }

    /// Of the first four places; all bytes where nothing is known.
    let first: Set, second: Set, third: Set, fourth: Set

    /// The fewest bytes that can stand at one of the places.
    let fewest: Int

    /// Nothing is known.
    static let any = LeadingBytes(sets: [])

    init(_ tree: RegexTree) { self.init(sets: Self.lead(of: tree).sets) }

    private init(sets: [Set]) {
        func at(_ place: Int) -> Set { place < sets.count ? sets[place] : .all }
        (first, second, third, fourth) = (at(0), at(1), at(2), at(3))
        fewest = sets.map { $0.low.nonzeroBitCount + $0.high.nonzeroBitCount }.min() ?? 128
    }

    /// Whether a match can begin at a place. Beyond a byte outside ASCII nothing is known: a character there has several.
    @inline(__always)
    func canBegin(at place: Int, in text: UnsafeBufferPointer<UInt8>) -> Bool {
        guard first.holds(text[place]) else { return false }
        if text[place] >= 0x80 { return true }
        var bytes = (UInt8(0), UInt8(0), UInt8(0))
        if place + 3 < text.count {
            bytes = (text[place + 1], text[place + 2], text[place + 3])
        } else {
            // Nothing that is longer than the text can begin here; what is shorter says nothing of these places.
            if place + 1 < text.count { bytes.0 = text[place + 1] }
            if place + 2 < text.count { bytes.1 = text[place + 2] }
        }
        guard second.holds(bytes.0) else { return false }
        if bytes.0 >= 0x80 { return true }
        guard third.holds(bytes.1) else { return false }
        return bytes.1 >= 0x80 || fourth.holds(bytes.2)
    }

    /// The sets of a part's first places, and whether every match of it is just so many characters long.
    private static func lead(of tree: RegexTree) -> (sets: [Set], isWhole: Bool) {
        switch tree {
        case .empty, .wordBoundary: return ([], true)
        case .again(let inner): return lead(of: inner)
        case .unknown: return ([], false)
        case .space: return ([spaces], true)
        case .character(let scalar, let ignoresCase): return ([set(of: [scalar], ignoresCase)], true)
        case .oneOf(let members, let wordness, let ignoresCase):
            return ([members.map { set(of: $0, ignoresCase) } ?? (wordness == .word ? words : .all)], true)
        case .alternation(let branches):
            let leads = branches.map(lead)
            let count = leads.map(\.sets.count).min() ?? 0
            let sets = (0..<count).map { place in leads.reduce(Set()) { $0.union($1.sets[place]) } }
            return (sets, leads.allSatisfy { $0.isWhole && $0.sets.count == count })
        case .repetition(let inner, let min, let max):
            let one = lead(of: inner)
            guard one.isWhole, !one.sets.isEmpty else { return (min > 0 ? one.sets : [], false) }
            let count = Swift.min(min, mostPlaces)
            return (Array((0..<count).map { _ in one.sets }.joined().prefix(mostPlaces)), min == max && min <= mostPlaces)
        case .sequence(let parts):
            var sets: [Set] = []
            for part in parts {
                let next = lead(of: part)
                sets += next.sets
                if !next.isWhole || sets.count >= mostPlaces { return (Array(sets.prefix(mostPlaces)), false) }
            }
            return (sets, true)
        }
    }

    private static let mostPlaces = 4
    private static let words = Set(low: 0x03FF_0000_0000_0000, high: 0x07FF_FFFE_87FF_FFFE)
    private static let spaces = Set(low: 0x0000_0001_0000_3E00, high: 0)

    /// Letters in both cases where case is ignored; those outside ASCII need no place.
    private static func set(of scalars: [Unicode.Scalar], _ ignoresCase: Bool) -> Set {
        var result = Set()
        for scalar in scalars {
            if scalar == " " || (0x09...0x0D).contains(scalar.value) { result = result.union(spaces) }
            // The other cases of å, µ and their like are no ASCII, but those of two letters are.
            if ignoresCase, scalar.value == 0x212A { result = result.union(set(of: ["k"], true)) }
            if ignoresCase, scalar.value == 0x17F { result = result.union(set(of: ["s"], true)) }
            guard scalar.isASCII else { continue }
            let byte = UInt8(truncatingIfNeeded: scalar.value)
            result.insert(byte)
            if ignoresCase, (0x41...0x5A).contains(byte & 0xDF) { result.insert(byte ^ 0x20) }
        }
        return result
    }
}
