/// Where the literals of an index stand in one text, and the matches that follow. One a thread; its memory is used again for every text.
package final class PatternScan {
    private let index: PatternIndex
    private let matcher: Matcher
    private var text = FoldedText()
    /// For each pattern, places at which it is to be tried, in order; one place is enough for a pattern with its literal inside.
    private var places: [[Int32]]
    /// Patterns with places in this text.
    package private(set) var touched: [Int] = []
    /// Whether every pattern must be searched for, because the text holds a letter the index cannot fold.
    package private(set) var isUnfiltered = false

    package init(_ index: PatternIndex, matcher: Matcher) {
        self.index = index
        self.matcher = matcher
        places = Array(repeating: [], count: index.patterns.count)
    }

    /// Walks over a text. What was known of the text before is forgotten.
    package func read(_ subject: UnsafeBufferPointer<UInt8>) {
        for number in touched { places[number].removeAll(keepingCapacity: true) }
        touched.removeAll(keepingCapacity: true)
        text.set(subject)
        isUnfiltered = text.isOdd
        if isUnfiltered { return }
        if !index.atWordStarts.isEmpty { look(in: index.atWordStarts, onlyAtWords: true) }
        if !index.anywhere.isEmpty { look(in: index.anywhere, onlyAtWords: false) }
    }

    /// Whether a pattern can match in the text that was read.
    package func canMatch(_ number: Int) -> Bool {
        isUnfiltered || index.patterns[number].lookup == .always || !places[number].isEmpty
    }

    /// The patterns that can match in the text that was read, in no order.
    package func candidates() -> [Int] { isUnfiltered ? Array(index.patterns.indices) : touched + index.unfiltered }

    /// All matches of a pattern in the text that was read, exactly those of `Matcher.findAll`.
    package func findAll(
        _ number: Int, in subject: UnsafeBufferPointer<UInt8>, budget: Duration = .milliseconds(250), into matches: inout [Matcher.Match]
    ) -> SearchLimit? {
        guard canMatch(number) else { return nil }
        let indexed = index.patterns[number]
        guard !isUnfiltered, let anchored = indexed.anchored else {
            return matcher.findAll(indexed.pattern, in: subject, budget: budget, into: &matches)
        }
        // Literals of two tables are mixed, and one place may have several.
        if !isSorted(places[number]) { places[number].sort() }
        let known = matches.count
        if matcher.tryAt(places[number], anchored, in: subject, into: &matches) { return nil }
        // Something took too long: once more in steps, with an eye on the clock.
        matches.removeSubrange(known...)
        return matcher.findAll(indexed.pattern, in: subject, budget: budget, into: &matches)
    }

    private func isSorted(_ places: [Int32]) -> Bool {
        for index in places.indices.dropFirst() where places[index - 1] > places[index] { return false }
        return true
    }

    private func look(in table: LiteralTable, onlyAtWords: Bool) {
        text.bytes.withUnsafeBufferPointer { bytes in
            let count = text.count
            // The tables of the lengths that occur; most texts only ever ask these bits.
            for length in table.lengths {
                table.bits[length].withUnsafeBufferPointer { bits in
                    let mask: UInt32 = length == 4 ? .max : (1 << UInt32(8 * length)) - 1
                    var isInWord = false
                    for position in 0..<count {
                        let byte = bytes[position]
                        if onlyAtWords {
                            let isWord = PatternIndex.isWordByte(byte)
                            defer { isInWord = isWord }
                            // A word begins at an ASCII word byte or the first byte of another character, but not behind an ASCII word byte.
                            if isInWord || !(isWord || byte >= 0xC0) { continue }
                        }
                        let key = UnsafeRawPointer(bytes.baseAddress! + position).loadUnaligned(as: UInt32.self) & mask
                        let hash = LiteralTable.hash(UInt32(littleEndian: key))
                        if bits[Int(hash >> 6)] >> UInt64(hash & 63) & 1 != 0 { confirm(table, length, hash, bytes, position, count) }
                    }
                }
            }
        }
    }

    private func confirm(
        _ table: LiteralTable, _ length: Int, _ hash: UInt32, _ text: UnsafeBufferPointer<UInt8>, _ position: Int, _ count: Int
    ) {
        let bucket = Int(hash >> (LiteralTable.bitCount - LiteralTable.headCount))
        let heads = table.heads[length]
        for entry in table.entries[Int(heads[bucket])..<Int(heads[bucket + 1])] {
            let number = Int(entry.pattern)
            let isPrefix = index.patterns[number].anchored != nil
            if !isPrefix, !places[number].isEmpty { continue }
            guard stands(table, entry, text, position, count) else { continue }
            if places[number].isEmpty { touched.append(number) }
            if places[number].last != Int32(position) { places[number].append(Int32(position)) }
        }
    }

    private func stands(
        _ table: LiteralTable, _ entry: LiteralTable.Entry, _ text: UnsafeBufferPointer<UInt8>, _ position: Int, _ count: Int
    ) -> Bool {
        table.bytes.withUnsafeBufferPointer { literals in
            var place = position
            for index in Int(entry.start)..<Int(entry.start + entry.count) {
                let byte = literals[index]
                if byte == RequiredLiterals.anySpace {
                    guard place < count, text[place] == 0x20 else { return false }
                    while place < count, text[place] == 0x20 { place += 1 }
                } else {
                    guard place < count, text[place] == byte else { return false }
                    place += 1
                }
            }
            return true
        }
    }
}
