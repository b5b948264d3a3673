import GRDB

@testable import Storage

/// A database as an older version of the program left it, with one article that has one comment.
enum OlderDatabase {
    /// - Parameter schema: its version; what stands in it was in the first.
    static func write(to path: String, schema: Int = 1) throws {
        let queue = try DatabaseQueue(path: path)
        try queue.write { database in
            for sql in migrations.prefix(schema).flatMap(\.sql) { try database.execute(sql: sql) }
            try database.execute(
                sql: """
                    PRAGMA application_id = \(applicationID); PRAGMA user_version = \(schema);
                    INSERT INTO articles (id, latest_capture_id, title, site, site_is_stated, language, image_shown, field_sources)
                      VALUES (1, 1, 'The weir', 'ferry.example', 0, 'en', 0, '{}');
                    INSERT INTO captures (id, article_id, number, sha256, source, url, media, encoding, byte_count, replaced_bytes, platform, incomplete_because,
                        comment_count, author_count, explicit_replies, inferred_replies, unresolved_replies)
                      VALUES (1, 1, 1, '00', 'weir.html', 'https://ferry.example/weir', 'html', 'utf-8', 100, 0, 'generic', '[]', 1, 1, 0, 0, 0);
                    INSERT INTO sources (kind, address, article_id) VALUES ('url', 'https://ferry.example/weir', 1);
                    INSERT INTO authors (id, site, identity, name) VALUES (1, 'ferry.example', 'name:ida', 'Ida');
                    INSERT INTO comments (id, article_id, first_capture_id, last_capture_id, position, reading_order, depth, thread_id, author_id, author_name,
                        votes_shown, state, kind, text)
                      VALUES (1, 1, 1, 1, 0, 0, 0, 1, 1, 'Ida', 0, 'live', 'comment', 'The bridge over the weir was never closed.');
                    INSERT INTO comment_captures (capture_id, position, comment_id, state) VALUES (1, 0, 1, 'live');
                    """)
            // From this step on whoever inserts a comment puts it into the full-text index.
            if migrations.prefix(schema).contains(where: { $0.name.hasSuffix("indexing-by-hand") }) {
                try database.execute(sql: "INSERT INTO comment_search (rowid, author_name, text) SELECT id, author_name, text FROM comments")
            }
        }
    }
}
