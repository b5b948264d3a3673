/// Literals as a tree of bytes, entered by a hash of their first bytes.
struct LiteralTable: Sendable {
    typealias Literal = (bytes: LiteralBytes, pattern: Int, isGate: Bool)

    /// What of a literal is hashed to find it.
    enum Keys: Sendable {
        /// The first word of it, up to four letters, with zeros behind a shorter one: literals that begin with an ASCII word, where one begins.
        /// One look tells nearly always that no literal begins so.
        case words
        /// Its first four bytes, up to the first white space.
        case bytes
    }

    /// A place in the tree: bytes that must follow, what ends behind them, and which bytes lead on. Small, as a set has many.
    struct Node: Sendable {
        /// Up to eight bytes that must follow, the first one lowest.
        var shared: UInt64 = 0
        /// What ends here, and behind it what ends here if a word does.
        var firstEnd: Int32 = 0
        var endCount: Int32 = 0
        var wordEndCount: Int32 = 0
        /// By rising byte.
        var firstEdge: Int32 = 0
        /// Where white space leads; -1: nowhere.
        var space: Int32 = -1
        var edgeCount: UInt8 = 0
        var sharedCount: UInt8 = 0

        @inline(__always)
        var sharedMask: UInt64 { sharedCount == 8 ? .max : (1 &<< UInt64(8 &* sharedCount)) &- 1 }
    }

    struct Edge: Sendable {
        let byte: UInt8
        var node: Int32
    }

    struct End: Sendable {
        let pattern: Int32
        /// Whether one place in a text is enough to know.
        let isGate: Bool
    }

    /// Literals whose keys have the same length: 1 to 4 bytes.
    struct Shelf: @unchecked Sendable {
        let keyMask: UInt32
        /// Which keys occur, by hash.
        let bitShift: UInt32
        let bits: UnsafeMutablePointer<UInt64>
        /// Where the doors of each hash begin.
        let headShift: UInt32
        let heads: UnsafeMutablePointer<Int32>
        let doors: UnsafeMutablePointer<Door>
    }

    /// A key, and the node behind its bytes; `endsInSpace` where the last is the first blank of white space of any length.
    struct Door: Sendable {
        let key: UInt32
        let node: Int32
        let length: Int32
        let endsInSpace: Bool
    }

    /// The table as the walk reads it, as long as the table lives.
    struct View: @unchecked Sendable {
        let shelves: UnsafeMutablePointer<Shelf>
        let shelfCount: Int
        let nodes: UnsafeMutablePointer<Node>
        let edges: UnsafeMutablePointer<Edge>
        let ends: UnsafeMutablePointer<End>
        let isEmpty: Bool
    }

    let view: View
    /// What the view points into.
    private let shelves: FrozenArray<Shelf>
    private let lists: [(FrozenArray<UInt64>, FrozenArray<Int32>, FrozenArray<Door>)]
    private let nodes: FrozenArray<Node>
    private let edges: FrozenArray<Edge>
    private let ends: FrozenArray<End>

    @inline(__always)
    static func hash(_ key: UInt32, shift: UInt32) -> Int { Int((key &* 0x9E37_79B1) &>> shift) }

    init(_ literals: [Literal], keys: Keys) {
        let sorted = literals.sorted { a, b in
            a.bytes == b.bytes ? a.pattern < b.pattern : a.bytes < b.bytes
        }
        var tree = LiteralTree(keys: keys)
        if !sorted.isEmpty { _ = tree.grow(sorted[...], depth: 0, key: 0, isKeyOpen: true) }
        var shelves: [Shelf] = []
        var lists: [(FrozenArray<UInt64>, FrozenArray<Int32>, FrozenArray<Door>)] = []
        for length in (1...4).reversed() where !tree.doors[length].isEmpty {
            let doors = tree.doors[length]
            // One bit in sixty is set at most, and few heads have more than one door.
            let bitCount = min(18, max(8, Int.bitWidth - (doors.count * 64).leadingZeroBitCount))
            let headCount = max(2, bitCount - 4)
            let (bitShift, headShift) = (UInt32(32 - bitCount), UInt32(32 - headCount))
            let placed = doors.map { (hash: Self.hash($0.key, shift: headShift), door: $0) }.sorted { ($0.hash, $0.door.node) < ($1.hash, $1.door.node) }
            var bits = [UInt64](repeating: 0, count: 1 << (bitCount - 6))
            for door in doors {
                let hash = Self.hash(door.key, shift: bitShift)
                bits[hash >> 6] |= 1 << UInt64(hash & 63)
            }
            var heads: [Int32] = []
            heads.reserveCapacity(1 << headCount + 1)
            var next = 0
            for hash in 0...(1 << headCount) {
                heads.append(Int32(next))
                while next < placed.count, placed[next].hash == hash { next += 1 }
            }
            let list = (FrozenArray(bits), FrozenArray(heads), FrozenArray(placed.map(\.door)))
            lists.append(list)
            shelves.append(
                Shelf(
                    keyMask: length == 4 ? .max : (1 << UInt32(8 * length)) - 1, bitShift: bitShift, bits: list.0.base, headShift: headShift,
                    heads: list.1.base, doors: list.2.base))
        }
        self.shelves = FrozenArray(shelves)
        self.lists = lists
        (nodes, edges, ends) = (FrozenArray(tree.nodes), FrozenArray(tree.edges), FrozenArray(tree.ends))
        view = View(
            shelves: self.shelves.base, shelfCount: shelves.count, nodes: nodes.base, edges: edges.base, ends: ends.base, isEmpty: tree.ends.isEmpty)
    }
}

/// The tree while it grows.
private struct LiteralTree {
    typealias Literal = LiteralTable.Literal
    let keys: LiteralTable.Keys
    var nodes: [LiteralTable.Node] = []
    var edges: [LiteralTable.Edge] = []
    var ends: [LiteralTable.End] = []
    /// By length of key; keys of whole words stand with those of four bytes.
    var doors = Array(repeating: [LiteralTable.Door](), count: 5)

    init(keys: LiteralTable.Keys) { self.keys = keys }

    /// The node for literals (sorted) that share their first `depth` bytes. Doors are put where a key ends.
    mutating func grow(_ literals: ArraySlice<Literal>, depth: Int, key: UInt32, isKeyOpen: Bool) -> Int32 {
        let number = Int32(nodes.count)
        nodes.append(LiteralTable.Node())
        let door = isKeyOpen && depth > 0 ? self.door(for: literals, depth: depth) : nil
        if let door { doors[door.shelf].append(LiteralTable.Door(key: key, node: number, length: Int32(depth), endsInSpace: false)) }
        let isKeyOpen = isKeyOpen && door?.isOnly != true

        var rest = literals
        var node = LiteralTable.Node()
        var depth = depth
        // What all share needs no branches.
        while !isKeyOpen, node.sharedCount < 8, let first = literals.first?.bytes, let last = literals.last?.bytes, first.count > depth,
            first[depth] == last[depth], first[depth] < RequiredLiterals.wordEnd
        {
            node.shared |= UInt64(first[depth]) << UInt64(8 * node.sharedCount)
            node.sharedCount += 1
            depth += 1
        }
        node.firstEnd = Int32(ends.count)
        while let first = rest.first, first.bytes.count == depth {
            ends.append(LiteralTable.End(pattern: Int32(first.pattern), isGate: first.isGate))
            rest.removeFirst()
        }
        node.endCount = Int32(ends.count) - node.firstEnd

        // The literals that go on, by their next byte. The two marks are greater than any letter's byte: they come last, and the end of a
        // word ends a literal.
        var groups: [(byte: UInt8, literals: ArraySlice<Literal>)] = []
        while let first = rest.first {
            let byte = first.bytes[depth]
            let group = rest.prefix { $0.bytes[depth] == byte }
            if byte == RequiredLiterals.wordEnd {
                for literal in group { ends.append(LiteralTable.End(pattern: Int32(literal.pattern), isGate: literal.isGate)) }
                node.wordEndCount = Int32(group.count)
            } else {
                groups.append((byte, group))
            }
            rest = rest.dropFirst(group.count)
        }
        node.firstEdge = Int32(edges.count)
        node.edgeCount = UInt8(groups.count { $0.byte < RequiredLiterals.wordEnd })
        edges += groups.prefix(Int(node.edgeCount)).map { LiteralTable.Edge(byte: $0.byte, node: 0) }

        for (index, group) in groups.enumerated() {
            let isSpace = group.byte == RequiredLiterals.anySpace
            var open = isKeyOpen
            var next = key
            if open {
                switch keys {
                // Behind the first word the literal goes on from the door here.
                case .words: open = PatternIndex.isWordByte(group.byte)
                case .bytes: open = !isSpace
                }
                next |= UInt32(isSpace ? 0x20 : group.byte) << (8 * UInt32(depth))
            }
            let child = grow(group.literals, depth: depth + 1, key: next, isKeyOpen: open)
            switch group.byte {
            case RequiredLiterals.anySpace: node.space = child
            default: edges[Int(node.firstEdge) + index].node = child
            }
            if isKeyOpen, isSpace, keys == .bytes {
                doors[depth + 1].append(LiteralTable.Door(key: next, node: child, length: Int32(depth + 1), endsInSpace: true))
            }
        }
        nodes[Int(number)] = node
        return number
    }

    /// Where the door stands that leads to a node, if one does; `isOnly` where all that lies behind the node is reached through it.
    private func door(for literals: ArraySlice<Literal>, depth: Int) -> (shelf: Int, isOnly: Bool)? {
        // A key that is full; or one so short that longer keys could not be read for it, because something ends here.
        if depth == 4 || literals.first?.bytes.count == depth { return (depth, true) }
        switch keys {
        case .words: return literals.contains { !PatternIndex.isWordByte($0.bytes[depth]) } ? (4, false) : nil
        case .bytes: return literals.contains { $0.bytes[depth] == RequiredLiterals.wordEnd } ? (depth, true) : nil
        }
    }
}
