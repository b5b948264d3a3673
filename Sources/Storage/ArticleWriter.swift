internal import DiscourseModel
internal import GRDB

/// Articles, their captures and what stands beside the comments.
struct ArticleWriter {
    let database: Database
    private let blocks, tags, links: RowInsertion

    init(_ database: Database) throws {
        self.database = database
        blocks = try RowInsertion(database, into: "blocks", ["article_id", "position", "kind", "text", "place_start", "place_end", "place_node"])
        tags = try RowInsertion(database, into: "article_tags", ["article_id", "position", "tag"])
        links = try RowInsertion(database, into: "related_links", ["article_id", "position", "title", "url"])
    }

    /// The article that a page is a capture of.
    func find(_ page: AnalyzedPage) throws -> Int? {
        let addresses = page.addresses
        let byAddress = try database.cachedStatement(sql: "SELECT article_id FROM sources WHERE kind = ? AND address = ?")
        for (kind, address) in addresses {
            if let id = try Int.fetchOne(byAddress, arguments: [kind, address]) { return id }
        }
        // A page without an address may have been moved: its bytes are still the same page.
        guard addresses.first?.kind != "url" else { return nil }
        return try Int.fetchOne(
            database.cachedStatement(sql: "SELECT article_id FROM captures WHERE sha256 = ? AND url IS NULL AND canonical_url IS NULL ORDER BY id"),
            arguments: [page.page.id])
    }

    /// The stored capture that a page is: the one of the same bytes; of a thread on several pages, the latest, where the page has all of its
    /// files and perhaps more.
    func capture(of article: Int, for page: AnalyzedPage) throws -> (id: Int, number: Int)? {
        guard !page.parts.isEmpty else { return try capture(of: article, sha256: page.page.id) }
        guard
            let latest = try Row.fetchOne(
                database.cachedStatement(
                    sql: "SELECT captures.id, number, sha256 FROM articles JOIN captures ON captures.id = latest_capture_id WHERE articles.id = ?"),
                arguments: [article])
        else { return nil }
        var files = Set(
            try String.fetchAll(database.cachedStatement(sql: "SELECT sha256 FROM parts WHERE capture_id = ?"), arguments: [latest.int(0)]))
        if files.isEmpty { files = [latest.text(2)] }
        return files.isSubset(of: page.parts.map(\.page.id)) ? (latest.int(0), latest.int(1)) : nil
    }

    private func capture(of article: Int, sha256: String) throws -> (id: Int, number: Int)? {
        try Row.fetchOne(
            database.cachedStatement(sql: "SELECT id, number FROM captures WHERE article_id = ? AND sha256 = ?"), arguments: [article, sha256]
        ).map { ($0.int(0), $0.int(1)) }
    }

    /// Adds an article with its first capture.
    func add(_ page: AnalyzedPage, together: Bool) throws -> (article: Int, capture: CaptureRow) {
        // In one piece, with the row that its capture is about to have (the transaction holds the write lock: nobody else gives ids away).
        // An update afterwards would have FTS5 write out its index for every page.
        let capture = 1 + (try Int.fetchOne(database.cachedStatement(sql: "SELECT max(id) FROM captures")) ?? 0)
        let insert = try database.cachedStatement(sql: Self.insertArticle)
        try bind(page, capture: capture, to: insert)
        try insert.step()
        let article = Int(database.lastInsertedRowID)
        try writeParts(of: page.article, id: article, together: together)
        try insertCapture(page, of: article, number: 1, row: capture)
        return (article, CaptureRow(id: capture, number: 1, isLatest: true))
    }

    /// Adds a capture at its place in time: before the first one that is known to be later; without a time, last.
    func addCapture(_ page: AnalyzedPage, to article: Int) throws -> CaptureRow {
        let earlier = try Row.fetchAll(
            database.cachedStatement(sql: "SELECT number, captured FROM captures WHERE article_id = ? ORDER BY number"), arguments: [article])
        var number = earlier.count + 1
        if let time = page.page.captured {
            let later = earlier.first { ($0.time(1)?.seconds ?? Int.min) > time.seconds }
            if let later { number = later.int(0) }
        }
        if number <= earlier.count {
            try database.cachedStatement(sql: "UPDATE captures SET number = number + 1 WHERE article_id = ? AND number >= ?").run(article, number)
        }
        let id = try insertCapture(page, of: article, number: number, row: nil)
        return CaptureRow(id: id, number: number, isLatest: number == earlier.count + 1)
    }

    @discardableResult
    private func insertCapture(_ page: AnalyzedPage, of article: Int, number: Int, row: Int?) throws -> Int {
        let insert = try database.cachedStatement(sql: Self.insertCapture)
        try bind(page, to: insert)
        try insert.bind(article, number, row, from: Int32(Self.captureColumns.count + 1))
        try insert.step()
        let id = Int(database.lastInsertedRowID)
        let source = try database.cachedStatement(sql: "INSERT OR IGNORE INTO sources (kind, address, article_id) VALUES (?, ?, ?)")
        for (kind, address) in page.addresses { try source.run(kind, address, article) }
        try writeReadings(of: page, capture: id)
        return id
    }

    /// Makes a stored capture what the page is now.
    func updateCapture(_ id: Int, from page: AnalyzedPage) throws {
        let update = try database.cachedStatement(sql: Self.updateCapture)
        try bind(page, to: update)
        try update.bind(id, from: Int32(Self.captureColumns.count + 1))
        try update.step()
        for table in ["parts", "readings"] { try database.cachedStatement(sql: "DELETE FROM \(table) WHERE capture_id = ?").run(id) }
        try writeReadings(of: page, capture: id)
    }

    private static let captureColumns = [
        "sha256", "source", "url", "canonical_url", "captured", "media", "encoding", "byte_count", "replaced_bytes", "thread", "page_number", "page_count",
        "platform", "claimed_comments", "incomplete_because", "comment_count", "author_count", "explicit_replies", "inferred_replies", "human_replies",
        "unresolved_replies",
    ]
    private static let insertCapture = insertion(into: "captures", captureColumns + ["article_id", "number", "id"])
    private static let updateCapture = replacement(in: "captures", captureColumns)

    /// Binds what a page says of a capture, in the order of `captureColumns`.
    private func bind(_ page: AnalyzedPage, to statement: Statement) throws {
        let value = page.page
        let discussion = page.discussion
        var (explicit, inferred, human, unresolved) = (0, 0, 0, 0)
        for case let reply? in discussion.replies {
            if reply.parent == nil {
                if !reply.isGuess { unresolved += 1 }
            } else if reply.isExplicit {
                explicit += 1
            } else if reply.isHuman {
                human += 1
            } else {
                inferred += 1
            }
        }
        try statement.bind(
            value.id, value.source, value.url, value.canonicalURL, value.captured?.iso8601, value.media.rawValue, value.encoding, value.byteCount,
            value.replacedBytes, value.position?.thread, value.position?.number, value.position?.count, discussion.platform,
            discussion.completeness.claimed, jsonText(discussion.completeness.reasons), discussion.comments.count,
            Set(discussion.comments.lazy.compactMap { $0.author?.identity }).count, explicit, inferred, human, unresolved)
    }

    private func writeReadings(of page: AnalyzedPage, capture: Int) throws {
        for part in page.parts {
            let value = part.page
            try database.cachedStatement(
                sql: "INSERT INTO parts (capture_id, number, sha256, source, url, captured, comment_count, page) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
            ).run(
                capture, value.position?.number, value.id, value.source, value.url, value.captured?.iso8601, part.discussion.comments.count,
                jsonText(part))
        }
        guard let reading = page.asRead else { return }
        try database.cachedStatement(sql: "INSERT INTO readings (capture_id, reading) VALUES (?, ?)").run(capture, jsonText(reading))
    }

    /// Makes the article what this page shows.
    func update(_ id: Int, from page: AnalyzedPage, capture: Int) throws {
        let update = try database.cachedStatement(sql: Self.updateArticle)
        try bind(page, capture: capture, to: update)
        try update.bind(id, from: Int32(Self.articleColumns.count + 1))
        try update.step()
        for table in ["blocks", "article_tags", "related_links"] {
            try database.cachedStatement(sql: "DELETE FROM \(table) WHERE article_id = ?").run(id)
        }
        try writeParts(of: page.article, id: id, together: false)
    }

    private static let articleColumns = [
        "latest_capture_id", "title", "byline", "published", "modified", "page_clock", "site", "site_is_stated", "section", "language", "url", "canonical_url",
        "image_shown", "image_url", "image_caption", "image_credit", "field_sources",
    ]
    private static let insertArticle = insertion(into: "articles", articleColumns)
    private static let updateArticle = replacement(in: "articles", articleColumns)

    /// Binds what a page says of its article, in the order of `articleColumns`.
    private func bind(_ page: AnalyzedPage, capture: Int, to statement: Statement) throws {
        let article = page.article
        try statement.bind(
            capture, article.title, article.byline, article.published?.iso8601, article.modified?.iso8601, article.captured?.iso8601, page.site,
            article.site != nil, article.section, article.language, page.canonicalURL ?? page.page.url, article.canonicalURL, article.image != nil,
            article.image?.url, article.image?.caption, article.image?.credit, jsonText(article.fieldSources))
    }

    /// What an article has several of; nothing of it is there yet.
    private func writeParts(of article: Article, id: Int, together: Bool) throws {
        try blocks.insert(article.blocks.count, together: together) { statement, position, parameter in
            let value = article.blocks[position]
            try statement.bind(
                id, position, value.kind.rawValue, value.text, value.place?.start, value.place?.end, value.place?.node, from: parameter)
        }
        try tags.insert(article.tags.count, together: together) { try $0.bind(id, $1, article.tags[$1], from: $2) }
        try links.insert(article.related.count, together: together) { try $0.bind(id, $1, article.related[$1].title, article.related[$1].url, from: $2) }
    }

    /// Writes the notes of a capture that has none.
    func writeNotes(_ notes: [Note], capture: Int, ids: [Int]) throws {
        let insert = try database.cachedStatement(
            sql: "INSERT INTO notes (capture_id, position, stage, severity, message, comment_id) VALUES (?, ?, ?, ?, ?, ?)")
        for (position, note) in notes.enumerated() {
            try insert.run(capture, position, note.stage.rawValue, note.severity.rawValue, note.message, note.comment.map { ids[$0] })
        }
    }
}

/// SQL that replaces these columns in the row whose id is the last parameter.
func replacement(in table: String, _ columns: [String]) -> String {
    "UPDATE \(table) SET \(columns.map { "\($0) = ?" }.joined(separator: ", ")) WHERE id = ?"
}

/// A capture that was just added.
struct CaptureRow {
    var id: Int
    var number: Int
    /// Whether it is the newest of its article.
    var isLatest: Bool
}
