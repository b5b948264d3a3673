extension Migration {
    /// Threads on several pages: a capture that is made of several files, and each as it was read.
    static let parts = Migration(
        name: "parts",
        sql: [
            """
            CREATE TABLE parts (
              -- The pages of a thread that one capture joins, each as it was read by itself.
              capture_id INTEGER NOT NULL REFERENCES captures(id) ON DELETE CASCADE,
              number INTEGER NOT NULL,         -- of the page in its thread, from 1
              sha256 TEXT NOT NULL,            -- of the bytes as they came in, lower-case hex
              source TEXT NOT NULL,            -- the file's path as given
              url TEXT,                        -- the scraped address, where known
              captured TEXT,                   -- ISO 8601; NULL: unknown
              comment_count INTEGER NOT NULL,  -- comments on this page
              page TEXT NOT NULL,              -- JSON object: all that was read
              PRIMARY KEY (capture_id, number)
            ) STRICT;
            CREATE INDEX parts_by_sha256 ON parts(sha256);
            CREATE INDEX parts_by_source ON parts(source);

            ALTER TABLE captures ADD COLUMN thread TEXT; -- the address that all pages of the thread share; NULL: the page stands alone
            ALTER TABLE captures ADD COLUMN page_number INTEGER; -- of the (first) page in its thread, from 1
            ALTER TABLE captures ADD COLUMN page_count INTEGER; -- pages of the thread; NULL: no greater number is known
            """,
        ])
}
