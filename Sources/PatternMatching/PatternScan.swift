/// Where the literals of an index stand in one text, and the matches that follow. One a thread; its memory is used again for every text.
package final class PatternScan {
    private let index: PatternIndex
    private let matcher: Matcher
    private var text = FoldedText()
    private var hits: Hits
    /// Places of one pattern, while it is tried.
    private var places: [Int32] = []
    /// Whether every pattern must be searched for, because the text holds a letter the index cannot fold.
    package private(set) var isUnfiltered = false

    package init(_ index: PatternIndex, matcher: Matcher) {
        self.index = index
        self.matcher = matcher
        hits = Hits(patterns: index.patterns.count)
    }

    /// Patterns with a literal in the text that was read, in no order.
    package var touched: [Int] { hits.touched.map { Int($0) } }

    /// The patterns that can match in the text that was read, in no order.
    package func candidates() -> [Int] { isUnfiltered ? Array(index.patterns.indices) : touched + index.unfiltered }

    /// Whether a pattern can match in the text that was read.
    package func canMatch(_ number: Int) -> Bool {
        if isUnfiltered || hits.chains[number].first >= 0 { return true }
        guard index.patterns[number].lookup == .always else { return false }
        let first = index.patterns[number].firstBytes
        return first.isEmpty || first.contains { text.holds[Int($0)] }
    }

    /// Walks over a text. What was known of the text before is forgotten.
    package func read(_ subject: UnsafeBufferPointer<UInt8>) {
        hits.removeAll()
        text.set(subject)
        isUnfiltered = text.isOdd
        if isUnfiltered { return }
        // The walk works on a variable of its own: a class's property would be guarded at every access.
        var found = Hits(patterns: 0)
        swap(&found, &hits)
        if !index.atWordStarts.isEmpty { Self.look(in: index.atWordStarts, text, at: text.wordStarts.prefix(text.wordStartCount), &found) }
        if !index.anywhere.isEmpty { Self.look(in: index.anywhere, text, at: 0..<Int32(text.count), &found) }
        swap(&found, &hits)
    }

    /// All matches of a pattern in the text that was read, exactly those of `Matcher.findAll`.
    package func findAll(
        _ number: Int, in subject: UnsafeBufferPointer<UInt8>, budget: Duration = .milliseconds(250), into matches: inout [Matcher.Match]
    ) -> SearchLimit? {
        guard canMatch(number) else { return nil }
        let indexed = index.patterns[number]
        guard !isUnfiltered, let anchored = indexed.anchored else {
            return matcher.findAll(indexed.pattern, in: subject, budget: budget, into: &matches)
        }
        places.removeAll(keepingCapacity: true)
        var isSorted = true
        var next = hits.chains[number].first
        while next >= 0 {
            let place = hits.places[Int(next)].place
            // Literals of two tables are found in two walks.
            if let last = places.last, last > place { isSorted = false }
            places.append(place)
            next = hits.places[Int(next)].next
        }
        if !isSorted { places.sort() }
        let known = matches.count
        if matcher.tryAt(places, anchored, in: subject, into: &matches) { return nil }
        // Something took too long: once more in steps, with an eye on the clock.
        matches.removeSubrange(known...)
        return matcher.findAll(indexed.pattern, in: subject, budget: budget, into: &matches)
    }

    private static func look(in table: LiteralTable, _ text: FoldedText, at positions: some Sequence<Int32>, _ hits: inout Hits) {
        let count = text.count
        text.bytes.withUnsafeBufferPointer { text in
            table.nodes.withUnsafeBufferPointer { nodes in
                table.edges.withUnsafeBufferPointer { edges in
                    table.ends.withUnsafeBufferPointer { ends in
                        guard let base = text.baseAddress else { return }
                        let tree = Tree(text: base, count: count, nodes: nodes, edges: edges, ends: ends)
                        for shelf in table.shelves { look(on: shelf, of: tree, at: positions, &hits) }
                    }
                }
            }
        }
    }

    private static func look(on shelf: LiteralTable.Shelf, of tree: Tree, at positions: some Sequence<Int32>, _ hits: inout Hits) {
        let (keyMask, shift) = (shelf.keyMask, shelf.shift)
        shelf.bits.withUnsafeBufferPointer { bits in
            shelf.heads.withUnsafeBufferPointer { heads in
                for start in positions {
                    let position = Int(start)
                    let key = UnsafeRawPointer(tree.text + position).loadUnaligned(as: UInt32.self).littleEndian & keyMask
                    let hash = LiteralTable.hash(key, shift: shift)
                    if bits[hash >> 6] >> UInt64(hash & 63) & 1 == 0 { continue }
                    for number in Int(heads[hash])..<Int(heads[hash + 1]) {
                        let door = shelf.doors[number]
                        guard door.key == key else { continue }
                        var place = position + Int(door.length)
                        if door.endsInSpace { while place < tree.count, tree.text[place] == 0x20 { place += 1 } }
                        follow(tree, from: Int(door.node), at: place, start, &hits)
                    }
                }
            }
        }
    }

    private struct Tree {
        let text: UnsafePointer<UInt8>
        let count: Int
        let nodes: UnsafeBufferPointer<LiteralTable.Node>
        let edges: UnsafeBufferPointer<LiteralTable.Edge>
        let ends: UnsafeBufferPointer<LiteralTable.End>
    }

    /// Goes down the tree as the text goes on, and notes what ends on the way.
    private static func follow(_ tree: Tree, from first: Int, at place: Int, _ start: Int32, _ hits: inout Hits) {
        var node = first
        var place = place
        while place <= tree.count {
            let here = tree.nodes[node]
            for end in Int(here.firstEnd)..<Int(here.firstEnd + here.endCount) {
                hits.add(tree.ends[end].pattern, at: start, isGate: tree.ends[end].isGate)
            }
            let byte = place < tree.count ? tree.text[place] : 0
            let wanted = byte == 0x20 ? RequiredLiterals.anySpace : byte
            var next = -1
            for number in Int(here.firstEdge)..<Int(here.firstEdge + here.edgeCount) {
                let edge = tree.edges[number]
                if edge.byte == wanted, place < tree.count {
                    next = Int(edge.node)
                } else if edge.byte == RequiredLiterals.wordEnd, !PatternIndex.isWordByte(byte) {
                    follow(tree, from: Int(edge.node), at: place, start, &hits)
                }
            }
            guard next >= 0 else { return }
            node = next
            place += 1
            if byte == 0x20 { while place < tree.count, tree.text[place] == 0x20 { place += 1 } }
        }
    }

    /// Places by pattern, as chains through one list.
    private struct Hits {
        var chains: [(first: Int32, last: Int32)]
        var places: [(place: Int32, next: Int32)] = []
        var touched: [Int32] = []

        init(patterns: Int) { chains = Array(repeating: (-1, -1), count: patterns) }

        mutating func removeAll() {
            for pattern in touched { chains[Int(pattern)] = (-1, -1) }
            touched.removeAll(keepingCapacity: true)
            places.removeAll(keepingCapacity: true)
        }

        @inline(__always)
        mutating func add(_ pattern: Int32, at place: Int32, isGate: Bool) {
            let last = chains[Int(pattern)].last
            if last >= 0, isGate || places[Int(last)].place == place { return }
            let new = Int32(places.count)
            places.append((place, -1))
            if last < 0 {
                chains[Int(pattern)] = (new, new)
                touched.append(pattern)
            } else {
                places[Int(last)].next = new
                chains[Int(pattern)].last = new
            }
        }
    }
}
