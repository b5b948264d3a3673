extension Migration {
    /// Samples of comments that are coded by hand.
    static let samples = Migration(
        name: "samples",
        sql: [
            """
            CREATE TABLE samples (
              -- Comments drawn to be coded by hand. No comment is in samples of both purposes.
              id INTEGER PRIMARY KEY AUTOINCREMENT,
              made TEXT NOT NULL,              -- ISO 8601, UTC
              purpose TEXT NOT NULL CHECK (purpose IN ('tuning', 'test')),
              seed TEXT NOT NULL,              -- of the random numbers, in decimal
              frame INTEGER NOT NULL,          -- comments that could be drawn
              left_out INTEGER NOT NULL        -- comments that could not, as a sample of the other purpose has them
            ) STRICT;

            CREATE TABLE sample_sets (
              -- The pattern sets that had tagged the comments when they were drawn.
              sample_id INTEGER NOT NULL REFERENCES samples(id) ON DELETE CASCADE,
              pattern_set_id INTEGER NOT NULL REFERENCES pattern_sets(id),
              PRIMARY KEY (sample_id, pattern_set_id)
            ) STRICT, WITHOUT ROWID;
            CREATE INDEX sample_sets_by_set ON sample_sets(pattern_set_id);

            CREATE TABLE sample_strata (
              -- For each tag the comments that bore it and those that did not; a drawn one stands for size / drawn.
              sample_id INTEGER NOT NULL REFERENCES samples(id) ON DELETE CASCADE,
              tag TEXT NOT NULL,               -- rhetoric/name-calling
              is_tagged INTEGER NOT NULL CHECK (is_tagged IN (0, 1)), -- 1: bore the tag when it was drawn
              size INTEGER NOT NULL,           -- comments in it
              drawn INTEGER NOT NULL,          -- comments drawn
              PRIMARY KEY (sample_id, tag, is_tagged)
            ) STRICT, WITHOUT ROWID;

            CREATE TABLE sample_items (
              -- A comment drawn for a tag.
              sample_id INTEGER NOT NULL REFERENCES samples(id) ON DELETE CASCADE,
              number INTEGER NOT NULL,         -- from 1; shown as s3-017
              comment_id INTEGER NOT NULL REFERENCES comments(id) ON DELETE CASCADE,
              tag TEXT NOT NULL,               -- rhetoric/name-calling
              is_tagged INTEGER NOT NULL CHECK (is_tagged IN (0, 1)), -- its stratum
              PRIMARY KEY (sample_id, number)
            ) STRICT, WITHOUT ROWID;
            CREATE INDEX sample_items_by_comment ON sample_items(comment_id);
            """
        ])
}
