let initialComments = """
    CREATE TABLE authors (
      -- Who wrote comments, joined within one site by profile or name. Nobody in particular ("Guest") has no row.
      id INTEGER PRIMARY KEY,
      site TEXT NOT NULL,              -- as in articles; the article's own id (a12) where the site is unknown
      identity TEXT NOT NULL,          -- key:..., profile:... or name:..., what two comments of one author share
      name TEXT NOT NULL,              -- as first met
      profile TEXT,                    -- address of the profile, as first met
      key TEXT,                        -- the author's id on the platform
      UNIQUE (site, identity)
    ) STRICT;

    CREATE TABLE comments (
      -- A reader comment, as the last capture that has it shows it.
      id INTEGER PRIMARY KEY,
      article_id INTEGER NOT NULL REFERENCES articles(id) ON DELETE CASCADE,
      first_capture_id INTEGER NOT NULL REFERENCES captures(id), -- the oldest capture that has it
      last_capture_id INTEGER NOT NULL REFERENCES captures(id),  -- the newest capture that has it; if not the article's latest, it is gone
      position INTEGER NOT NULL,       -- from 0, in that capture's page order; shown plus one: c0001
      reading_order INTEGER NOT NULL,  -- from 0, each thread whole: a comment, then its answers
      depth INTEGER,                   -- 0: answers the article; NULL: answers, or stands below one that answers, someone absent
      thread_id INTEGER NOT NULL,      -- id of the first comment of its thread
      author_id INTEGER REFERENCES authors(id), -- NULL: unnamed, or nobody in particular
      author_name TEXT,                -- as shown; NULL: none is shown
      author_profile TEXT,             -- address of the profile
      author_key TEXT,                 -- the author's id on the platform
      author_badges TEXT,              -- JSON array of the roles beside the name; NULL: none
      platform_key TEXT,               -- the comment's own id on its platform
      posted TEXT,                     -- ISO 8601, no more precise than the page
      posted_text TEXT,                -- the time as the page words it
      votes_shown INTEGER NOT NULL CHECK (votes_shown IN (0, 1)), -- 1: the page shows votes
      votes_up INTEGER,                -- NULL: not shown
      votes_down INTEGER,              -- NULL: not shown
      votes_score INTEGER,             -- the balance, where only that is shown
      state TEXT NOT NULL,             -- live, deleted, removed, hidden
      kind TEXT NOT NULL,              -- comment, pingback
      text TEXT NOT NULL,              -- paragraphs are parted by an empty line
      signature TEXT,
      permalink TEXT,                  -- address
      place_start INTEGER,             -- UTF-8 bytes into the decoded page; NULL: unknown
      place_end INTEGER,               -- UTF-8 bytes into the decoded page
      place_node INTEGER               -- number of the HTML node
    ) STRICT;
    CREATE INDEX comments_by_article ON comments(article_id, reading_order);
    CREATE INDEX comments_by_author ON comments(author_id) WHERE author_id IS NOT NULL;

    CREATE TABLE comment_captures (
      -- What each capture showed of a comment.
      capture_id INTEGER NOT NULL REFERENCES captures(id) ON DELETE CASCADE,
      position INTEGER NOT NULL,       -- from 0, in page order
      comment_id INTEGER NOT NULL REFERENCES comments(id) ON DELETE CASCADE,
      state TEXT NOT NULL,             -- live, deleted, removed, hidden
      votes_up INTEGER,                -- NULL: not shown
      votes_down INTEGER,              -- NULL: not shown
      votes_score INTEGER,             -- NULL: not shown
      text TEXT,                       -- NULL: the same as comments.text
      PRIMARY KEY (capture_id, position)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX comment_captures_by_comment ON comment_captures(comment_id);

    CREATE TABLE quoted_passages (
      -- Quote boxes: passages that the page marks as quoted in a comment; they are not in its text.
      comment_id INTEGER NOT NULL REFERENCES comments(id) ON DELETE CASCADE,
      position INTEGER NOT NULL,       -- from 0, in page order
      text TEXT NOT NULL,
      author TEXT,                     -- whose words the box says they are
      key TEXT,                        -- the platform's id of the quoted comment
      at INTEGER NOT NULL,             -- where it stood: UTF-8 bytes into the comment's text
      PRIMARY KEY (comment_id, position)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE replies (
      -- Who a comment answers, what speaks for it, and how sure it is. A top-level comment has no row.
      comment_id INTEGER PRIMARY KEY REFERENCES comments(id) ON DELETE CASCADE,
      parent_id INTEGER REFERENCES comments(id), -- the answered comment; NULL: not settled
      inferred_parent_id INTEGER REFERENCES comments(id), -- the best guess, where it was not sure enough to be the parent
      target_name TEXT,                -- the name it is addressed to, as worded
      target_key TEXT,                 -- the platform's id of an answered comment that is not on the page
      evidence TEXT NOT NULL,          -- the strongest: nesting, label, quotation ...
      supporting TEXT,                 -- JSON array: further evidence for the same parent; NULL: none
      is_explicit INTEGER NOT NULL CHECK (is_explicit IN (0, 1)), -- 1: the page states the link; 0: it was inferred
      confidence REAL NOT NULL         -- the share of such links that are right, 0 to 1
    ) STRICT;
    CREATE INDEX replies_by_parent ON replies(parent_id) WHERE parent_id IS NOT NULL;
    CREATE INDEX replies_by_inferred_parent ON replies(inferred_parent_id) WHERE inferred_parent_id IS NOT NULL;

    CREATE TABLE quotations (
      -- Passages of a comment that repeat the article or another comment.
      capture_id INTEGER NOT NULL REFERENCES captures(id) ON DELETE CASCADE,
      position INTEGER NOT NULL,       -- from 0
      comment_id INTEGER NOT NULL REFERENCES comments(id) ON DELETE CASCADE, -- the quoting comment
      start INTEGER NOT NULL,          -- UTF-8 bytes into the comment's text
      end INTEGER NOT NULL,            -- UTF-8 bytes, exclusive
      code_point_start INTEGER NOT NULL, -- Unicode code points into the comment's text, as substr() counts
      code_point_end INTEGER NOT NULL, -- code points, exclusive
      source TEXT NOT NULL CHECK (source IN ('article', 'comment', 'elsewhere')),
      source_block INTEGER,            -- article: position of the block, in that capture
      source_comment_id INTEGER REFERENCES comments(id), -- comment: the quoted one
      source_start INTEGER NOT NULL,   -- UTF-8 bytes into the source's text
      source_end INTEGER NOT NULL,     -- UTF-8 bytes, exclusive
      source_code_point_start INTEGER NOT NULL, -- code points into the source's text
      source_code_point_end INTEGER NOT NULL, -- code points, exclusive
      is_marked INTEGER NOT NULL CHECK (is_marked IN (0, 1)), -- 1: the comment marks it as a quotation; 0: a long verbatim match
      PRIMARY KEY (capture_id, position)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX quotations_by_comment ON quotations(comment_id);
    CREATE INDEX quotations_by_source ON quotations(source_comment_id) WHERE source_comment_id IS NOT NULL;

    CREATE TABLE notes (
      -- What was doubtful, limited or lost when a capture was read.
      capture_id INTEGER NOT NULL REFERENCES captures(id) ON DELETE CASCADE,
      position INTEGER NOT NULL,       -- from 0
      stage TEXT NOT NULL,             -- reading, comments, article, quotations, replies, tags, storage
      severity TEXT NOT NULL CHECK (severity IN ('info', 'doubt', 'limit', 'lost')),
      message TEXT NOT NULL,           -- one sentence
      comment_id INTEGER REFERENCES comments(id) ON DELETE CASCADE, -- NULL: it speaks of the page
      PRIMARY KEY (capture_id, position)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX notes_by_comment ON notes(comment_id) WHERE comment_id IS NOT NULL;
    """
