import DiscourseModel
import Statistics

/// The words that comments' authors wrote themselves: quoted passages left out.
struct OwnWords {
    /// By comment; empty for what is deleted, removed or hidden.
    let words: [[String]]
    let hashes: [[UInt64]]

    init(_ discussion: Discussion, _ quotations: [Quotation]) {
        var quoted: [Int: [Range<Int>]] = [:]
        for quotation in quotations { quoted[quotation.comment, default: []].append(quotation.span.bytes) }
        words = discussion.comments.enumerated().map { index, comment in
            guard comment.state == .live else { return [] }
            guard let spans = quoted[index] else { return Statistics.words(of: comment.text) }
            var bytes = Array(comment.text.utf8)
            for span in spans { for place in span where place < bytes.count { bytes[place] = 0x0A } }
            return Statistics.words(of: String(decoding: bytes, as: UTF8.self))
        }
        hashes = words.map { $0.map { wordHash($0) } }
    }
}

/// Comments that say the same at some length, largest groups first.
func repeatedTexts(_ own: OwnWords, _ authors: AuthorNumbers) -> [RepeatedText] {
    // "Thank you" is no copy.
    let fewest = 6
    let sets = own.hashes.map { $0.count >= fewest ? shingles($0) : [] }
    return nearDuplicates(sets).map { comments in
        RepeatedText(comments: comments, authors: authors.count(of: comments), isExact: comments.allSatisfy { own.hashes[$0] == own.hashes[comments[0]] })
    }.sorted { ($1.comments.count, $0.comments[0]) < ($0.comments.count, $1.comments[0]) }
}

/// Runs of words that several comments of several authors use: in most comments first, at most `most`.
func recurringPhrases(_ own: OwnWords, _ authors: AuthorNumbers, most: Int = 20) -> [RecurringPhrase] {
    sharedPhrases(own.words, hashes: own.hashes, leastTexts: Minimum.phraseComments, most: most) { comments in
        authors.count(of: comments) >= Minimum.phraseAuthors ? comments.count : nil
    }.map { RecurringPhrase(words: $0.words, comments: $0.texts, authors: authors.count(of: $0.texts)) }
}

/// Paragraphs of the article that comments quote.
func quotedParagraphs(_ quotations: [Quotation], _ authors: AuthorNumbers) -> [QuotedParagraph] {
    var byBlock: [Int: Set<Int>] = [:]
    for quotation in quotations { if case .article(let block) = quotation.source { byBlock[block, default: []].insert(quotation.comment) } }
    return byBlock.sorted { $0.key < $1.key }.map { block, comments in
        QuotedParagraph(block: block, comments: comments.sorted(), authors: authors.count(of: comments.sorted()))
    }
}

/// How many words, how long comments are, how varied.
func wordFigures(_ own: OwnWords) -> WordFigures {
    let lengths = own.words.map(\.count).filter { $0 > 0 }.map(Double.init).sorted()
    let all = own.hashes.flatMap { $0 }
    return WordFigures(
        words: all.count, medianLength: Minimum.enough(lengths.count, Minimum.comments, "comments with words", quantile(0.5, ofSorted: lengths)),
        mtld: Minimum.enough(all.count, Minimum.words, "words", mtld(Array(all.prefix(200_000)))),
        mattr: Minimum.enough(all.count, Minimum.words, "words", mattr(all)))
}
