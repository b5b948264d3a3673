package import DiscourseModel
internal import GRDB

/// A correction as the database keeps it.
package struct StoredCorrection: Hashable, Sendable {
    /// Shown as `f12`; 0 for one that is not stored yet.
    package var id: Int
    package var article: Int
    package var correction: Correction

    package init(id: Int = 0, article: Int, correction: Correction) {
        self.id = id
        self.article = article
        self.correction = correction
    }
}

extension Store {
    /// All corrections in the order they were made.
    package func corrections() throws(StorageError) -> [StoredCorrection] {
        try read { try storedCorrections(in: $0) }
    }

    /// The corrections with every address, path or SHA-256 that their articles are known by.
    package func correctionsByPage() throws(StorageError) -> [(page: String, correction: Correction)] {
        try read { database in
            let keys = try database.cachedStatement(
                sql: "SELECT address FROM sources WHERE article_id = ? UNION SELECT sha256 FROM captures WHERE article_id = ? ORDER BY 1")
            return try storedCorrections(in: database).flatMap { stored in
                try String.fetchAll(keys, arguments: [stored.article, stored.article]).map { ($0, stored.correction) }
            }
        }
    }

    /// Changes the corrections of an article and its latest capture in one transaction.
    ///
    /// - Parameter body: gets the article as it is stored and its corrections, and gives both as they are to be; those with id 0 are new.
    ///   `nil` leaves everything as it is. What it throws is thrown, and nothing is changed.
    package func revise(
        article: Int, _ body: (AnalyzedPage, [StoredCorrection]) throws -> (page: AnalyzedPage, corrections: [StoredCorrection])?
    ) throws {
        var refusal: (any Error)?
        try write("while correcting a\(article)") { database in
            guard let page = try PageReader(database: database).page(ofArticle: article),
                let capture = try Row.fetchOne(
                    database, sql: "SELECT captures.id, number FROM captures JOIN articles ON latest_capture_id = captures.id WHERE articles.id = ?",
                    arguments: [article])
            else {
                throw StorageError(.noSuchArticle, "\(path) has no article a\(article)", advice: "See what it has with: rejoinder list --db \(path)")
            }
            let before = try storedCorrections(in: database).filter { $0.article == article }
            let revised: (page: AnalyzedPage, corrections: [StoredCorrection])?
            do { revised = try body(page, before) } catch {
                refusal = error
                return
            }
            guard let revised else { return }
            let kept = Set(revised.corrections.map(\.id))
            for old in before where !kept.contains(old.id) { try database.execute(sql: "DELETE FROM corrections WHERE id = ?", arguments: [old.id]) }
            for new in revised.corrections where new.id == 0 {
                try database.cachedStatement(sql: "INSERT INTO corrections (article_id, comment, change) VALUES (?, ?, ?)")
                    .run(article, jsonText(new.correction.comment), jsonText(new.correction.change))
            }
            var writer = try PageWriter(database)
            try writer.replace(revised.page, article: article, capture: (capture.int(0), capture.int(1)))
        }
        if let refusal { throw refusal }
    }
}

func storedCorrections(in database: Database) throws -> [StoredCorrection] {
    try Row.fetchAll(database, sql: "SELECT id, article_id, comment, change FROM corrections ORDER BY id").compactMap { row in
        guard let comment: CommentReference = row.value(2), let change: Correction.Change = row.value(3) else { return nil }
        return StoredCorrection(id: row.int(0), article: row.int(1), correction: Correction(comment: comment, change: change))
    }
}
