import Statistics
import Testing

@Suite struct RecurringRunTests {
    /// Every run of every length counted in the plainest way; those inside a longer one of the same texts taken away.
    private func plain(_ texts: [[UInt64]], _ lengths: ClosedRange<Int>, _ least: Int) -> Set<[Int]> {
        var holders: [[UInt64]: Set<Int>] = [:]
        for (number, text) in texts.enumerated() {
            for length in lengths where text.count >= length {
                for start in 0...text.count - length { holders[Array(text[start..<start + length]), default: []].insert(number) }
            }
        }
        let frequent = holders.filter { $0.value.count >= least }
        return Set(
            frequent.filter { run in
                !frequent.contains { longer in
                    longer.key.count == run.key.count + 1 && longer.value == run.value
                        && (Array(longer.key.dropFirst()) == run.key || Array(longer.key.dropLast()) == run.key)
                }
            }.map { run in run.value.sorted() + run.key.map { Int($0) } })
    }

    @Test(arguments: [1, 2, 3, 4] as [UInt64])
    func theRunsAreThoseOfThePlainCount(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        // Few different words, so that runs recur.
        let texts = (0..<40).map { _ in (0..<random.below(30)).map { _ in UInt64(random.below(3)) } }
        let found = recurringRuns(texts, lengths: 3...6, leastTexts: 3)
        #expect(Set(found.map { run in run.texts + texts[run.texts[0]][run.words].map { Int($0) } }) == plain(texts, 3...6, 3))
        #expect(!found.isEmpty && found.allSatisfy { $0.texts == $0.texts.sorted() })
    }

    @Test func nothingRecursInNothing() {
        #expect(recurringRuns([]).isEmpty && recurringRuns([[], [1, 2], [1]]).isEmpty)
        #expect(recurringRuns([[1, 2, 3, 4], [1, 2, 3, 4]]).isEmpty)
        #expect(recurringRuns([[9, 1, 2, 3, 4], [1, 2, 3, 4], [1, 2, 3, 4, 7]]).map(\.words) == [1..<5])
    }

    @Test func phrasesSaySomethingAndAreShownOnce() {
        let texts = [
            "give us the harbour back before the summer ends", "oh give us the harbour back before the summer ends", "give us the harbour back before the summer ends now",
            "of the one and the", "of the one and the", "of the one and the", "town hall must listen more", "town hall must listen more",
        ].map { words(of: $0) }
        let found = sharedPhrases(texts, hashes: texts.map { $0.map { wordHash($0) } }, leastTexts: 3, most: 5) { $0.count }
        // Ten words have runs of eight; of those that overlap one is shown, and of "of the one and the" none.
        #expect(found.map(\.words) == ["give us the harbour back before the summer"])
        #expect(found.first?.texts == [0, 1, 2])
        #expect(sharedPhrases(texts, hashes: texts.map { $0.map { wordHash($0) } }, leastTexts: 3, most: 5) { _ in nil }.isEmpty)
    }
}
