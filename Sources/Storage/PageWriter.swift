internal import DiscourseModel
internal import GRDB

/// Writes pages within one transaction; it keeps what it has looked up until the transaction ends, before which `finish` is to be called.
struct PageWriter {
    let database: Database
    var articles: ArticleWriter
    var comments: CommentWriter
    var tags: TagWriter
    /// Pages that are here already and were tagged by other patterns, as one run.
    private var retagging: RetagWriter?
    /// Whether the transaction has left the full-text index alone: then rows go in together, and the comments into the index at the end.
    private var inBulk: Bool

    /// - Parameter inBulk: whether new pages are written in bulk, until the first one that changes what is stored.
    init(_ database: Database, inBulk: Bool = false) throws {
        self.database = database
        self.inBulk = inBulk
        articles = try ArticleWriter(database)
        comments = try CommentWriter(database)
        tags = try TagWriter(database)
    }

    /// Brings the full-text index up to date.
    mutating func finish() throws { try comments.indexNew() }

    /// Comments that are changed are taken out of the full-text index as they were: they must be in it.
    private mutating func endBulk() throws {
        guard inBulk else { return }
        inBulk = false
        try comments.indexNew()
    }

    mutating func write(_ page: AnalyzedPage) throws -> StoreOutcome {
        try checkIndices(page)
        let known = try articles.find(page)
        if let known, let capture = try articles.capture(of: known, for: page) {
            if try reads(page, differentlyFrom: known, capture: capture.id) {
                try replace(page, article: known, capture: capture)
                return StoreOutcome(article: known, capture: capture.number, change: .reread)
            }
            let isRetagged = try retag(page, article: known, capture: capture.id)
            return StoreOutcome(article: known, capture: capture.number, change: isRetagged ? .retagged : .unchanged)
        }
        guard let known else {
            let (article, capture) = try articles.add(page, together: inBulk)
            try writeContents(of: page, article: article, capture: capture, isNew: true)
            return StoreOutcome(article: article, capture: capture.number, change: .added)
        }
        try endBulk()
        let capture = try articles.addCapture(page, to: known)
        if capture.isLatest { try articles.update(known, from: page, capture: capture.id) }
        try writeContents(of: page, article: known, capture: capture, isNew: false)
        return StoreOutcome(article: known, capture: capture.number, change: .newCapture)
    }

    /// Makes a stored capture what the page is now: its comments keep their rows; those that it has no longer are gone with it.
    mutating func replace(_ page: AnalyzedPage, article: Int, capture: (id: Int, number: Int)) throws {
        try endBulk()
        let latest = try Int.fetchOne(
            database.cachedStatement(sql: "SELECT latest_capture_id FROM articles WHERE id = ?"), arguments: [article])
        let row = CaptureRow(id: capture.id, number: capture.number, isLatest: latest == capture.id)
        let authors = try comments.authors(of: article)
        try comments.clear(capture: capture.id)
        try articles.updateCapture(capture.id, from: page)
        if row.isLatest { try articles.update(article, from: page, capture: capture.id) }
        try writeContents(of: page, article: article, capture: row, isNew: false)
        try comments.deleteUnseen(of: article)
        try comments.deleteIdleAuthors(among: authors)
    }

    private mutating func writeContents(of page: AnalyzedPage, article: Int, capture: CaptureRow, isNew: Bool) throws {
        let ids = try comments.write(page, capture: capture, article: article, site: page.site ?? "a\(article)", isNew: isNew, inBulk: inBulk)
        try comments.writeQuotations(page.quotations, capture: capture.id, ids: ids, together: inBulk)
        try articles.writeNotes(page.notes, capture: capture.id, ids: ids.all)
        try tags.write(page.taggings, sets: page.patternSets, capture: capture.id, ids: ids, together: inBulk)
    }

    /// Whether the latest capture is read otherwise than it is stored: by another version of the program, with other settings or corrections.
    /// An older capture has given up what later ones say anew, and cannot be compared.
    private func reads(_ page: AnalyzedPage, differentlyFrom article: Int, capture: Int) throws -> Bool {
        let latest = try Int.fetchOne(
            database.cachedStatement(sql: "SELECT latest_capture_id FROM articles WHERE id = ?"), arguments: [article])
        guard latest == capture, let stored = try PageReader(database: database).page(ofArticle: article) else { return false }
        let isTagNote = { (note: Note) in note.stage == .tags }
        return stored.article != page.article || stored.discussion != page.discussion || stored.quotations != page.quotations
            || stored.asRead != page.asRead || stored.parts != page.parts
            || stored.notes.filter { !isTagNote($0) } != page.notes.filter { !isTagNote($0) }
    }

    /// Replaces the taggings of a stored capture if other pattern sets made the new ones.
    private mutating func retag(_ page: AnalyzedPage, article: Int, capture: Int) throws -> Bool {
        guard try tags.sets(ofCapture: capture) != tags.ids(of: page.patternSets) else { return false }
        let stored = try CaptureReader(database).capture(CaptureHead(id: capture, article: article), sets: [])
        let ids = CommentRows(all: stored.rows, isOwned: stored.isOwned)
        guard ids.all.count == page.discussion.comments.count else {
            throw StorageError(
                .invalidPage,
                "\(page.page.source) is stored with \(ids.all.count) comments, and now has \(page.discussion.comments.count): its taggings were kept",
                advice: "Another version of the program read it; analyze it into a new database with --db")
        }
        try database.cachedStatement(sql: "DELETE FROM notes WHERE capture_id = ?").run(capture)
        try articles.writeNotes(page.notes, capture: capture, ids: ids.all)
        let taggings = page.taggings.filter { ids.isOwned[$0.comment] }
        if retagging?.sets != page.patternSets { retagging = try RetagWriter(database, sets: page.patternSets, together: inBulk) }
        try retagging?.write(
            stored, RetaggedCapture(taggings: taggings, notes: page.notes.filter { $0.stage == .tags }), TagChanges(from: stored.taggings, to: taggings))
        return true
    }
}

/// The rows of a capture's comments, in page order.
struct CommentRows {
    var all: [Int]
    /// Whether this capture is the last that has the comment, so that its values are the comment's own.
    var isOwned: [Bool]
}

/// A page's indices must point to its own comments and blocks.
private func checkIndices(_ page: AnalyzedPage) throws(StorageError) {
    let comments = page.discussion.comments.indices
    let blocks = page.article.blocks.indices
    let replies = page.discussion.replies.lazy.compactMap(\.self).flatMap { [$0.parent, $0.inferredParent] }.compactMap(\.self)
    let isSound =
        page.discussion.replies.count == comments.count && replies.allSatisfy(comments.contains)
        && page.taggings.allSatisfy { comments.contains($0.comment) }
        && page.notes.allSatisfy { $0.comment.map(comments.contains) ?? true }
        && page.quotations.allSatisfy { quotation in
            guard comments.contains(quotation.comment) else { return false }
            return switch quotation.source {
            case .article(let block): blocks.contains(block)
            case .comment(let index): comments.contains(index)
            case .elsewhere: true
            }
        }
    guard isSound, page.discussion.readingOrder().count == comments.count else {
        throw StorageError(
            .invalidPage, "\(page.page.source) was not stored: its replies, quotations or tags point to comments that it does not have",
            advice: "This is a fault of the program; report it with the page")
    }
}
