/// One walk over a folded text, from place to place, that notes which literals of a table stand there.
struct LiteralWalk {
    let text: UnsafePointer<UInt8>
    let count: Int
    let hits: LiteralHits

    func look(in table: LiteralTable, at positions: some Sequence<Int32>) {
        let tree = Tree(nodes: table.nodes.base, bytes: table.bytes.base, edges: table.edges.base, ends: table.ends.base)
        let (shelves, shelfCount) = (table.shelves.base, table.shelves.count)
        for start in positions {
            let position = Int(start)
            let bytes = UnsafeRawPointer(text + position).loadUnaligned(as: UInt32.self).littleEndian
            for number in 0..<shelfCount {
                let shelf = shelves + number
                let key = bytes & shelf.pointee.keyMask
                let hash = LiteralTable.hash(key, shift: shelf.pointee.shift)
                if shelf.pointee.bits[hash >> 6] >> UInt64(hash & 63) & 1 == 0 { continue }
                for rank in Int(shelf.pointee.heads[hash])..<Int(shelf.pointee.heads[hash + 1]) {
                    let door = shelf.pointee.doors[rank]
                    guard door.key == key else { continue }
                    var place = position + Int(door.length)
                    if door.endsInSpace { while place < count, text[place] == 0x20 { place += 1 } }
                    follow(tree, from: Int(door.node), at: place, start)
                }
            }
        }
    }

    private struct Tree {
        let nodes: UnsafeMutablePointer<LiteralTable.Node>
        let bytes: UnsafeMutablePointer<UInt8>
        let edges: UnsafeMutablePointer<LiteralTable.Edge>
        let ends: UnsafeMutablePointer<LiteralTable.End>
    }

    /// Goes down the tree as the text goes on, and notes what ends on the way.
    private func follow(_ tree: Tree, from first: Int, at place: Int, _ start: Int32) {
        var node = first
        var place = place
        while place <= count {
            let here = tree.nodes[node]
            if here.byteCount > 0 {
                let wanted = tree.bytes + Int(here.firstByte)
                // The zeros behind the text are no literal's bytes.
                for offset in 0..<Int(here.byteCount) where place + offset >= count || text[place + offset] != wanted[offset] { return }
                place += Int(here.byteCount)
            }
            for end in Int(here.firstEnd)..<Int(here.firstEnd + here.endCount) {
                hits.add(Int(tree.ends[end].pattern), at: start, isGate: tree.ends[end].isGate)
            }
            let byte = place < count ? text[place] : 0
            if here.wordEnd >= 0, !PatternIndex.isWordByte(byte) { follow(tree, from: Int(here.wordEnd), at: place, start) }
            guard place < count else { return }
            if byte == 0x20 {
                guard here.space >= 0 else { return }
                node = Int(here.space)
                repeat { place += 1 } while place < count && text[place] == 0x20
                continue
            }
            var edge = tree.edges + Int(here.firstEdge)
            let end = edge + Int(here.edgeCount)
            while edge < end, edge.pointee.byte < byte { edge += 1 }
            guard edge < end, edge.pointee.byte == byte else { return }
            node = Int(edge.pointee.node)
            place += 1
        }
    }
}

/// Places by pattern, as chains through one list.
final class LiteralHits {
    private struct Place {
        let place: Int32
        var next: Int32
    }

    private let firsts: UnsafeMutablePointer<Int32>
    private let lasts: UnsafeMutablePointer<Int32>
    private let touchedPatterns: UnsafeMutablePointer<Int32>
    private var touchedCount = 0
    private var places: UnsafeMutablePointer<Place>
    private var capacity = 1_024
    private var count = 0

    init(patterns: Int) {
        firsts = .allocate(capacity: max(1, patterns))
        firsts.initialize(repeating: -1, count: patterns)
        lasts = .allocate(capacity: max(1, patterns))
        lasts.initialize(repeating: -1, count: patterns)
        touchedPatterns = .allocate(capacity: max(1, patterns))
        places = .allocate(capacity: capacity)
    }

    deinit {
        firsts.deallocate()
        lasts.deallocate()
        touchedPatterns.deallocate()
        places.deallocate()
    }

    /// Patterns with a place, in no order.
    var touched: [Int] { (0..<touchedCount).map { Int(touchedPatterns[$0]) } }

    func addTouched(to list: inout [Int]) { for rank in 0..<touchedCount { list.append(Int(touchedPatterns[rank])) } }

    /// Where the chain of a pattern begins; -1 where it has no place.
    @inline(__always)
    func first(of pattern: Int) -> Int32 { firsts[pattern] }

    @inline(__always)
    func forEach(of pattern: Int, _ body: (Int32) -> Void) {
        var next = firsts[pattern]
        while next >= 0 {
            let here = places[Int(next)]
            body(here.place)
            next = here.next
        }
    }

    func removeAll() {
        for rank in 0..<touchedCount {
            firsts[Int(touchedPatterns[rank])] = -1
            lasts[Int(touchedPatterns[rank])] = -1
        }
        touchedCount = 0
        count = 0
    }

    @inline(__always)
    func add(_ pattern: Int, at place: Int32, isGate: Bool) {
        let last = lasts[pattern]
        if last >= 0, isGate || places[Int(last)].place == place { return }
        if count == capacity { grow() }
        let new = Int32(count)
        places[count] = Place(place: place, next: -1)
        count += 1
        if last < 0 {
            firsts[pattern] = new
            touchedPatterns[touchedCount] = Int32(pattern)
            touchedCount += 1
        } else {
            places[Int(last)].next = new
        }
        lasts[pattern] = new
    }

    private func grow() {
        let larger = UnsafeMutablePointer<Place>.allocate(capacity: capacity * 2)
        larger.update(from: places, count: count)
        places.deallocate()
        places = larger
        capacity *= 2
    }
}
