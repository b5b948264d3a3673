package import DiscourseModel
internal import Statistics

extension Corpus {
    /// Comments that say (nearly) the same at some length, within an article or under several: at least .8 of their runs of five words in
    /// common (A. Z. Broder 1997), or one holding nearly all of the other. Quoted passages are left out first; texts of fewer than
    /// `leastWords` words ("thank you") are no copies. Those of most articles, then of most authors, first.
    ///
    /// Time grows with the words, not with the pairs of comments.
    package func repeatedTexts(leastWords: Int = 6) -> [CorpusRepeat] {
        let sets = base.map { place in
            let hashes = words(place).map { wordHash($0) }
            return hashes.count >= leastWords ? shingles(hashes) : []
        }
        return nearDuplicates(sets).map { group in
            let comments = group.map { base[$0] }
            return CorpusRepeat(comments: comments, authors: people(comments), articles: Set(comments.map { pages[$0.page].article }).count)
        }.sorted {
            ($1.articles, $1.authors, $1.comments.count, $0.comments[0]) < ($0.articles, $0.authors, $0.comments.count, $1.comments[0])
        }
    }

    /// Runs of words that comments of several authors under several articles use; under most articles first, at most `most`. Quoted passages
    /// are left out, and comments that are copies of one another (`copies`) count as one: their words are told as repeated texts.
    package func recurringPhrases(copies: [CorpusRepeat], most: Int = 25) -> [CorpusPhrase] {
        var copied: Set<CorpusPlace> = []
        for group in copies { copied.formUnion(group.comments.dropFirst()) }
        let places = base.filter { !copied.contains($0) }
        let words = places.map { self.words($0) }
        func articles(_ texts: [Int]) -> Int { Set(texts.map { pages[places[$0].page].article }).count }
        return sharedPhrases(words, hashes: words.map { $0.map { wordHash($0) } }, leastTexts: Minimum.phraseComments, most: most) { texts in
            let articles = articles(texts)
            guard articles >= Minimum.phraseArticles, people(texts.map { places[$0] }) >= Minimum.phraseAuthors else { return nil }
            // By articles, then by comments.
            return articles << 32 + texts.count
        }.map { phrase in
            let comments = phrase.texts.map { places[$0] }
            return CorpusPhrase(words: phrase.words, comments: comments, authors: people(comments), articles: articles(phrase.texts))
        }
    }
}
