/// One walk over a folded text, from place to place, that notes which literals of a table stand there.
struct LiteralWalk {
    let text: UnsafePointer<UInt8>
    let count: Int
    let wordBits: UnsafePointer<UInt8>
    let hits: Unmanaged<LiteralHits>

    /// Looks where words begin, in a table whose keys are words.
    func look(in table: LiteralTable.View, atWords starts: UnsafePointer<Int32>, _ startCount: Int) {
        for rank in 0..<startCount {
            let start = starts[rank]
            let position = Int(start)
            let bits = UnsafeRawPointer(wordBits + position >> 3).loadUnaligned(as: UInt16.self).littleEndian &>> UInt16(position & 7)
            let letters = min(4, (~bits).trailingZeroBitCount)
            let mask = UInt32(truncatingIfNeeded: (1 as UInt64) &<< UInt64(8 * letters) &- 1)
            look(in: table, for: UnsafeRawPointer(text + position).loadUnaligned(as: UInt32.self).littleEndian & mask, at: start)
        }
    }

    /// Looks at every place where something can begin, in a table whose keys are bytes.
    func look(in table: LiteralTable.View, where filter: BeginningFilter.View) {
        for place in 0..<count where filter.canBegin(text, at: place) { look(in: table, at: Int32(truncatingIfNeeded: place)) }
    }

    /// Looks at one place, in a table whose keys are bytes.
    @inline(__always)
    func look(in table: LiteralTable.View, at start: Int32) {
        look(in: table, for: UnsafeRawPointer(text + Int(start)).loadUnaligned(as: UInt32.self).littleEndian, at: start)
    }

    @inline(__always)
    private func look(in table: LiteralTable.View, for bytes: UInt32, at start: Int32) {
        for number in 0..<table.shelfCount {
            let shelf = table.shelves + number
            let key = bytes & shelf.pointee.keyMask
            let bit = LiteralTable.hash(key, shift: shelf.pointee.bitShift)
            if shelf.pointee.bits[bit >> 6] &>> UInt64(bit & 63) & 1 == 0 { continue }
            let head = LiteralTable.hash(key, shift: shelf.pointee.headShift)
            var door = shelf.pointee.doors + Int(shelf.pointee.heads[head])
            let end = shelf.pointee.doors + Int(shelf.pointee.heads[head + 1])
            while door < end {
                if door.pointee.key == key {
                    var place = Int(start) + Int(door.pointee.length)
                    if door.pointee.endsInSpace { while place < count, text[place] == 0x20 { place += 1 } }
                    follow(table, from: Int(door.pointee.node), at: place, start)
                }
                door += 1
            }
        }
    }

    /// Goes down the tree as the text goes on, and notes what ends on the way.
    private func follow(_ tree: LiteralTable.View, from first: Int, at place: Int, _ start: Int32) {
        var node = tree.nodes + first
        var place = place
        while place <= count {
            let bytes = UnsafeRawPointer(text + place).loadUnaligned(as: UInt64.self).littleEndian
            if bytes & node.pointee.sharedMask != node.pointee.shared { return }
            place += Int(node.pointee.sharedCount)
            // The zeros behind the text are no literal's bytes.
            if place > count { return }
            let byte = text[place]
            var end = tree.ends + Int(node.pointee.firstEnd)
            let lastEnd = end + Int(node.pointee.endCount) + (PatternIndex.isWordByte(byte) ? 0 : Int(node.pointee.wordEndCount))
            while end < lastEnd {
                hits._withUnsafeGuaranteedRef { $0.add(Int(end.pointee.pattern), at: start, isGate: end.pointee.isGate) }
                end += 1
            }
            guard place < count else { return }
            if byte == 0x20 {
                guard node.pointee.space >= 0 else { return }
                node = tree.nodes + Int(node.pointee.space)
                repeat { place += 1 } while place < count && text[place] == 0x20
                continue
            }
            var edge = tree.edges + Int(node.pointee.firstEdge)
            let last = edge + Int(node.pointee.edgeCount)
            while edge < last, edge.pointee.byte < byte { edge += 1 }
            guard edge < last, edge.pointee.byte == byte else { return }
            node = tree.nodes + Int(edge.pointee.node)
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

    /// Adds the patterns with a place, in no order.
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
