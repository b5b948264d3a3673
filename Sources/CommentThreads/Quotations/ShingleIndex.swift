/// Where each run of four words stands first: an open-addressing hash table over the words of a page.
///
/// Runs of words ("shingles") find equal passages in time that grows with the length of the texts, not with the number of pairs
/// (A. Broder, "On the resemblance and containment of documents", 1997).
struct ShingleIndex {
    /// Words in a shingle. Shorter passages are too common to tell their source.
    static let length = 4

    private var keys: [UInt64]
    private var positions: [Int32]
    private let mask: Int

    /// A table with room for a shingle at each of this many words.
    init(words: Int) {
        var capacity = 16
        while capacity < words * 2 { capacity *= 2 }
        keys = [UInt64](repeating: 0, count: capacity)
        positions = [Int32](repeating: -1, count: capacity)
        mask = capacity - 1
    }

    /// The key of the shingle that begins at a word; the caller sees to it that four words are there.
    static func key(_ words: PageWords, _ at: Int) -> UInt64 {
        var key: UInt64 = 0
        for offset in 0..<length {
            key = (key ^ words.hashes[at + offset]) &* 0x9E37_79B9_7F4A_7C15
            key ^= key >> 29
        }
        return key
    }

    /// Notes that the shingle stands at a word, unless it was seen before.
    mutating func insert(_ key: UInt64, at word: Int) {
        var slot = Int(truncatingIfNeeded: key) & mask
        while positions[slot] >= 0 {
            if keys[slot] == key { return }
            slot = (slot + 1) & mask
        }
        keys[slot] = key
        positions[slot] = Int32(word)
    }

    /// The word where the shingle stood first.
    func first(_ key: UInt64) -> Int? {
        var slot = Int(truncatingIfNeeded: key) & mask
        while positions[slot] >= 0 {
            if keys[slot] == key { return Int(positions[slot]) }
            slot = (slot + 1) & mask
        }
        return nil
    }
}

/// Words of a text that stand, in the same order, in another text.
struct RepeatedRun: Equatable {
    /// First word, by its position among all words of the page.
    var start: Int
    var count: Int
    /// The same words in the source: the first of them, and the text they are in.
    var source: Int
    var text: Int

    var end: Int { start + count }
}

extension PageWords {
    /// The longest runs, not overlapping, that a range of words shares with texts that `admits` lets in; each bound to the place where
    /// its words stand first. Every word is looked up once, and compared at most a fixed number of times on the average.
    func repeatedRuns(in range: Range<Int>, index: ShingleIndex, textOfWord: [Int32], admits: (_ text: Int) -> Bool) -> [RepeatedRun] {
        var runs: [RepeatedRun] = []
        var at = range.lowerBound
        while at + ShingleIndex.length <= range.upperBound {
            guard let source = index.first(ShingleIndex.key(self, at)), !range.contains(source) else {
                at += 1
                continue
            }
            let text = Int(textOfWord[source])
            guard admits(text) else {
                at += 1
                continue
            }
            let whole = words(of: text)
            var count = 0
            while at + count < range.upperBound, source + count < whole.upperBound, hashes[at + count] == hashes[source + count] { count += 1 }
            // Two shingles with one key: not the same words.
            guard count >= ShingleIndex.length else {
                at += 1
                continue
            }
            // Words before it may have been taken by a shorter run that another text happened to share.
            var before = 0
            let floor = runs.last.map { max($0.start, at - 64) } ?? range.lowerBound
            while at - before > floor, source - before > whole.lowerBound, hashes[at - before - 1] == hashes[source - before - 1] { before += 1 }
            var run = RepeatedRun(start: at - before, count: count + before, source: source - before, text: text)
            // The next run may begin within this one's last words.
            at += count > 2 * ShingleIndex.length ? count : max(1, count - ShingleIndex.length + 1)
            if var last = runs.last, last.end > run.start {
                if run.count > last.count {
                    last.count = run.start - last.start
                    runs.removeLast()
                    if last.count >= ShingleIndex.length { runs.append(last) }
                } else {
                    let overlap = last.end - run.start
                    run = RepeatedRun(start: run.start + overlap, count: run.count - overlap, source: run.source + overlap, text: text)
                }
            }
            if run.count >= ShingleIndex.length { runs.append(run) }
        }
        return runs
    }
}
