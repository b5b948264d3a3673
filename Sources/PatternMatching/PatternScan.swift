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
        isUnfiltered || hits.chains[number].first >= 0 || index.patterns[number].lookup == .always
    }

    /// Walks over a text. What was known of the text before is forgotten.
    package func read(_ subject: UnsafeBufferPointer<UInt8>) {
        hits.removeAll()
        text.set(subject)
        isUnfiltered = text.isOdd
        if isUnfiltered { return }
        if !index.atWordStarts.isEmpty { look(in: index.atWordStarts, at: text.wordStarts.prefix(text.wordStartCount)) }
        if !index.anywhere.isEmpty { look(in: index.anywhere, at: 0..<Int32(text.count)) }
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

    private func look(in table: LiteralTable, at positions: some Sequence<Int32>) {
        let count = text.count
        for shelf in table.shelves {
            text.bytes.withUnsafeBufferPointer { text in
                shelf.bits.withUnsafeBufferPointer { bits in
                    table.entries.withUnsafeBufferPointer { entries in
                        guard let base = text.baseAddress else { return }
                        for start in positions {
                            let position = Int(start)
                            let eight = UnsafeRawPointer(base + position).loadUnaligned(as: UInt64.self).littleEndian
                            let hash = LiteralTable.hash(UInt32(truncatingIfNeeded: eight) & shelf.keyMask, shift: shelf.shift)
                            if bits[hash >> 6] >> UInt64(hash & 63) & 1 == 0 { continue }
                            for number in Int(shelf.heads[hash])..<Int(shelf.heads[hash + 1]) {
                                let entry = entries[number]
                                if eight & entry.mask == entry.value, table.stands(entry, base, position, count) {
                                    hits.add(entry.pattern, at: start, isGate: entry.isGate)
                                }
                            }
                        }
                    }
                }
            }
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
