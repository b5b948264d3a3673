extension Migration {
    /// What each new tagging of what is stored changed, so that earlier ones stay comparable.
    static let tagHistory = Migration(
        name: "tag-history",
        sql: [
            """
            CREATE TABLE retaggings (
              -- A time when stored comments were tagged anew. The tags as they are now stand in tags; what was changed stands in tag_changes.
              id INTEGER PRIMARY KEY AUTOINCREMENT,
              made TEXT NOT NULL,              -- ISO 8601, UTC
              captures INTEGER NOT NULL,       -- captures that were tagged anew
              comments INTEGER NOT NULL        -- comments in them
            ) STRICT;

            CREATE TABLE retagging_sets (
              -- The pattern sets before (kept and removed) and after (kept and added).
              retagging_id INTEGER NOT NULL REFERENCES retaggings(id) ON DELETE CASCADE,
              pattern_set_id INTEGER NOT NULL REFERENCES pattern_sets(id),
              change TEXT NOT NULL CHECK (change IN ('kept', 'added', 'removed')),
              PRIMARY KEY (retagging_id, pattern_set_id)
            ) STRICT, WITHOUT ROWID;
            CREATE INDEX retagging_sets_by_set ON retagging_sets(pattern_set_id);

            CREATE TABLE tag_changes (
              -- A match gained or lost. One whose comment was edited since is gone: its places would point to other words.
              retagging_id INTEGER NOT NULL REFERENCES retaggings(id) ON DELETE CASCADE,
              position INTEGER NOT NULL,       -- from 0
              change TEXT NOT NULL CHECK (change IN ('gained', 'lost')),
              comment_id INTEGER NOT NULL REFERENCES comments(id) ON DELETE CASCADE,
              tag TEXT NOT NULL,               -- rhetoric/name-calling
              start INTEGER NOT NULL,          -- UTF-8 bytes into the comment's text
              end INTEGER NOT NULL,            -- UTF-8 bytes, exclusive
              code_point_start INTEGER NOT NULL, -- Unicode code points into the comment's text, as substr() counts
              code_point_end INTEGER NOT NULL, -- code points, exclusive
              voice TEXT NOT NULL CHECK (voice IN ('own', 'quoted')), -- own: the comment's author speaks; quoted: in a quoted passage
              PRIMARY KEY (retagging_id, position)
            ) STRICT, WITHOUT ROWID;
            CREATE INDEX tag_changes_by_comment ON tag_changes(comment_id);
            CREATE INDEX tag_changes_by_tag ON tag_changes(tag);
            """
        ])
}
