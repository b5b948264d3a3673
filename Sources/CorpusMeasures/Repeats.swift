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
}
