internal import GRDB

/// A table for other programs: a query over what is stored.
package struct ExportTable: Sendable {
    package let name: String
    /// The query behind `WITH selected AS (the ids of the selected articles)`.
    let sql: String

    package enum Value: Hashable, Sendable {
        case text(String)
        case integer(Int)
        case real(Double)
        case null
    }

    /// All of them. Ids carry a letter, so that no reader takes them for numbers: articles `a`, comments `c` (unique in an article),
    /// authors `u`, captures `s`, runs `r`. Figures and comments are of each article's latest capture.
    package static let all: [ExportTable] = [
        ExportTable(
            name: "articles",
            sql: """
                SELECT 'a' || articles.id AS article, articles.title, byline, published, modified, site, section, language, articles.url, source,
                  captured, sha256, platform, comment_count AS comments, claimed_comments, author_count AS authors, explicit_replies,
                  inferred_replies, unresolved_replies,
                  (SELECT max(depth) FROM comments WHERE article_id = articles.id AND comments.last_capture_id = latest_capture_id) AS max_depth,
                  (SELECT count(*) FROM captures AS every WHERE every.article_id = articles.id) AS captures,
                  (SELECT count(*) FROM notes WHERE notes.capture_id = captures.id AND severity <> 'info') AS doubts
                FROM selected JOIN articles USING (id) JOIN captures ON captures.id = latest_capture_id ORDER BY articles.id
                """),
        ExportTable(
            name: "comments",
            sql: """
                SELECT 'a' || comments.article_id AS article, printf('c%04d', position + 1) AS comment, reading_order,
                  (SELECT printf('c%04d', first.position + 1) FROM comments AS first WHERE first.id = comments.thread_id) AS thread, depth,
                  'u' || author_id AS author, author_name, author_profile, author_badges, posted, posted_text, votes_up, votes_down, votes_score,
                  state, kind, text, signature, permalink, 'k' || platform_key AS platform_key, place_page, place_start, place_end
                FROM selected JOIN articles USING (id) JOIN comments ON comments.article_id = articles.id AND comments.last_capture_id = latest_capture_id
                ORDER BY comments.article_id, reading_order
                """),
        ExportTable(
            name: "replies",
            sql: """
                SELECT 'a' || comments.article_id AS article, printf('c%04d', comments.position + 1) AS comment,
                  CASE WHEN parents.id IS NOT NULL THEN printf('c%04d', parents.position + 1) END AS parent,
                  CASE WHEN guesses.id IS NOT NULL THEN printf('c%04d', guesses.position + 1) END AS guess,
                  target_name, 'k' || target_key AS target_key, evidence, supporting, CASE is_explicit WHEN 1 THEN 'true' ELSE 'false' END AS explicit, confidence
                FROM selected JOIN articles USING (id) JOIN comments ON comments.article_id = articles.id AND comments.last_capture_id = latest_capture_id
                  JOIN replies ON replies.comment_id = comments.id LEFT JOIN comments AS parents ON parents.id = parent_id
                  LEFT JOIN comments AS guesses ON guesses.id = inferred_parent_id
                ORDER BY comments.article_id, comments.reading_order
                """),
        ExportTable(
            name: "tags",
            sql: """
                SELECT 'a' || articles.id AS article, printf('c%04d', comments.position + 1) AS comment, 'r' || tags.run_id AS run, tag, line, voice,
                  start, end, code_point_start, code_point_end,
                  substr(text, code_point_start + 1, code_point_end - code_point_start) AS words, groups
                FROM selected JOIN articles USING (id) JOIN tag_runs ON tag_runs.capture_id = latest_capture_id JOIN tags ON tags.run_id = tag_runs.id
                  JOIN comments ON comments.id = tags.comment_id
                ORDER BY articles.id, comments.reading_order, tags.position
                """),
        ExportTable(
            name: "threads",
            sql: """
                SELECT 'a' || first.article_id AS article, printf('c%04d', first.position + 1) AS thread, count(*) AS comments,
                  count(DISTINCT comments.author_id) AS authors, max(comments.depth) AS max_depth, avg(comments.depth) AS mean_depth,
                  sum(comments.depth IS NULL) AS unknown_depth, min(comments.posted) AS first_posted, max(comments.posted) AS last_posted
                FROM selected JOIN articles USING (id) JOIN comments ON comments.article_id = articles.id AND comments.last_capture_id = latest_capture_id
                  JOIN comments AS first ON first.id = comments.thread_id
                GROUP BY first.id ORDER BY first.article_id, first.reading_order
                """),
        ExportTable(
            name: "authors",
            sql: """
                SELECT 'u' || authors.id AS author, authors.site, authors.name, authors.profile, 'k' || authors.key AS platform_key, count(*) AS comments,
                  count(DISTINCT comments.article_id) AS articles, min(posted) AS first_posted, max(posted) AS last_posted
                FROM selected JOIN articles USING (id) JOIN comments ON comments.article_id = articles.id AND comments.last_capture_id = latest_capture_id
                  JOIN authors ON authors.id = comments.author_id
                GROUP BY authors.id ORDER BY authors.id
                """),
        ExportTable(
            name: "patterns",
            sql: """
                SELECT tag, label, tag_definitions.kind, about, source, CASE is_experimental WHEN 1 THEN 'true' ELSE 'false' END AS experimental,
                  pattern_sets.name AS "set", language, file, sha256
                FROM tag_definitions JOIN pattern_sets ON pattern_sets.id = pattern_set_id
                WHERE pattern_set_id IN (
                  SELECT tag_run_sets.pattern_set_id FROM selected JOIN articles USING (id) JOIN tag_runs ON tag_runs.capture_id = latest_capture_id
                  JOIN tag_run_sets ON tag_run_sets.run_id = tag_runs.id)
                ORDER BY pattern_sets.name, pattern_set_id, position
                """),
        ExportTable(
            name: "runs",
            sql: """
                SELECT 'r' || tag_runs.id AS run, 'a' || articles.id AS article, 's' || tag_runs.capture_id AS capture, pattern_sets.name AS "set", file, sha256
                FROM selected JOIN articles USING (id) JOIN tag_runs ON tag_runs.capture_id = latest_capture_id
                  JOIN tag_run_sets ON tag_run_sets.run_id = tag_runs.id JOIN pattern_sets ON pattern_sets.id = pattern_set_id
                ORDER BY articles.id, tag_run_sets.position
                """),
    ]
}

extension Store {
    /// Reads a table, a row at a time.
    /// - Parameters:
    ///   - header: is called once, with the columns' names.
    package func read(
        _ table: ExportTable, where selection: Selection? = nil, header: ([String]) throws -> Void, row: ([ExportTable.Value]) throws -> Void
    ) throws(StorageError) {
        try read { database in
            let condition = try selection?.articleCondition(database) ?? BoundCondition(sql: "1")
            let statement = try database.makeStatement(sql: "WITH selected AS (SELECT id FROM articles WHERE \(condition.sql)) " + table.sql)
            try statement.setArguments(StatementArguments(condition.values))
            try header(statement.columnNames)
            let cursor = try Row.fetchCursor(statement)
            while let next = try cursor.next() {
                try row(
                    next.databaseValues.map { value in
                        switch value.storage {
                        case .null, .blob: .null
                        case .int64(let number): .integer(Int(number))
                        case .double(let number): .real(number)
                        case .string(let text): .text(text)
                        }
                    })
            }
        }
    }
}
