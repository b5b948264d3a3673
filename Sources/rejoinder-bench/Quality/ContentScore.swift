internal import DiscourseModel

/// What pages of the content benchmark add to the figures: each page weighs alike, as in the public article benchmarks.
struct ContentScore: Sendable {
    var pages = 0, missing = 0
    var articlePrecision = Mean(), articleRecall = Mean()
    var commentPrecision = Mean(), commentRecall = Mean()
    /// The same by single words, and with the names and times that stand in fields of their own: labels count those lines as the comments' words.
    var wordPrecision = Mean(), wordRecall = Mean()
    var leak = Mean(), invented = Mean()

    init() {}

    /// - Parameter page: `nil` where the page could not be read.
    init(gold: GoldContent, page: AnalyzedPage?) {
        pages = 1
        missing = page == nil ? 1 : 0
        let article = Words(page?.article.readingText ?? "").grams
        let comments = page?.discussion.comments ?? []
        if let text = gold.content_text, !text.isEmpty {
            let (precision, recall) = ContentScore.overlap(Words(text).grams, article)
            articlePrecision.add(precision)
            articleRecall.add(recall)
        }
        let commentWords = Words(gold.comments_text ?? "")
        if commentWords.count >= 20 {
            let grams = commentWords.grams
            let texts = comments.map(\.text), found = Words(texts.joined(separator: "\n"))
            let (precision, recall) = ContentScore.overlap(grams, found.grams)
            commentPrecision.add(precision)
            commentRecall.add(recall)
            let fields = comments.flatMap { [$0.author?.name, $0.postedText].compactMap(\.self) }
            wordPrecision.add(ContentScore.overlap(commentWords.bag, found.bag).precision)
            wordRecall.add(ContentScore.overlap(commentWords.bag, Words((texts + fields).joined(separator: "\n")).bag).recall)
            leak.add(ContentScore.overlap(grams, article).recall)
        } else if gold.comments_text != nil || !(gold.split ?? "").isEmpty {
            invented.add(Double(comments.count))
        }
    }

    private static func overlap(_ gold: Bag, _ found: Bag) -> (precision: Double, recall: Double) {
        let shared = Double(gold.shared(with: found))
        return (
            found.isEmpty ? (gold.isEmpty ? 1 : 0) : shared / Double(found.total),
            gold.isEmpty ? 1 : shared / Double(gold.total)
        )
    }

    static func += (sum: inout ContentScore, page: ContentScore) {
        sum.pages += page.pages
        sum.missing += page.missing
        sum.articlePrecision += page.articlePrecision
        sum.articleRecall += page.articleRecall
        sum.commentPrecision += page.commentPrecision
        sum.commentRecall += page.commentRecall
        sum.wordPrecision += page.wordPrecision
        sum.wordRecall += page.wordRecall
        sum.leak += page.leak
        sum.invented += page.invented
    }

    var row: FigureRow {
        func both(_ precision: Mean, _ recall: Mean) -> Double? {
            guard let precision = precision.value, let recall = recall.value else { return nil }
            return f1(precision, recall)
        }
        return FigureRow(
            values: [
                "article_p": articlePrecision.value, "article_r": articleRecall.value, "article_f1": both(articlePrecision, articleRecall),
                "comments_p": commentPrecision.value, "comments_r": commentRecall.value, "comments_f1": both(commentPrecision, commentRecall),
                "words_p": wordPrecision.value, "words_r": wordRecall.value, "leak": leak.value, "invented": invented.value,
            ],
            counts: [("pages", pages), ("comments_pages", commentPrecision.count), ("pages_missing", missing)])
    }

    /// An arithmetic mean under way.
    struct Mean: Sendable {
        private(set) var sum = 0.0
        private(set) var count = 0
        var value: Double? { count == 0 ? nil : sum / Double(count) }
        mutating func add(_ value: Double) {
            sum += value
            count += 1
        }
        static func += (a: inout Mean, b: Mean) {
            a.sum += b.sum
            a.count += b.count
        }
    }
}
