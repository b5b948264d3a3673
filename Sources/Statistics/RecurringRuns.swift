/// A run of words that several texts share.
package struct RecurringRun: Hashable, Sendable {
    /// The texts that hold it, ascending.
    package var texts: [Int]
    /// Where it stands in the first of them.
    package var words: Range<Int>
}

/// The runs of `lengths` words that stand in at least `leastTexts` texts, but for those that stand inside a longer one wherever they stand:
/// by their first text and place, of those the shortest first. A text is a list of the hashes of its words.
///
/// A run can only be frequent where both shorter runs in it are (R. Agrawal and R. Srikant, VLDB (1994) 487-499), so that each length looks
/// at fewer places than the one before: time and space are linear in words.
package func recurringRuns(_ texts: [[UInt64]], lengths: ClosedRange<Int> = 4...8, leastTexts: Int = 3) -> [RecurringRun] {
    var places = RunPlaces(texts)
    for length in 1..<lengths.lowerBound { places.grow(to: length) }
    var runs: [RecurringRun] = []
    var shorter: RunPlaces.Frequent?
    for length in lengths {
        places.grow(to: length)
        let frequent = places.frequent(leastTexts)
        // What a longer run covers wherever it stands is known when the longer ones are counted.
        if let shorter { runs += places.runs(of: shorter, length: length - 1, inside: frequent) }
        shorter = frequent
        if frequent.places.isEmpty { break }
        if length == lengths.upperBound { runs += places.runs(of: frequent, length: length, inside: nil) }
    }
    return runs.sorted { ($0.texts[0], $0.words.lowerBound, $0.words.count) < ($1.texts[0], $1.words.lowerBound, $1.words.count) }
}

/// Every place where a run can begin, with the run's hash; all texts one behind the other.
private struct RunPlaces {
    private let words: [UInt64]
    private let textOf: [Int32]
    private let starts: [Int]
    private let ends: [Int]
    /// Places where a run of the present length may be frequent, and the hash of the run at each.
    private var alive: [Int32]
    private var hashes: [UInt64]
    private var length = 0

    /// Runs that are frequent at one length.
    struct Frequent {
        var places: [Int32]
        /// By place, as `places` has it.
        var hashes: [UInt64]
        /// Texts by hash.
        var counts: TextCounts
    }

    init(_ texts: [[UInt64]]) {
        words = Array(texts.joined())
        var textOf: [Int32] = []
        var starts: [Int] = [], ends: [Int] = []
        textOf.reserveCapacity(words.count)
        for (number, text) in texts.enumerated() {
            starts.append(textOf.count)
            textOf.append(contentsOf: repeatElement(Int32(number), count: text.count))
            ends.append(textOf.count)
        }
        (self.textOf, self.starts, self.ends) = (textOf, starts, ends)
        alive = words.indices.map { Int32($0) }
        hashes = [UInt64](repeating: 0, count: words.count)
    }

    /// Adds a word to every run; those that would leave their text end here.
    mutating func grow(to length: Int) {
        var kept = 0
        for (at, place) in alive.enumerated() {
            let end = Int(place) + length
            guard end <= ends[Int(textOf[Int(place)])] else { continue }
            alive[kept] = place
            hashes[kept] = mixed(hashes[at] ^ words[end - 1])
            kept += 1
        }
        alive.removeLast(alive.count - kept)
        hashes.removeLast(hashes.count - kept)
        self.length = length
    }

    /// Keeps the places of frequent runs alone.
    mutating func frequent(_ least: Int) -> Frequent {
        var counts = TextCounts(capacity: alive.count)
        for (at, place) in alive.enumerated() { counts.add(hashes[at], in: textOf[Int(place)]) }
        var kept = 0
        for at in alive.indices where counts[hashes[at]] >= least {
            alive[kept] = alive[at]
            hashes[kept] = hashes[at]
            kept += 1
        }
        alive.removeLast(alive.count - kept)
        hashes.removeLast(hashes.count - kept)
        return Frequent(places: alive, hashes: hashes, counts: counts)
    }

    func runs(of frequent: Frequent, length: Int, inside longer: Frequent?) -> [RecurringRun] {
        var covered: Set<UInt64> = []
        if let longer {
            // The two shorter runs in each longer one: in as many texts, they stand nowhere else.
            var at = 0
            for (number, place) in longer.places.enumerated() {
                let count = longer.counts[longer.hashes[number]]
                while at < frequent.places.count, frequent.places[at] < place { at += 1 }
                for next in [at, at + 1] where next < frequent.places.count && frequent.places[next] - place <= 1 {
                    if frequent.counts[frequent.hashes[next]] == count { covered.insert(frequent.hashes[next]) }
                }
            }
        }
        var numbers: [UInt64: Int] = [:]
        var runs: [RecurringRun] = []
        for (at, place) in frequent.places.enumerated() where !covered.contains(frequent.hashes[at]) {
            let text = Int(textOf[Int(place)])
            if let number = numbers[frequent.hashes[at]] {
                if runs[number].texts.last != text { runs[number].texts.append(text) }
            } else {
                numbers[frequent.hashes[at]] = runs.count
                let start = Int(place) - starts[text]
                runs.append(RecurringRun(texts: [text], words: start..<start + length))
            }
        }
        return runs
    }
}

/// How many texts hold each hash, the texts given in order: an open table, since hashes are mixed already.
private struct TextCounts {
    private var keys: [UInt64]
    private var counts: [Int32]
    private var last: [Int32]
    private let mask: Int

    init(capacity: Int) {
        var size = 16
        while size < capacity * 2 { size *= 2 }
        keys = [UInt64](repeating: 0, count: size)
        counts = [Int32](repeating: 0, count: size)
        last = [Int32](repeating: -1, count: size)
        mask = size - 1
    }

    private func slot(_ hash: UInt64) -> Int {
        var slot = Int(truncatingIfNeeded: hash) & mask
        while counts[slot] > 0, keys[slot] != hash { slot = (slot + 1) & mask }
        return slot
    }

    subscript(hash: UInt64) -> Int { Int(counts[slot(hash)]) }

    mutating func add(_ hash: UInt64, in text: Int32) {
        let slot = slot(hash)
        guard last[slot] != text else { return }
        keys[slot] = hash
        last[slot] = text
        counts[slot] += 1
    }
}
