extension Migration {
    /// What people correct: kept by article and comment, beside the page as it was read.
    static let corrections = Migration(
        name: "corrections",
        sql: [
            """
            CREATE TABLE corrections (
              -- What a person said of a comment (rejoinder fix). It holds in every capture of the article.
              id INTEGER PRIMARY KEY AUTOINCREMENT, -- shown as f12; never given twice
              article_id INTEGER NOT NULL REFERENCES articles(id) ON DELETE CASCADE,
              comment TEXT NOT NULL,           -- JSON object: what the comment is recognised by
              change TEXT NOT NULL             -- JSON object: parent, author, notAComment or notTag, and the new value
            ) STRICT;
            CREATE INDEX corrections_by_article ON corrections(article_id);

            CREATE TABLE readings (
              -- A capture as it was read, before anything was corrected in it; only captures with corrections have one.
              capture_id INTEGER PRIMARY KEY REFERENCES captures(id) ON DELETE CASCADE,
              reading TEXT NOT NULL            -- JSON object: discussion, quotations, notes, corrections
            ) STRICT;

            ALTER TABLE captures ADD COLUMN human_replies INTEGER NOT NULL DEFAULT 0; -- replies whose parent a person stated
            ALTER TABLE comments ADD COLUMN read_author_name TEXT; -- JSON array: the name the page shows, where a person corrected it; NULL: author_name
            """,
        ])
}
