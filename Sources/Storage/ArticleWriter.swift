internal import DiscourseModel
internal import GRDB

/// Articles, their captures and what stands beside the comments.
struct ArticleWriter {
    let database: Database

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

    /// A row for a new article; `update` fills it.
    func add(_ page: AnalyzedPage) throws -> Int {
        try database.cachedStatement(sql: "INSERT INTO articles (site_is_stated, image_shown, field_sources) VALUES (0, 0, '{}')").run()
        return Int(database.lastInsertedRowID)
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
        let columns = captureColumns(page)
        try database.cachedStatement(
            sql: "INSERT INTO captures (article_id, number, \(columns.names.joined(separator: ", "))) VALUES (?, ?\(columns.names.map { _ in ", ?" }.joined()))"
        ).run([article, number] + columns.values)
        let id = Int(database.lastInsertedRowID)
        for (kind, address) in page.addresses {
            try database.cachedStatement(sql: "INSERT OR IGNORE INTO sources (kind, address, article_id) VALUES (?, ?, ?)").run(kind, address, article)
        }
        try writeReadings(of: page, capture: id)
        return CaptureRow(id: id, number: number, isLatest: number == earlier.count + 1)
    }

    /// Makes a stored capture what the page is now.
    func updateCapture(_ id: Int, from page: AnalyzedPage) throws {
        let columns = captureColumns(page)
        try database.cachedStatement(sql: "UPDATE captures SET \(columns.names.map { "\($0) = ?" }.joined(separator: ", ")) WHERE id = ?")
            .run(columns.values + [id])
        try writeReadings(of: page, capture: id)
    }

    private func captureColumns(_ page: AnalyzedPage) -> (names: [String], values: [(any DatabaseValueConvertible)?]) {
        let value = page.page
        let discussion = page.discussion
        let replies = discussion.replies.compactMap(\.self)
        let columns: [(String, (any DatabaseValueConvertible)?)] = [
            ("sha256", value.id), ("source", value.source), ("url", value.url), ("canonical_url", value.canonicalURL),
            ("captured", value.captured?.iso8601), ("media", value.media.rawValue), ("encoding", value.encoding), ("byte_count", value.byteCount),
            ("replaced_bytes", value.replacedBytes), ("thread", value.position?.thread), ("page_number", value.position?.number),
            ("page_count", value.position?.count), ("platform", discussion.platform), ("claimed_comments", discussion.completeness.claimed),
            ("incomplete_because", jsonText(discussion.completeness.reasons)), ("comment_count", discussion.comments.count),
            ("author_count", Set(discussion.comments.lazy.compactMap { $0.author?.identity }).count),
            ("explicit_replies", replies.count { $0.parent != nil && $0.isExplicit }),
            ("inferred_replies", replies.count { $0.parent != nil && !$0.isExplicit && !$0.isHuman }),
            ("human_replies", replies.count { $0.parent != nil && $0.isHuman }),
            ("unresolved_replies", replies.count { $0.parent == nil && !$0.isGuess }),
        ]
        return (columns.map(\.0), columns.map(\.1))
    }

    private func writeReadings(of page: AnalyzedPage, capture: Int) throws {
        try database.cachedStatement(sql: "DELETE FROM parts WHERE capture_id = ?").run(capture)
        for part in page.parts {
            let value = part.page
            try database.cachedStatement(
                sql: "INSERT INTO parts (capture_id, number, sha256, source, url, captured, comment_count, page) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
            ).run(
                capture, value.position?.number, value.id, value.source, value.url, value.captured?.iso8601, part.discussion.comments.count,
                jsonText(part))
        }
        try database.cachedStatement(sql: "DELETE FROM readings WHERE capture_id = ?").run(capture)
        guard let reading = page.asRead else { return }
        try database.cachedStatement(sql: "INSERT INTO readings (capture_id, reading) VALUES (?, ?)").run(capture, jsonText(reading))
    }

    /// Makes the article what this page shows.
    func update(_ id: Int, from page: AnalyzedPage, capture: Int) throws {
        let article = page.article
        try database.cachedStatement(
            sql: """
                UPDATE articles SET latest_capture_id = ?, title = ?, byline = ?, published = ?, modified = ?, page_clock = ?, site = ?,
                  site_is_stated = ?, section = ?, language = ?, url = ?, canonical_url = ?, image_shown = ?, image_url = ?,
                  image_caption = ?, image_credit = ?, field_sources = ? WHERE id = ?
                """
        ).run(
            capture, article.title, article.byline, article.published?.iso8601, article.modified?.iso8601, article.captured?.iso8601,
            page.site, article.site != nil, article.section, article.language, page.canonicalURL ?? page.page.url, article.canonicalURL,
            article.image != nil, article.image?.url, article.image?.caption, article.image?.credit, jsonText(article.fieldSources), id)
        for table in ["blocks", "article_tags", "related_links"] {
            try database.cachedStatement(sql: "DELETE FROM \(table) WHERE article_id = ?").run(id)
        }
        let block = try database.cachedStatement(
            sql: "INSERT INTO blocks (article_id, position, kind, text, place_start, place_end, place_node) VALUES (?, ?, ?, ?, ?, ?, ?)")
        for (position, value) in article.blocks.enumerated() {
            try block.run(id, position, value.kind.rawValue, value.text, value.place?.start, value.place?.end, value.place?.node)
        }
        let tag = try database.cachedStatement(sql: "INSERT INTO article_tags (article_id, position, tag) VALUES (?, ?, ?)")
        for (position, value) in article.tags.enumerated() { try tag.run(id, position, value) }
        let link = try database.cachedStatement(sql: "INSERT INTO related_links (article_id, position, title, url) VALUES (?, ?, ?, ?)")
        for (position, value) in article.related.enumerated() { try link.run(id, position, value.title, value.url) }
    }

    /// Replaces the notes of a capture.
    func writeNotes(_ notes: [Note], capture: Int, ids: [Int]) throws {
        try database.cachedStatement(sql: "DELETE FROM notes WHERE capture_id = ?").run(capture)
        let insert = try database.cachedStatement(
            sql: "INSERT INTO notes (capture_id, position, stage, severity, message, comment_id) VALUES (?, ?, ?, ?, ?, ?)")
        for (position, note) in notes.enumerated() {
            try insert.run(capture, position, note.stage.rawValue, note.severity.rawValue, note.message, note.comment.map { ids[$0] })
        }
    }
}

/// A capture that was just added.
struct CaptureRow {
    var id: Int
    var number: Int
    /// Whether it is the newest of its article.
    var isLatest: Bool
}
