/// Many patterns, ready to be searched for in one walk over a text.
///
/// Every match of a pattern holds one of its required literals. A pattern all of whose matches begin with one is tried only where such a
/// literal stands; one whose literals stand inside is searched for only in texts that hold one; the others are searched for in every text.
package struct PatternIndex: Sendable {
    /// How a pattern is searched for.
    package enum Lookup: String, Sendable { case atLiterals, ifLiteralOccurs, always }

    struct Indexed: Sendable {
        let pattern: CompiledPattern
        let lookup: Lookup
        /// The same expression, matching only where it is tried; for `.atLiterals`.
        let anchored: CompiledPattern?
    }

    let patterns: [Indexed]
    /// Literals that stand where words begin, and literals that may stand anywhere.
    let atWordStarts: LiteralTable
    let anywhere: LiteralTable
    /// Patterns that are searched for in every text.
    package let unfiltered: [Int]

    /// A pattern's number is its place in the list.
    package init(_ patterns: [CompiledPattern]) {
        var indexed: [Indexed] = []
        var words = LiteralTable.Builder()
        var others = LiteralTable.Builder()
        for (number, pattern) in patterns.enumerated() {
            let tree = RegexParser.tree(of: pattern.regex, ignoresCase: pattern.options.ignoresCase)
            guard !pattern.matchesEmpty, !pattern.options.isAnchored, let required = RequiredLiterals.of(tree) else {
                indexed.append(Indexed(pattern: pattern, lookup: .always, anchored: nil))
                continue
            }
            var anchored: CompiledPattern?
            if required.isPrefix {
                var options = pattern.options
                options.isAnchored = true
                anchored = try? CompiledPattern(pattern.regex, options: options)
            }
            for literal in required.literals {
                if literal.isAtWordStart { words.add(literal.bytes, pattern: number) } else { others.add(literal.bytes, pattern: number) }
            }
            indexed.append(Indexed(pattern: pattern, lookup: anchored == nil ? .ifLiteralOccurs : .atLiterals, anchored: anchored))
        }
        self.patterns = indexed
        atWordStarts = words.table()
        anywhere = others.table()
        unfiltered = indexed.indices.filter { indexed[$0].lookup == .always }
    }

    package func lookup(of number: Int) -> Lookup { patterns[number].lookup }

    /// Bytes of ASCII words.
    @inline(__always)
    static func isWordByte(_ byte: UInt8) -> Bool {
        byte &- 0x61 < 26 || byte &- 0x30 < 10 || byte == 0x5F
    }
}

/// Literals, to be looked up by the bytes at a place.
struct LiteralTable: Sendable {
    struct Entry: Sendable {
        /// Where its bytes stand in `bytes`.
        let start: Int32
        let count: Int32
        let pattern: Int32
    }

    /// For literals of 1, 2, 3 and at least 4 bytes (up to their first white space): which keys occur, and their entries.
    private(set) var bits: [[UInt64]] = Array(repeating: [], count: 5)
    private(set) var heads: [[Int32]] = Array(repeating: [], count: 5)
    private(set) var entries: [Entry] = []
    private(set) var bytes: [UInt8] = []
    private(set) var lengths: [Int] = []

    var isEmpty: Bool { entries.isEmpty }

    static let bitCount: UInt32 = 18
    static let headCount: UInt32 = 13

    @inline(__always)
    static func hash(_ key: UInt32) -> UInt32 { (key &* 0x9E37_79B1) >> (32 - bitCount) }

    struct Builder {
        private var literals: [(bytes: [UInt8], pattern: Int)] = []

        mutating func add(_ bytes: [UInt8], pattern: Int) { literals.append((bytes, pattern)) }

        func table() -> LiteralTable {
            var table = LiteralTable()
            var buckets = Array(repeating: [UInt32: [(bytes: [UInt8], pattern: Int)]](), count: 5)
            for literal in literals {
                // White space may be longer than one blank, so nothing behind its first byte has a known place.
                let known = literal.bytes.firstIndex(of: RequiredLiterals.anySpace).map { $0 + 1 } ?? literal.bytes.count
                let length = min(4, known)
                var key: UInt32 = 0
                for index in 0..<length {
                    let byte = literal.bytes[index] == RequiredLiterals.anySpace ? 0x20 : literal.bytes[index]
                    key |= UInt32(byte) << (8 * UInt32(index))
                }
                let hash = LiteralTable.hash(key)
                if table.bits[length].isEmpty {
                    table.bits[length] = [UInt64](repeating: 0, count: 1 << (LiteralTable.bitCount - 6))
                    table.lengths.append(length)
                }
                table.bits[length][Int(hash >> 6)] |= 1 << UInt64(hash & 63)
                buckets[length][hash >> (LiteralTable.bitCount - LiteralTable.headCount), default: []].append(literal)
            }
            table.lengths.sort()
            for length in table.lengths {
                var heads: [Int32] = []
                for bucket in 0..<(1 << LiteralTable.headCount) as Range<UInt32> {
                    heads.append(Int32(table.entries.count))
                    for literal in buckets[length][bucket] ?? [] {
                        table.entries.append(
                            Entry(start: Int32(table.bytes.count), count: Int32(literal.bytes.count), pattern: Int32(literal.pattern)))
                        table.bytes += literal.bytes
                    }
                }
                heads.append(Int32(table.entries.count))
                table.heads[length] = heads
            }
            return table
        }
    }
}
