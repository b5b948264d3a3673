package import DiscourseModel
internal import GRDB

extension Store {
    /// The article that has the page as this reader would store it: the same bytes, from the same address (where the page came with one)
    /// or the same file, read by the same reader, tagged by the same pattern sets. `nil` where none has.
    ///
    /// - Parameters:
    ///   - page: what is known of it before its markup is read.
    ///   - reader: as `store` was given it.
    ///   - patternSets: SHA-256 of the sets' files, in their order.
    package func article(doneFrom page: Page, reader: String, patternSets: [String]) throws(StorageError) -> Int? {
        // One index has a page's bytes and the place it is known by, so that a body that a thousand pages share is not looked through.
        let (column, place) = page.url.map { ("url", $0) } ?? ("source", page.source)
        return try readOnce { database in
            try Int.fetchOne(
                database.cachedStatement(
                    sql: """
                        SELECT article_id FROM captures JOIN readers ON readers.capture_id = captures.id
                        WHERE sha256 = ?1 AND captures.\(column) = ?2 AND reader = ?3 AND ?4 = (
                          SELECT ifnull(group_concat(sha256), '') FROM (
                            SELECT sha256 FROM tag_runs JOIN tag_run_sets ON run_id = tag_runs.id JOIN pattern_sets ON pattern_sets.id = pattern_set_id
                            WHERE capture_id = captures.id ORDER BY position))
                        """), arguments: [page.id, place, reader, patternSets.joined(separator: ",")])
        }
    }

    /// Notes by what the pages were read, those of a batch that were stored.
    static func note(reader: String, of pages: [AnalyzedPage], _ outcomes: [StoreOutcome], in database: Database) throws {
        let insert = try database.cachedStatement(
            sql: "INSERT OR REPLACE INTO readers (capture_id, reader) SELECT id, ? FROM captures WHERE article_id = ? AND sha256 = ?")
        for (page, outcome) in zip(pages, outcomes) where outcome.article > 0 { try insert.run(reader, outcome.article, page.page.id) }
    }
}
