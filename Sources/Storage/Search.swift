internal import DiscourseModel
internal import GRDB

/// A comment that full-text search found.
package struct SearchHit: Hashable, Sendable {
    package var article: Int
    /// The row of the comment.
    package var comment: Int
    /// As in the article's report: `c0007`.
    package var commentID: String
    package var author: String?
    /// Some words around the first hits, the hits in square brackets.
    package var snippet: String
}

extension Store {
    /// Comments that have all words of `text` in their text or their author's name, the best matches first (BM25).
    ///
    /// Each word is taken as it stands: the operators of FTS5 are words like others. Case and diacritics are ignored.
    package func search(_ text: String, where selection: Selection? = nil, limit: Int = 20) throws(StorageError) -> [SearchHit] {
        let query = quotedQuery(text)
        if query.isEmpty { return [] }
        return try read { database in
            let condition = try selection?.commentCondition(database) ?? BoundCondition(sql: "1")
            return try Row.fetchAll(
                database.cachedStatement(
                    sql: """
                        SELECT comments.article_id, comments.id, comments.position, comments.author_name,
                          snippet(comment_search, 1, '[', ']', '…', 24)
                        FROM comment_search JOIN comments ON comments.id = comment_search.rowid JOIN articles ON articles.id = comments.article_id
                        WHERE comment_search MATCH ? AND \(condition.sql) ORDER BY rank, comments.id LIMIT ?
                        """), arguments: StatementArguments([query] + condition.values + [max(0, limit)])
            ).map {
                SearchHit(
                    article: $0.int(0), comment: $0.int(1), commentID: Comment.id(at: $0.int(2)), author: $0.optionalText(3),
                    snippet: $0.text(4))
            }
        }
    }
}

/// A query of FTS5 in which every word is a string (https://www.sqlite.org/fts5.html#fts5_strings).
/// A NUL would end the query there; it parts words like a space.
func quotedQuery(_ text: String) -> String {
    text.split { $0.isWhitespace || $0 == "\0" }
        .map { "\"" + $0.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\"" }
        .joined(separator: " ")
}
