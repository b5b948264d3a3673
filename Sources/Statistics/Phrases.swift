/// Runs of four to eight words that several texts share and that say something: three of their words, or half of them, have four letters or
/// more ("of the one and the" has none).
///
/// Those of the highest rank first, then the longest; of runs of the same texts that share half their words, neighbours out of one longer
/// passage, the first.
///
/// - Parameters:
///   - hashes: those of `words`.
///   - most: how many at the most.
///   - rank: what the texts of a run are worth; `nil` for a run that does not count.
package func sharedPhrases(
    _ words: [[String]], hashes: [[UInt64]], leastTexts: Int, most: Int, rank: ([Int]) -> Int?
) -> [(words: String, texts: [Int])] {
    var found: [(words: String, texts: [Int], rank: Int)] = []
    for run in recurringRuns(hashes, leastTexts: leastTexts) {
        let phrase = words[run.texts[0]][run.words]
        guard phrase.count(where: { $0.unicodeScalars.count >= 4 }) >= min(3, (phrase.count + 1) / 2), let rank = rank(run.texts) else { continue }
        found.append((phrase.joined(separator: " "), run.texts, rank))
    }
    found.sort { ($1.rank, $1.words.utf8.count, $0.words) < ($0.rank, $0.words.utf8.count, $1.words) }
    var result: [(words: String, texts: [Int])] = []
    for phrase in found where result.count < most {
        if !result.contains(where: { $0.texts == phrase.texts && overlaps($0.words, phrase.words) }) { result.append((phrase.words, phrase.texts)) }
    }
    return result
}

private func overlaps(_ a: String, _ b: String) -> Bool {
    let first = Set(a.split(separator: " ")), second = Set(b.split(separator: " "))
    return first.intersection(second).count * 2 >= min(first.count, second.count)
}
