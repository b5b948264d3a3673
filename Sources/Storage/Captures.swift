package import DiscourseModel
internal import GRDB

/// What one capture of an article showed.
package struct CaptureContents: Hashable, Sendable {
    /// 1 for the oldest.
    package var number: Int
    package var captured: Timestamp?
    package var source: String
    /// Whether nothing says that the discussion had more comments than the capture has.
    package var isComplete: Bool
    /// In page order.
    package var comments: [CapturedComment]

    package init(number: Int, captured: Timestamp?, source: String, isComplete: Bool, comments: [CapturedComment]) {
        self.number = number
        self.captured = captured
        self.source = source
        self.isComplete = isComplete
        self.comments = comments
    }
}

/// A comment as one capture showed it. `row` is the same in all captures that have it.
package struct CapturedComment: Hashable, Sendable {
    package var row: Int
    /// Its id in this capture.
    package var id: String
    package var author: String?
    package var posted: Timestamp?
    package var state: Comment.State
    package var text: String

    package init(row: Int, id: String, author: String?, posted: Timestamp?, state: Comment.State, text: String) {
        self.row = row
        self.id = id
        self.author = author
        self.posted = posted
        self.state = state
        self.text = text
    }
}

extension Store {
    /// All captures of an article, the oldest first.
    package func captures(ofArticle article: Int) throws(StorageError) -> [CaptureContents] {
        try read { database in
            try Row.fetchAll(
                database,
                sql: """
                    SELECT id, number, captured, source, id IN (SELECT id FROM complete_captures) FROM captures WHERE article_id = ? ORDER BY number
                    """, arguments: [article]
            ).map { row in
                CaptureContents(
                    number: row.int(1), captured: row.time(2), source: row.text(3), isComplete: row.isTrue(4),
                    comments: try Row.fetchAll(
                        database.cachedStatement(
                            sql: """
                                SELECT comment_id, comment_captures.position, author_name, posted, comment_captures.state,
                                  coalesce(comment_captures.text, comments.text)
                                FROM comment_captures JOIN comments ON comments.id = comment_id WHERE capture_id = ? ORDER BY comment_captures.position
                                """), arguments: [row.int(0)]
                    ).map {
                        CapturedComment(
                            row: $0.int(0), id: Comment.id(at: $0.int(1)), author: $0.optionalText(2), posted: $0.time(3),
                            state: Comment.State(rawValue: $0.text(4)) ?? .live, text: $0.text(5))
                    })
            }
        }
    }
}
