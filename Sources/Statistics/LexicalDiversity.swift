/// The measure of textual lexical diversity: the mean length of runs of words whose type-token ratio stays above .72, mean of both
/// directions. P. M. McCarthy and S. Jarvis, Behavior Research Methods 42 (2010) 381-392. `nil` where no run came down to it at all.
/// Below 100 words it says little.
package func mtld(_ words: [some Hashable & Sendable], threshold: Double = 0.72) -> Double? {
    func pass(_ words: some Sequence<some Hashable>) -> Double? {
        var factors = 0.0, count = 0, total = 0
        var types: Set<AnyHashable> = []
        for word in words {
            total += 1
            count += 1
            types.insert(word)
            if Double(types.count) / Double(count) <= threshold {
                factors += 1
                types.removeAll(keepingCapacity: true)
                count = 0
            }
        }
        if count > 0 { factors += (1 - Double(types.count) / Double(count)) / (1 - threshold) }
        return factors > 0 ? Double(total) / factors : nil
    }
    guard let forward = pass(words), let backward = pass(words.reversed()) else { return nil }
    return (forward + backward) / 2
}

/// The mean type-token ratio of all runs of `window` words: M. A. Covington and J. D. McFall, Journal of Quantitative Linguistics 17
/// (2010) 94-100. Of a shorter text its own ratio; `nil` for none.
package func mattr<Word: Hashable>(_ words: [Word], window: Int = 50) -> Double? {
    guard !words.isEmpty, window > 0 else { return nil }
    guard words.count >= window else { return Double(Set(words).count) / Double(words.count) }
    var counts: [Word: Int] = [:]
    var sum = 0.0
    for (position, word) in words.enumerated() {
        counts[word, default: 0] += 1
        if position >= window {
            let old = words[position - window]
            if counts[old] == 1 { counts[old] = nil } else { counts[old, default: 0] -= 1 }
        }
        if position >= window - 1 { sum += Double(counts.count) / Double(window) }
    }
    return sum / Double(words.count - window + 1)
}
