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

/// Runs of four to eight words in at least three comments by at least two authors; none that stands inside a longer one of the same comments.
/// At most `most`, the longest and most frequent first.
func recurringPhrases(_ own: OwnWords, _ authors: AuthorNumbers, most: Int = 20) -> [RecurringPhrase] {
    let shortest = 4
    // A longer run begins with a run of four that is as frequent: the others are looked at once.
    var counts: [UInt64: (comments: Int32, last: Int32)] = [:]
    for (index, words) in own.hashes.enumerated() where words.count >= shortest {
        for start in 0...words.count - shortest {
            let run = hash(words, start, shortest)
            let known = counts[run] ?? (0, -1)
            if known.last != Int32(index) { counts[run] = (known.comments + 1, Int32(index)) }
        }
    }
    let starts = own.hashes.map { words in
        words.count < shortest ? [] : (0...words.count - shortest).filter { (counts[hash(words, $0, shortest)]?.comments ?? 0) >= 3 }
    }
    var kept: [RecurringPhrase] = []
    for length in stride(from: 8, through: shortest, by: -1) {
        var holders: [UInt64: (comments: [Int], at: Int)] = [:]
        for (index, words) in own.hashes.enumerated() {
            for start in starts[index] where start + length <= words.count {
                let run = hash(words, start, length)
                if holders[run, default: ([], start)].comments.last != index { holders[run, default: ([], start)].comments.append(index) }
            }
        }
        for (_, run) in holders where run.comments.count >= 3 {
            let people = authors.count(of: run.comments)
            guard people >= 2 else { continue }
            let phrase = own.words[run.comments[0]][run.at..<run.at + length]
            // Three words that say something: not "of the one and the".
            guard phrase.count(where: { $0.unicodeScalars.count >= 4 }) * 2 >= length else { continue }
            kept.append(RecurringPhrase(words: phrase.joined(separator: " "), comments: run.comments, authors: people))
        }
    }
    kept.sort { ($1.comments.count, $1.words.utf8.count, $0.words) < ($0.comments.count, $0.words.utf8.count, $1.words) }
    var result: [RecurringPhrase] = []
    for phrase in kept where result.count < most {
        let isInside = kept.contains { $0.words.utf8.count > phrase.words.utf8.count && $0.comments == phrase.comments && $0.words.contains(phrase.words) }
        let isBeside = result.contains { $0.comments == phrase.comments && overlaps($0.words, phrase.words) }
        if !isInside && !isBeside { result.append(phrase) }
    }
    return result
}

private func hash(_ words: [UInt64], _ start: Int, _ length: Int) -> UInt64 {
    words[start..<start + length].reduce(UInt64(length)) { mixed($0 ^ $1) }
}

/// Whether two runs share half their words: neighbours out of one longer passage.
private func overlaps(_ a: String, _ b: String) -> Bool {
    let first = Set(a.split(separator: " ")), second = Set(b.split(separator: " "))
    return first.intersection(second).count * 2 >= min(first.count, second.count)
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
