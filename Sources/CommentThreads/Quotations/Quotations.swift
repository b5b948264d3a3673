package import DiscourseModel

/// Passages of comments that repeat the article or another comment.
///
/// A passage counts where the comment marks it (quotation marks of any language, `>` lines, `[quote]`, a quote box) and its words, at
/// least four, stand on the page; or where it is a long verbatim match: a whole paragraph, or twelve words, or eight of which two are
/// rare on the page. Marked passages of eight words or more without a source on the page come as `.elsewhere`. One to three words
/// between marks are the author's own (scare quotes), and so is a handful of words that happen to stand elsewhere.
///
/// The source is where the words stand first: in the article, else in the earliest comment that has them outside quotation marks.
/// Takes time in proportion to the length of the texts.
package func findQuotations(in comments: [Comment], article: Article) -> [Quotation] {
    // A long article without a comment has nobody to quote it.
    if comments.isEmpty { return [] }
    var finder = QuotationFinder(comments, article)
    for comment in comments.indices { finder.find(in: comment) }
    return finder.quotations
}

/// The fewest words of a quotation, by what speaks for it.
enum QuotationLength {
    static let marked = ShingleIndex.length
    static let elsewhere = 8
    static let wholeParagraph = 5
    static let withRareWords = 8
    static let unmarked = 12
}

private struct QuotationFinder {
    private let comments: [Comment]
    private let article: Article
    private let passages: [[MarkedPassage]]
    private let order: TimeOrder
    private let blocks: Int
    private var words = PageWords()
    private var textOfWord: [Int32] = []
    private var index: ShingleIndex
    /// In how many texts each word stands; counted when first asked for.
    private var frequency: WordFrequency?
    /// First text of each comment's quote boxes.
    private var boxes: [Int] = []
    private(set) var quotations: [Quotation] = []

    init(_ comments: [Comment], _ article: Article) {
        self.comments = comments
        self.article = article
        passages = comments.map { markedPassages(in: $0.text) }
        order = TimeOrder(of: comments)
        blocks = article.blocks.count
        for block in article.blocks { words.append(block.text) }
        for comment in comments { words.append(comment.text) }
        for comment in comments {
            boxes.append(words.count)
            for box in comment.quoted { words.append(box.text) }
        }
        textOfWord.reserveCapacity(words.hashes.count)
        for text in 0..<words.count { textOfWord.append(contentsOf: repeatElement(Int32(text), count: words.words(of: text).count)) }
        index = ShingleIndex(words: words.hashes.count)
        // Own words first: a comment that quotes another is not the source of what it quotes.
        let sources = Array(0..<blocks) + order.earliestFirst.map { blocks + $0 }
        for own in [true, false] {
            for text in sources { enter(text, own: own) }
        }
    }

    /// Whether two of the words stand in no more than two texts.
    private mutating func hasRareWords(_ run: RepeatedRun) -> Bool {
        let counted = frequency ?? WordFrequency(words, texts: blocks + comments.count)
        frequency = counted
        return (run.start..<run.end).count { counted.texts(with: words.hashes[$0]) <= 2 } >= 2
    }

    private mutating func enter(_ text: Int, own: Bool) {
        let range = words.words(of: text)
        guard range.count >= ShingleIndex.length else { return }
        let marked = text < blocks ? [] : passages[text - blocks]
        if !own, marked.isEmpty { return }
        var passage = 0
        for word in range.lowerBound...(range.upperBound - ShingleIndex.length) {
            let start = Int(words.places[word].start)
            let end = Int(words.places[word + ShingleIndex.length - 1].end)
            while passage < marked.count, marked[passage].outer.upperBound <= start { passage += 1 }
            let isQuoted = passage < marked.count && marked[passage].outer.lowerBound <= start && end <= marked[passage].outer.upperBound
            if isQuoted != own { index.insert(ShingleIndex.key(words, word), at: word) }
        }
    }

    mutating func find(in comment: Int) {
        let range = words.words(of: blocks + comment)
        let runs = words.repeatedRuns(in: range, index: index, textOfWord: textOfWord) { mayBeSource($0, of: comment, marked: true) }
        var found: [Quotation] = []
        let marked = passages[comment].map { wordsWithin($0.inner, range) }
        let unmarked = unmarkedPassages(of: comment, range, runs, marked: RangeCover(marked, of: range))
        for passage in unmarked {
            found.append(quotation(comment, words.bytes(passage.start..<passage.end), passage, isMarked: false))
        }
        let taken = RangeCover(unmarked.map { $0.start..<$0.end }, of: range)
        for (passage, inside) in zip(passages[comment], marked) where taken.count(in: inside) == 0 {
            found += self.marked(passage, inside, of: comment, runs)
        }
        found.sort { $0.span.start < $1.span.start }
        quotations += found
        quotations += boxed(of: comment)
    }

    /// The article, and comments written before this one; of a marked passage, where no times tell which was first, any other comment.
    private func mayBeSource(_ text: Int, of comment: Int, marked: Bool) -> Bool {
        guard text >= blocks else { return true }
        guard text < blocks + comments.count else { return false }
        return text - blocks != comment && (order.isEarlier(text - blocks, than: comment) || marked && !order.isStated)
    }

    // MARK: Marked passages

    private func marked(_ passage: MarkedPassage, _ inside: Range<Int>, of comment: Int, _ runs: [RepeatedRun]) -> [Quotation] {
        guard inside.count >= QuotationLength.marked else { return [] }
        let clipped = clip(runs, to: inside)
        // Paragraphs of several blocks or comments in one pair of marks: a quotation each.
        let parts = groups(clipped).filter { $0.count > QuotationLength.marked }
        if Set(parts.map(\.text)).count > 1, parts.reduce(0, { $0 + $1.count }) * 10 >= inside.count * 7 {
            return parts.enumerated().map { place, part in
                let bytes = words.bytes(part.start..<part.end)
                let lower = place == 0 ? passage.outer.lowerBound : bytes.lowerBound
                let upper = place == parts.count - 1 ? passage.outer.upperBound : bytes.upperBound
                return self.quotation(comment, lower..<upper, part, isMarked: true)
            }
        }
        if let whole = bind(clipped, of: inside.count, share: inside.count < 6 ? 1 : 0.7) {
            return [self.quotation(comment, passage.outer, whole, isMarked: true)]
        }
        guard inside.count >= QuotationLength.elsewhere else { return [] }
        let span = span(passage.outer, near: inside.lowerBound, in: comments[comment].text)
        return [Quotation(comment: comment, span: span, source: .elsewhere, sourceSpan: nowhere, isMarked: true)]
    }

    /// Quote boxes: their words are not in the comment's text, so the span is the empty one where the box stood.
    private func boxed(of comment: Int) -> [Quotation] {
        comments[comment].quoted.enumerated().compactMap { number, box in
            let range = words.words(of: boxes[comment] + number)
            let runs = words.repeatedRuns(in: range, index: index, textOfWord: textOfWord) { mayBeSource($0, of: comment, marked: true) }
            let text = comments[comment].text
            let span = TextSpan(bytes: box.at >= 0 && box.at <= text.utf8.count ? box.at..<box.at : text.utf8.count..<text.utf8.count, in: text)
            if let found = bind(runs, of: range.count, share: 0.5) {
                let (source, sourceSpan) = source(of: found)
                return Quotation(comment: comment, span: span, source: source, sourceSpan: sourceSpan, isMarked: true)
            }
            guard range.count >= QuotationLength.elsewhere else { return nil }
            return Quotation(comment: comment, span: span, source: .elsewhere, sourceSpan: nowhere, isMarked: true)
        }
    }

    /// The source that has the share of a passage's words, and where.
    private func bind(_ runs: [RepeatedRun], of count: Int, share: Double) -> RepeatedRun? {
        var covered: [Int: Int] = [:]
        for run in runs { covered[run.text, default: 0] += run.count }
        guard let best = covered.max(by: { ($0.value, -$0.key) < ($1.value, -$1.key) }), Double(best.value) >= share * Double(count) else { return nil }
        let own = runs.filter { $0.text == best.key }
        return joined(own) ?? own.max { $0.count < $1.count }
    }

    // MARK: Unmarked passages

    /// Long verbatim matches that are not mostly between quotation marks.
    private mutating func unmarkedPassages(of comment: Int, _ range: Range<Int>, _ runs: [RepeatedRun], marked: RangeCover) -> [RepeatedRun] {
        let earlier = runs.filter { mayBeSource($0.text, of: comment, marked: false) && !isSameAuthor($0.text, comment) }
        return groups(earlier).filter { run in
            guard run.count >= QuotationLength.wholeParagraph, marked.count(in: run.start..<run.end) * 10 < run.count * 8 else { return false }
            if run.count >= QuotationLength.unmarked { return true }
            let begins = run.start == range.lowerBound || words.places[run.start - 1].line != words.places[run.start].line
            let ends = run.end < range.upperBound && words.places[run.end - 1].line != words.places[run.end].line
            // At the end of a comment a short line that others have too is a signature, not a quotation.
            if begins, ends { return true }
            guard run.count >= QuotationLength.withRareWords else { return false }
            return hasRareWords(run)
        }
    }

    private func isSameAuthor(_ text: Int, _ comment: Int) -> Bool {
        guard text >= blocks, let author = comments[comment].author, !author.isAnonymous else { return false }
        return comments[text - blocks].author?.name == author.name
    }

    /// Runs of one source that follow each other closely, there and here, as one.
    private func groups(_ runs: [RepeatedRun]) -> [RepeatedRun] {
        var groups: [RepeatedRun] = []
        for run in runs {
            if let last = groups.last, last.text == run.text, !isOwnLine(between: last, and: run), let both = joined([last, run]),
                both.count <= last.count + run.count + 4
            {
                groups[groups.count - 1] = both
            } else {
                groups.append(run)
            }
        }
        return groups
    }

    /// Whether a line of other words stands between two runs.
    private func isOwnLine(between first: RepeatedRun, and second: RepeatedRun) -> Bool {
        guard first.end < second.start else { return false }
        let lines = (words.places[first.end - 1].line, words.places[second.start].line)
        return (first.end..<second.start).contains { words.places[$0].line != lines.0 && words.places[$0].line != lines.1 }
    }

    /// One run from the first to the last, if they stand in the source in the same order and about as close.
    private func joined(_ runs: [RepeatedRun]) -> RepeatedRun? {
        guard let first = runs.first, let last = runs.last else { return nil }
        for (a, b) in zip(runs, runs.dropFirst()) where b.source < a.source + a.count { return nil }
        let here = last.end - first.start
        let there = last.source + last.count - first.source
        guard there <= 2 * here + 8 else { return nil }
        return RepeatedRun(start: first.start, count: here, source: first.source, text: first.text)
    }

    /// The parts of runs that lie in a range of words.
    private func clip(_ runs: [RepeatedRun], to range: Range<Int>) -> [RepeatedRun] {
        var clipped: [RepeatedRun] = []
        var at = firstIndex(in: runs.indices) { runs[$0].end > range.lowerBound }
        while at < runs.count, runs[at].start < range.upperBound {
            let run = runs[at]
            let start = max(run.start, range.lowerBound)
            let end = min(run.end, range.upperBound)
            clipped.append(RepeatedRun(start: start, count: end - start, source: run.source + start - run.start, text: run.text))
            at += 1
        }
        return clipped
    }

    /// The words of a range that lie in a stretch of bytes.
    private func wordsWithin(_ bytes: Range<Int>, _ range: Range<Int>) -> Range<Int> {
        let lower = firstIndex(in: range) { Int(words.places[$0].start) >= bytes.lowerBound }
        return lower..<max(lower, firstIndex(in: range) { Int(words.places[$0].end) > bytes.upperBound })
    }

    private func quotation(_ comment: Int, _ bytes: Range<Int>, _ run: RepeatedRun, isMarked: Bool) -> Quotation {
        let (source, sourceSpan) = source(of: run)
        return Quotation(
            comment: comment, span: span(bytes, near: run.start, in: comments[comment].text), source: source, sourceSpan: sourceSpan,
            isMarked: isMarked)
    }

    private func source(of run: RepeatedRun) -> (Quotation.Source, TextSpan) {
        let text = run.text < blocks ? article.blocks[run.text].text : comments[run.text - blocks].text
        let end = min(run.source + run.count, words.words(of: run.text).upperBound)
        let span = span(words.bytes(run.source..<end), near: run.source, in: text)
        return (run.text < blocks ? .article(block: run.text) : .comment(run.text - blocks), span)
    }

    /// The span of a range of bytes, counting code points from a word nearby and not from the text's beginning.
    private func span(_ bytes: Range<Int>, near word: Int, in text: String) -> TextSpan {
        func codePoints(_ range: Range<Int>) -> Int {
            let utf8 = text.utf8
            let start = utf8.index(utf8.startIndex, offsetBy: range.lowerBound)
            return utf8[start..<utf8.index(start, offsetBy: range.count)].reduce(0) { $0 + ($1 & 0xC0 != 0x80 ? 1 : 0) }
        }
        let at = Int(words.places[word].start)
        let before = Int(words.places[word].codePoints)
        let start = bytes.lowerBound <= at ? before - codePoints(bytes.lowerBound..<at) : before + codePoints(at..<bytes.lowerBound)
        return TextSpan(start: bytes.lowerBound, end: bytes.upperBound, codePointStart: start, codePointEnd: start + codePoints(bytes))
    }
}

private let nowhere = TextSpan(start: 0, end: 0, codePointStart: 0, codePointEnd: 0)

/// The first index of a range for which something holds that holds for all behind it; the end of the range if for none.
private func firstIndex(in range: Range<Int>, where holds: (Int) -> Bool) -> Int {
    var low = range.lowerBound
    var high = range.upperBound
    while low < high {
        let middle = (low + high) / 2
        if holds(middle) { high = middle } else { low = middle + 1 }
    }
    return low
}

/// How many of the words of a range some other ranges cover.
private struct RangeCover {
    private let start: Int
    private var sums: [Int32]

    init(_ ranges: [Range<Int>], of whole: Range<Int>) {
        start = whole.lowerBound
        guard !ranges.isEmpty else {
            sums = []
            return
        }
        sums = [Int32](repeating: 0, count: whole.count + 1)
        for range in ranges { for word in range { sums[word - start + 1] = 1 } }
        for place in sums.indices.dropFirst() { sums[place] += sums[place - 1] }
    }

    func count(in range: Range<Int>) -> Int {
        sums.isEmpty ? 0 : Int(sums[range.upperBound - start] - sums[range.lowerBound - start])
    }
}
