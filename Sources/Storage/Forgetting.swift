internal import DiscourseModel
internal import GRDB

/// What forgetting a person took away.
package struct ForgottenCounts: Hashable, Sendable {
    package var comments = 0
    /// Those with comments of the person, and those by the person.
    package var articles = 0
    /// Those by the person.
    package var written = 0
}

extension Store {
    /// The hashes of people who are not to be stored again, and their salt; `nil` where nobody was forgotten.
    package func forgotten() throws(StorageError) -> (salt: String, hashes: Set<String>)? {
        try read { database in
            guard let salt = try String.fetchOne(database, sql: "SELECT salt FROM forgotten LIMIT 1") else { return nil }
            return (salt, try String.fetchSet(database, sql: "SELECT hash FROM forgotten"))
        }
    }

    /// Takes a person out: of all tables, the full-text index, and the pages of the file that are free.
    ///
    /// Of each comment its empty place is left, so that its answers keep theirs, and of an article its title. In the articles that the person
    /// wrote, or wrote under, the name becomes asterisks in what others wrote, and so do the person's words where others quote them. What
    /// others say elsewhere is left.
    /// - Parameters:
    ///   - isForgotten: whether a name, as a page shows it, is the person's.
    ///   - hash, salt: what is kept, so that the person stays out.
    package func forget(_ isForgotten: (String) -> Bool, hash: String, salt: String) throws(StorageError) -> ForgottenCounts {
        try pragma("secure_delete = ON")
        let counts = try write("while forgetting a person") { database in
            let shown = try String.fetchAll(
                database,
                sql: """
                    SELECT author_name FROM comments WHERE author_name IS NOT NULL
                    UNION SELECT value FROM comments, json_each(read_author_name)
                    UNION SELECT byline FROM articles WHERE byline IS NOT NULL
                    """)
            let names = Set(shown.filter(isForgotten))
            var counts = ForgottenCounts()
            try database.execute(sql: "INSERT OR IGNORE INTO forgotten (hash, salt) VALUES (?, ?)", arguments: [hash, salt])
            guard !names.isEmpty else { return counts }
            let list = jsonText(names.sorted())
            let theirs = """
                (SELECT id FROM comments WHERE author_name IN (SELECT value FROM json_each(:names))
                 OR EXISTS (SELECT 1 FROM json_each(read_author_name) WHERE value IN (SELECT value FROM json_each(:names))))
                """
            counts.comments = try Int.fetchOne(database, sql: "SELECT count(*) FROM \(theirs)", arguments: ["names": list]) ?? 0
            let articles = try Int.fetchAll(
                database,
                sql: """
                    SELECT article_id FROM comments WHERE id IN \(theirs)
                    UNION SELECT id FROM articles WHERE byline IN (SELECT value FROM json_each(:names)) ORDER BY 1
                    """, arguments: ["names": list])
            counts.articles = articles.count
            counts.written = try Int.fetchOne(
                database, sql: "SELECT count(*) FROM articles WHERE byline IN (SELECT value FROM json_each(:names))", arguments: ["names": list]) ?? 0

            for old in try storedCorrections(in: database) {
                if old.correction.names(names) {
                    try database.execute(sql: "DELETE FROM corrections WHERE id = ?", arguments: [old.id])
                } else if articles.contains(old.article) {
                    let masked = old.correction.masking(names)
                    try database.execute(
                        sql: "UPDATE corrections SET comment = ?, change = ? WHERE id = ?", arguments: [jsonText(masked.comment), jsonText(masked.change), old.id])
                }
            }
            var writer = try PageWriter(database)
            for article in articles {
                guard let page = try PageReader(database: database).page(ofArticle: article),
                    let capture = try Row.fetchOne(
                        database, sql: "SELECT captures.id, number FROM captures JOIN articles ON latest_capture_id = captures.id WHERE articles.id = ?",
                        arguments: [article])
                else { continue }
                try writer.replace(page.forgetting(isForgotten), article: article, capture: (capture.int(0), capture.int(1)))
                try maskOlder(article, latest: capture.int(0), names: names, in: database)
            }
            // What only older captures have.
            for table in ["quoted_passages", "quotations", "tags"] {
                try database.execute(sql: "DELETE FROM \(table) WHERE comment_id IN \(theirs)", arguments: ["names": list])
            }
            try database.execute(
                sql: "UPDATE comment_captures SET text = NULL, state = 'removed' WHERE comment_id IN \(theirs)", arguments: ["names": list])
            try database.execute(
                sql: """
                    UPDATE comments SET author_id = NULL, author_name = NULL, read_author_name = NULL, author_profile = NULL, author_key = NULL,
                      author_badges = NULL, platform_key = NULL, posted = NULL, posted_text = NULL, text = '', signature = NULL, permalink = NULL,
                      state = 'removed' WHERE id IN \(theirs)
                    """, arguments: ["names": list])
            try database.execute(sql: "DELETE FROM authors WHERE NOT EXISTS (SELECT 1 FROM comments WHERE author_id = authors.id)")
            return counts
        }
        // What was deleted stays in the index and in free pages until both are made anew.
        try write("while making the full-text index anew") { try $0.execute(sql: "INSERT INTO comment_search(comment_search) VALUES ('rebuild')") }
        try pragma("wal_checkpoint(TRUNCATE)")
        try pragma("vacuum")
        try pragma("wal_checkpoint(TRUNCATE)")
        return counts
    }

    private func maskOlder(_ article: Int, latest: Int, names: Set<String>, in database: Database) throws {
        let older = "SELECT id FROM captures WHERE article_id = ? AND id <> ?"
        // Only the latest capture is read back from these.
        for table in ["readings", "parts"] {
            try database.execute(sql: "DELETE FROM \(table) WHERE capture_id IN (\(older))", arguments: [article, latest])
        }
        let texts = [
            ("SELECT id, text FROM comments WHERE article_id = ? AND last_capture_id <> ?", "UPDATE comments SET text = ? WHERE id = ?"),
            ("SELECT comment_id, text, capture_id FROM comment_captures WHERE text IS NOT NULL AND capture_id IN (\(older))",
                "UPDATE comment_captures SET text = ? WHERE comment_id = ? AND capture_id = ?"),
            ("SELECT position, message, capture_id FROM notes WHERE capture_id IN (\(older))", "UPDATE notes SET message = ? WHERE position = ? AND capture_id = ?"),
        ]
        for (select, update) in texts {
            for row in try Row.fetchAll(database, sql: select, arguments: [article, latest]) {
                let masked = row.text(1).masking(names)
                guard masked != row.text(1) else { continue }
                try database.cachedStatement(sql: update).run([masked, row.int(0)] + (row.count > 2 ? [row.int(2)] : []))
            }
        }
        try database.execute(
            sql: "UPDATE replies SET target_name = NULL WHERE target_name IN (SELECT value FROM json_each(?)) AND comment_id IN (SELECT id FROM comments WHERE article_id = ?)",
            arguments: [jsonText(names.sorted()), article])
    }

    private func pragma(_ words: String) throws(StorageError) {
        do {
            try queue.writeWithoutTransaction { try $0.execute(sql: words == "vacuum" ? "VACUUM" : "PRAGMA \(words)") }
        } catch {
            throw StorageError(error, path: path, task: "while cleaning it", waited: patience)
        }
    }
}
