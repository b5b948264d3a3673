package import DiscourseModel
internal import Statistics

extension Corpus {
    /// Words that set the comments of one group of pages off from those of another: `Minimum.keyZ` and beyond, ranked by z, at most `most` a group.
    ///
    /// Left out: words below `Minimum.wordUses` in both groups together, and those that fewer than `Minimum.wordPeople` named authors or
    /// unnamed comments use in the group that has more of them.
    ///
    /// The prior of a word is its count in both groups together, as D. Jurafsky and others take a background (First Monday 19 (2014) 4):
    /// what is frequent everywhere ("the", "is") wants more to be shown than what is rare.
    ///
    /// - Parameter isFirst: whether a comment belongs to the first group (`true`), the second (`false`) or neither (`nil`).
    package func keyness(most: Int = 50, isFirst: (CorpusPlace) -> Bool?) -> KeynessFigures {
        var first = WordTable(), second = WordTable()
        for place in base {
            guard let isFirst = isFirst(place) else { continue }
            if isFirst { first.add(words(place), at: place) } else { second.add(words(place), at: place) }
        }
        var figures = KeynessFigures(firstWords: first.size, secondWords: second.size)
        guard min(first.size, second.size) >= Minimum.groupWords else {
            figures.leftOut = "fewer than \(Minimum.groupWords) words in a group (\(first.size) and \(second.size))"
            return figures
        }
        let prior = first.counts.merging(second.counts, uniquingKeysWith: +).mapValues(Double.init)
        let scores = logOdds(first.counts, second.counts, prior: prior)
        let ranked = scores.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        figures.words = keyWords(ranked, of: first, against: second, isFirst: true, most)
            + keyWords(ranked.reversed(), of: second, against: first, isFirst: false, most)
        return figures
    }

    private func keyWords(
        _ ranked: [(key: String, value: Double)], of group: WordTable, against other: WordTable, isFirst: Bool, _ most: Int
    ) -> [KeyWord] {
        var result: [KeyWord] = []
        for (word, z) in ranked {
            guard result.count < most, isFirst ? z >= Minimum.keyZ : z <= -Minimum.keyZ else { break }
            let (own, others) = (group.counts[word] ?? 0, other.counts[word] ?? 0)
            guard own + others >= Minimum.wordUses, let uses = group.uses[word] else { continue }
            let comments = uses.map { group.comments[$0.comment].place }
            guard people(comments) >= Minimum.wordPeople else { continue }
            let counts = WordCounts(
                inFirst: isFirst ? own : others, inSecond: isFirst ? others : own, firstSize: isFirst ? group.size : other.size,
                secondSize: isFirst ? other.size : group.size)
            result.append(
                KeyWord(
                    word: word, inFirst: counts.inFirst, inSecond: counts.inSecond, comments: comments, authors: namedAuthors(comments),
                    pages: Set(comments.map { pages[$0.page].article }).count, g2: counts.g2FourTerm, logRatio: counts.logRatio ?? 0, z: z,
                    dispersion: group.dispersion(of: uses) ?? 0))
        }
        return result
    }
}

/// The words of a group of comments.
private struct WordTable {
    var counts: [String: Int] = [:]
    var size = 0
    /// By word: the comments that use it, and how often.
    var uses: [String: [(comment: Int, count: Int)]] = [:]
    var comments: [(place: CorpusPlace, words: Int)] = []

    mutating func add(_ words: [String], at place: CorpusPlace) {
        let number = comments.count
        comments.append((place, words.count))
        size += words.count
        for word in words {
            counts[word, default: 0] += 1
            let last = uses[word, default: []].count - 1
            if last >= 0, uses[word]?[last].comment == number { uses[word]?[last].count += 1 } else { uses[word, default: []].append((number, 1)) }
        }
    }

    /// Gries' DP over the comments. Those without the word add their share of the words each, which is what is left of 1.
    func dispersion(of uses: [(comment: Int, count: Int)]) -> Double? {
        let used = uses.reduce(0) { $0 + comments[$1.comment].words }
        return griesDP(counts: uses.map(\.count) + [0], sizes: uses.map { comments[$0.comment].words } + [size - used])
    }
}
