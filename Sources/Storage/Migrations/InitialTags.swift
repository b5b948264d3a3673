let initialTags = """
    CREATE TABLE pattern_sets (
      -- A pattern file as it was when it tagged.
      id INTEGER PRIMARY KEY,
      name TEXT NOT NULL,              -- rhetoric/name-calling is a tag of the set "rhetoric"
      kind TEXT NOT NULL CHECK (kind IN ('theme', 'rhetoric')),
      language TEXT,                   -- BCP 47; NULL: any
      sha256 TEXT NOT NULL,            -- of the file, lower-case hex
      file TEXT NOT NULL               -- path in the pattern folder
    ) STRICT;
    CREATE INDEX pattern_sets_by_sha256 ON pattern_sets(sha256);

    CREATE TABLE tag_definitions (
      -- What a tag is, by the pattern file that defines it.
      pattern_set_id INTEGER NOT NULL REFERENCES pattern_sets(id) ON DELETE CASCADE,
      position INTEGER NOT NULL,       -- from 0, in the file's order
      tag TEXT NOT NULL,               -- rhetoric/name-calling
      kind TEXT NOT NULL CHECK (kind IN ('theme', 'rhetoric')),
      label TEXT NOT NULL,             -- for readers
      about TEXT,                      -- what it means
      source TEXT,                     -- taxonomy and citation
      is_experimental INTEGER NOT NULL CHECK (is_experimental IN (0, 1)),
      PRIMARY KEY (pattern_set_id, position)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX tag_definitions_by_tag ON tag_definitions(tag);

    CREATE TABLE tag_runs (
      -- The tagging of one capture by certain pattern sets. A new one replaces it whole.
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      capture_id INTEGER NOT NULL UNIQUE REFERENCES captures(id) ON DELETE CASCADE
    ) STRICT;

    CREATE TABLE tag_run_sets (
      -- The pattern sets of a run.
      run_id INTEGER NOT NULL REFERENCES tag_runs(id) ON DELETE CASCADE,
      position INTEGER NOT NULL,       -- from 0
      pattern_set_id INTEGER NOT NULL REFERENCES pattern_sets(id),
      PRIMARY KEY (run_id, position)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX tag_run_sets_by_set ON tag_run_sets(pattern_set_id);

    CREATE TABLE tags (
      -- A pattern that matched in a comment.
      run_id INTEGER NOT NULL REFERENCES tag_runs(id) ON DELETE CASCADE,
      position INTEGER NOT NULL,       -- from 0
      comment_id INTEGER NOT NULL REFERENCES comments(id) ON DELETE CASCADE,
      tag TEXT NOT NULL,               -- rhetoric/name-calling
      line TEXT NOT NULL,              -- the line of the tag that matched: any[2], near
      start INTEGER NOT NULL,          -- UTF-8 bytes into the comment's text
      end INTEGER NOT NULL,            -- UTF-8 bytes, exclusive
      code_point_start INTEGER NOT NULL, -- Unicode code points into the comment's text, as substr() counts
      code_point_end INTEGER NOT NULL, -- code points, exclusive
      voice TEXT NOT NULL CHECK (voice IN ('own', 'quoted')), -- own: the comment's author speaks; quoted: in a quoted passage
      groups TEXT,                     -- JSON object: named groups of the pattern; NULL: none
      PRIMARY KEY (run_id, position)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX tags_by_comment ON tags(comment_id);
    CREATE INDEX tags_by_tag ON tags(tag);
    """

let initialSearch = """
    CREATE VIRTUAL TABLE comment_search
      -- Full-text index over comments (https://www.sqlite.org/fts5.html); rowid is comments.id. Diacritics are ignored.
      -- SELECT * FROM comments WHERE id IN (SELECT rowid FROM comment_search WHERE comment_search MATCH 'media')
      USING fts5(author_name, text, content='comments', content_rowid='id', tokenize='unicode61 remove_diacritics 2');

    CREATE TRIGGER comments_inserted AFTER INSERT ON comments BEGIN
      -- Keeps the full-text index.
      INSERT INTO comment_search(rowid, author_name, text) VALUES (new.id, new.author_name, new.text);
    END;
    CREATE TRIGGER comments_deleted AFTER DELETE ON comments BEGIN
      -- Keeps the full-text index.
      INSERT INTO comment_search(comment_search, rowid, author_name, text) VALUES ('delete', old.id, old.author_name, old.text);
    END;
    CREATE TRIGGER comments_updated AFTER UPDATE OF author_name, text ON comments
    WHEN old.author_name IS NOT new.author_name OR old.text IS NOT new.text BEGIN
      -- Keeps the full-text index.
      INSERT INTO comment_search(comment_search, rowid, author_name, text) VALUES ('delete', old.id, old.author_name, old.text);
      INSERT INTO comment_search(rowid, author_name, text) VALUES (new.id, new.author_name, new.text);
    END;
    """
