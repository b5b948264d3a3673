/// Literals as a tree of bytes, entered by a hash of their first bytes.
struct LiteralTable: Sendable {
    typealias Literal = (bytes: LiteralBytes, pattern: Int, isGate: Bool)

    /// A place in the tree: bytes that must follow, what ends behind them, and which bytes lead on.
    struct Node: Sendable {
        var firstByte: Int32 = 0
        var byteCount: Int32 = 0
        var firstEnd: Int32 = 0
        var endCount: Int32 = 0
        /// By rising byte.
        var firstEdge: Int32 = 0
        var edgeCount: Int32 = 0
        /// Where white space leads, and where the end of a word does; -1: nowhere.
        var space: Int32 = -1
        var wordEnd: Int32 = -1
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

    /// Literals whose keys have the same length: 1 to 4 bytes, up to their first white space.
    ///
    /// Its lists live as long as the table.
    struct Shelf: @unchecked Sendable {
        let keyMask: UInt32
        let shift: UInt32
        /// Which keys occur, by hash.
        let bits: UnsafeMutablePointer<UInt64>
        /// Where the doors of each hash begin.
        let heads: UnsafeMutablePointer<Int32>
        /// Keys, and the node behind their bytes; `endsInSpace` where the last is the first blank of white space of any length.
        let doors: UnsafeMutablePointer<Door>
    }

    struct Door: Sendable {
        let key: UInt32
        let node: Int32
        let length: Int32
        let endsInSpace: Bool
    }

    let shelves: FrozenArray<Shelf>
    /// What the shelves point into.
    private let lists: [(FrozenArray<UInt64>, FrozenArray<Int32>, FrozenArray<Door>)]
    let nodes: FrozenArray<Node>
    let bytes: FrozenArray<UInt8>
    let edges: FrozenArray<Edge>
    let ends: FrozenArray<End>

    var isEmpty: Bool { ends.count == 0 }

    @inline(__always)
    static func hash(_ key: UInt32, shift: UInt32) -> Int { Int((key &* 0x9E37_79B1) >> shift) }

    init(_ literals: [Literal]) {
        let sorted = literals.sorted { a, b in
            a.bytes == b.bytes ? a.pattern < b.pattern : a.bytes < b.bytes
        }
        var tree = LiteralTree()
        if !sorted.isEmpty { _ = tree.grow(sorted[...], depth: 0, key: 0, isKeyOpen: true) }
        let doors = tree.doors
        var shelves: [Shelf] = []
        var lists: [(FrozenArray<UInt64>, FrozenArray<Int32>, FrozenArray<Door>)] = []
        // Bits of the hash, by length of key.
        let sizes: [UInt32] = [0, 8, 13, 15, 17]
        for length in 1...4 where !doors[length].isEmpty {
            let shift = 32 - sizes[length]
            let placed = doors[length].map { (hash: Self.hash($0.key, shift: shift), door: $0) }.sorted { ($0.hash, $0.door.node) < ($1.hash, $1.door.node) }
            var bits = [UInt64](repeating: 0, count: 1 << (sizes[length] - 6))
            var heads: [Int32] = []
            heads.reserveCapacity(1 << sizes[length] + 1)
            var next = 0
            for hash in 0...(1 << sizes[length]) {
                heads.append(Int32(next))
                while next < placed.count, placed[next].hash == hash {
                    bits[hash >> 6] |= 1 << UInt64(hash & 63)
                    next += 1
                }
            }
            let list = (FrozenArray(bits), FrozenArray(heads), FrozenArray(placed.map(\.door)))
            lists.append(list)
            shelves.append(
                Shelf(
                    keyMask: length == 4 ? .max : (1 << UInt32(8 * length)) - 1, shift: shift, bits: list.0.base, heads: list.1.base,
                    doors: list.2.base))
        }
        self.shelves = FrozenArray(shelves)
        self.lists = lists
        (nodes, bytes, edges, ends) = (FrozenArray(tree.nodes), FrozenArray(tree.bytes), FrozenArray(tree.edges), FrozenArray(tree.ends))
    }
}

/// The tree while it grows.
private struct LiteralTree {
    typealias Literal = LiteralTable.Literal
    var nodes: [LiteralTable.Node] = []
    var bytes: [UInt8] = []
    var edges: [LiteralTable.Edge] = []
    var ends: [LiteralTable.End] = []
    /// By length of key.
    var doors = Array(repeating: [LiteralTable.Door](), count: 5)

    /// The node for literals (sorted) that share their first `depth` bytes. Doors are put where a key ends: behind four bytes, behind
    /// white space, or where a literal ends before.
    mutating func grow(_ literals: ArraySlice<Literal>, depth: Int, key: UInt32, isKeyOpen: Bool) -> Int32 {
        let number = Int32(nodes.count)
        nodes.append(LiteralTable.Node())
        var rest = literals
        var node = LiteralTable.Node()
        var depth = depth
        node.firstByte = Int32(bytes.count)
        // What all share needs no branches. Behind the key alone: a door stands at its own depth.
        while !isKeyOpen, let first = literals.first?.bytes, let last = literals.last?.bytes, first.count > depth, first[depth] == last[depth],
            first[depth] < RequiredLiterals.wordEnd
        {
            bytes.append(first[depth])
            depth += 1
        }
        node.byteCount = Int32(bytes.count) - node.firstByte
        node.firstEnd = Int32(ends.count)
        while let first = rest.first, first.bytes.count == depth {
            ends.append(LiteralTable.End(pattern: Int32(first.pattern), isGate: first.isGate))
            rest.removeFirst()
        }
        node.endCount = Int32(ends.count) - node.firstEnd

        // The literals that go on, by their next byte.
        var groups: [(byte: UInt8, literals: ArraySlice<Literal>)] = []
        while let first = rest.first {
            let byte = first.bytes[depth]
            let group = rest.prefix { $0.bytes[depth] == byte }
            groups.append((byte, group))
            rest = rest.dropFirst(group.count)
        }
        node.firstEdge = Int32(edges.count)
        // The two marks are greater than any letter's byte: they come last.
        node.edgeCount = Int32(groups.count { $0.byte < RequiredLiterals.wordEnd })
        edges += groups.prefix(Int(node.edgeCount)).map { LiteralTable.Edge(byte: $0.byte, node: 0) }

        // A shorter key leads here when something ends here, or a word must end here: longer keys could not be read for it.
        let isDoor = isKeyOpen && depth > 0 && (depth == 4 || node.endCount > 0 || groups.contains { $0.byte == RequiredLiterals.wordEnd })
        if isDoor { doors[depth].append(LiteralTable.Door(key: key, node: number, length: Int32(depth), endsInSpace: false)) }
        for (index, group) in groups.enumerated() {
            var open = isKeyOpen && !isDoor
            var next = key
            if open, depth < 4 {
                next |= UInt32(group.byte == RequiredLiterals.anySpace ? 0x20 : group.byte) << (8 * UInt32(depth))
                open = group.byte != RequiredLiterals.anySpace
            }
            let child = grow(group.literals, depth: depth + 1, key: next, isKeyOpen: open)
            switch group.byte {
            case RequiredLiterals.anySpace: node.space = child
            case RequiredLiterals.wordEnd: node.wordEnd = child
            default: edges[Int(node.firstEdge) + index].node = child
            }
            if isKeyOpen, !isDoor, group.byte == RequiredLiterals.anySpace {
                doors[depth + 1].append(LiteralTable.Door(key: next, node: child, length: Int32(depth + 1), endsInSpace: true))
            }
        }
        nodes[Int(number)] = node
        return number
    }
}
