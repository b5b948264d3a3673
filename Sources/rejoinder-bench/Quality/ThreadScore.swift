internal import DiscourseModel
internal import Exchange

/// What one page of threads adds to the figures: counts, so that a group's figures weigh every comment alike.
struct ThreadScore: Sendable {
    var pages = 0, gold = 0, found = 0, matched = 0, missing = 0
    var likeness = 0.0
    var authors = 0, authorsStated = 0
    var times = 0, timesStated = 0
    var links = 0, linksHit = 0, linksFound = 0, linksFoundRight = 0
    var leaked = 0, leakable = 0

    init() {}

    /// - Parameter page: `nil` where the page could not be read.
    init(gold thread: GoldThread, page: AnalyzedPage?, pairs: CommentPairs) {
        let goldComments = thread.scored
        let comments = page?.discussion.comments ?? []
        let replies = page?.discussion.replies ?? []
        let positions = Dictionary(goldComments.enumerated().map { ($1.key, $0) }) { $1 }
        let article = Words(page?.article.readingText ?? "").grams
        let isOpenerArticle = ThreadScore.isOpenerArticle(goldComments, pairs, article)
        // A forum's first post read as the article is right.
        let commentText = goldComments.dropFirst(isOpenerArticle ? 1 : 0).map(\.text).joined(separator: " \n ")
        let commentGrams = Words(commentText).grams

        pages = 1
        gold = goldComments.count - (isOpenerArticle ? 1 : 0)
        found = comments.count
        matched = pairs.found.count
        missing = page == nil ? 1 : 0
        let recorded = CommentTimes(language: page?.article.language)
        for (index, comment) in goldComments.enumerated() {
            guard let place = pairs.found[index] else { continue }
            likeness += pairs.likeness[index] ?? 0
            if let author = comment.author {
                authorsStated += 1
                if Words.folded(comments[place].author?.name) == Words.folded(author) { authors += 1 }
            }
            if comment.hasTime {
                timesStated += 1
                if recorded.text(comments[place]) != nil { times += 1 }
            }
        }
        var impliedByArticle = 0
        for (index, comment) in goldComments.enumerated() {
            guard let key = comment.parent_key, let parent = positions[key] else { continue }
            links += 1
            guard let place = pairs.found[index] else { continue }
            if let said = replies[place]?.parent {
                if pairs.found[parent] == said { linksHit += 1 }
            } else if parent == 0, isOpenerArticle {
                linksHit += 1
                impliedByArticle += 1
            }
        }
        if thread.statesEveryLink {
            linksFound = replies.count { $0?.parent != nil } + impliedByArticle
            linksFoundRight = linksHit
        }
        leaked = commentGrams.shared(with: article)
        leakable = commentGrams.total
    }

    private static func isOpenerArticle(_ comments: [GoldComment], _ pairs: CommentPairs, _ article: Bag) -> Bool {
        guard let first = comments.first, pairs.found[0] == nil, first.parent_key ?? "" == "" else { return false }
        let opener = Words(first.text).grams
        return !opener.isEmpty && Double(opener.shared(with: article)) >= 0.6 * Double(opener.total)
    }

    static func += (sum: inout ThreadScore, page: ThreadScore) {
        sum.pages += page.pages
        sum.gold += page.gold
        sum.found += page.found
        sum.matched += page.matched
        sum.missing += page.missing
        sum.likeness += page.likeness
        sum.authors += page.authors
        sum.authorsStated += page.authorsStated
        sum.times += page.times
        sum.timesStated += page.timesStated
        sum.links += page.links
        sum.linksHit += page.linksHit
        sum.linksFound += page.linksFound
        sum.linksFoundRight += page.linksFoundRight
        sum.leaked += page.leaked
        sum.leakable += page.leakable
    }

    var row: FigureRow {
        func share(_ part: Int, _ whole: Int) -> Double? { whole == 0 ? nil : Double(part) / Double(whole) }
        let precision = Double(matched) / Double(max(1, found)), recall = Double(matched) / Double(max(1, gold))
        let linkPrecision = share(linksFoundRight, linksFound), linkRecall = share(linksHit, links)
        let both: Double? = if let linkPrecision, let linkRecall { f1(linkPrecision, linkRecall) } else { nil }
        return FigureRow(
            values: [
                "split_p": precision, "split_r": recall, "split_f1": f1(precision, recall), "text": likeness / Double(max(1, matched)),
                "author": share(authors, authorsStated), "date": share(times, timesStated), "link_p": linkPrecision, "link_r": linkRecall,
                "link_f1": both, "leak": Double(leaked) / Double(max(1, leakable)),
            ],
            counts: [("pages", pages), ("gold", gold), ("found", found), ("pages_missing", missing)])
    }
}

extension GoldThread {
    /// The comments that count: not a platform's lines about who did what.
    var scored: [GoldComment] { comments.filter { $0.kind != "action" } }
}
