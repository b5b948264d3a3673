package import DiscourseModel
internal import GRDB

/// One article of the database, in short; the figures are of its latest capture.
package struct ArticleSummary: Hashable, Sendable {
    /// Shown as `a12`.
    package var id: Int
    package var title: String?
    /// As stated, else the host of the address.
    package var site: String?
    package var url: String?
    package var source: String
    package var published: Timestamp?
    package var captured: Timestamp?
    package var captures: Int
    /// The row of the latest capture, and of the run that tagged it.
    package var capture: Int
    package var run: Int?
    package var comments: Int
    /// Different named authors.
    package var authors: Int
    package var explicitReplies: Int
    package var inferredReplies: Int
    package var unresolvedReplies: Int
    /// At most five tags in the authors' own voice, those in the most comments first, with the number of comments.
    package var topTags: [TagCount]

    package struct TagCount: Hashable, Sendable {
        package var tag: String
        package var comments: Int
    }
}

extension Store {
    /// What the database holds, or what is selected of it, in order of ids.
    package func articles(where selection: Selection? = nil) throws(StorageError) -> [ArticleSummary] {
        try read { try summaries(of: selection?.articleCondition($0) ?? BoundCondition(sql: "1"), $0) }
    }

    /// One article; `nil` where the database has no such one.
    package func article(_ id: Int) throws(StorageError) -> ArticleSummary? {
        try read { try summaries(of: BoundCondition(sql: "articles.id = ?", values: [id]), $0).first }
    }

    private func summaries(of condition: BoundCondition, _ database: Database) throws -> [ArticleSummary] {
        let tags = try database.cachedStatement(
            sql: """
                SELECT tag, count(DISTINCT comment_id) AS comments FROM tags WHERE run_id = ? AND voice = 'own'
                GROUP BY tag ORDER BY comments DESC, tag LIMIT 5
                """)
        let rows = try Row.fetchAll(
            database,
            sql: """
                SELECT articles.id, title, site, articles.url, source, published, captured,
                  (SELECT count(*) FROM captures AS every WHERE every.article_id = articles.id),
                  comment_count, author_count, explicit_replies, inferred_replies, unresolved_replies, tag_runs.id, captures.id
                FROM articles JOIN captures ON captures.id = latest_capture_id LEFT JOIN tag_runs ON tag_runs.capture_id = captures.id
                WHERE \(condition.sql) ORDER BY articles.id
                """, arguments: StatementArguments(condition.values))
        return try rows.map { row in
            ArticleSummary(
                id: row.int(0), title: row.optionalText(1), site: row.optionalText(2), url: row.optionalText(3), source: row.text(4),
                published: row.time(5), captured: row.time(6), captures: row.int(7), capture: row.int(14), run: row.optionalInt(13), comments: row.int(8), authors: row.int(9),
                explicitReplies: row.int(10), inferredReplies: row.int(11), unresolvedReplies: row.int(12),
                topTags: try Row.fetchAll(tags, arguments: [row.int(13)]).map { .init(tag: $0.text(0), comments: $0.int(1)) })
        }
    }

    /// The articles that a reference means, in order of ids: an id as `articles` shows it (`a12`), an address, or a page's path.
    /// Empty where it means none.
    package func resolve(_ reference: String) throws(StorageError) -> [Int] {
        try read { database in
            if reference.utf8.first == 0x61, let id = Int(reference.dropFirst()), id > 0 {
                let found = try Int.fetchAll(database, sql: "SELECT id FROM articles WHERE id = ?", arguments: [id])
                if !found.isEmpty { return found }
            }
            return try Int.fetchAll(
                database,
                sql: """
                    SELECT article_id FROM sources WHERE kind = 'url' AND address = ?
                    UNION SELECT article_id FROM captures WHERE source = ? OR url = ?
                    UNION SELECT article_id FROM parts JOIN captures ON captures.id = capture_id WHERE parts.source = ? OR parts.url = ?
                    ORDER BY article_id
                    """, arguments: [withoutFragment(reference), reference, reference, reference, reference])
        }
    }
}
