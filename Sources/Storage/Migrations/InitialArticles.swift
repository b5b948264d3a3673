let initialArticles = """
    CREATE TABLE articles (
      -- An article, as its latest capture shows it.
      id INTEGER PRIMARY KEY AUTOINCREMENT, -- shown as a12; never given twice
      latest_capture_id INTEGER REFERENCES captures(id) DEFERRABLE INITIALLY DEFERRED, -- the capture these values are from
      title TEXT,                      -- NULL: the page states none
      byline TEXT,                     -- as the page words it
      published TEXT,                  -- ISO 8601, no more precise than the page
      modified TEXT,                   -- ISO 8601, no more precise than the page
      page_clock TEXT,                 -- ISO 8601: the clock that the page itself shows
      site TEXT,                       -- the site's name, else the host of its address; NULL: unknown
      site_is_stated INTEGER NOT NULL CHECK (site_is_stated IN (0, 1)), -- 1: the page states the site; 0: told from the address
      section TEXT,                    -- as the page words it
      language TEXT,                   -- BCP 47
      url TEXT,                        -- the address a reader would open: the canonical one, else the scraped one
      canonical_url TEXT,              -- the address the article gives itself
      image_shown INTEGER NOT NULL CHECK (image_shown IN (0, 1)), -- 1: the page has a lead image
      image_url TEXT,                  -- address of the lead image
      image_caption TEXT,              -- its caption
      image_credit TEXT,               -- its credit
      field_sources TEXT NOT NULL      -- JSON object: where each field was found, by the field's name
    ) STRICT;

    CREATE TABLE captures (
      -- A saved page of an article, as it was read at one time.
      id INTEGER PRIMARY KEY,          -- in order of arrival
      article_id INTEGER NOT NULL REFERENCES articles(id) ON DELETE CASCADE,
      number INTEGER NOT NULL,         -- 1 for the oldest of the article; by time of capture, those without one by arrival
      sha256 TEXT NOT NULL,            -- of the bytes as they came in, lower-case hex
      source TEXT NOT NULL,            -- the file's path as given; - for standard input
      url TEXT,                        -- the scraped address, where known
      canonical_url TEXT,              -- the address the page gives itself
      captured TEXT,                   -- ISO 8601; NULL: unknown
      media TEXT NOT NULL,             -- html, text
      encoding TEXT NOT NULL,          -- WHATWG name in lower case
      byte_count INTEGER NOT NULL,     -- bytes, as they came in
      replaced_bytes INTEGER NOT NULL, -- bytes that could not be decoded, and NULs
      platform TEXT NOT NULL,          -- what the comments were recognised by: a platform's name, generic, text, none
      claimed_comments INTEGER,        -- the number of comments that the page states; NULL: it states none
      incomplete_because TEXT NOT NULL, -- JSON array: why more comments may exist than the page has
      comment_count INTEGER NOT NULL,  -- comments in this capture
      author_count INTEGER NOT NULL,   -- different named authors among them
      explicit_replies INTEGER NOT NULL, -- replies whose parent the page states
      inferred_replies INTEGER NOT NULL, -- replies whose parent was inferred
      unresolved_replies INTEGER NOT NULL, -- replies whose parent is not settled
      UNIQUE (article_id, sha256)
    ) STRICT;
    CREATE INDEX captures_by_number ON captures(article_id, number);
    CREATE INDEX captures_by_sha256 ON captures(sha256);
    CREATE INDEX captures_by_source ON captures(source);

    CREATE TABLE sources (
      -- What an article is known by: a page with one of these is a capture of it.
      kind TEXT NOT NULL CHECK (kind IN ('url', 'path')), -- url: an address; path: a file that states no address
      address TEXT NOT NULL,           -- without its #fragment
      article_id INTEGER NOT NULL REFERENCES articles(id) ON DELETE CASCADE,
      PRIMARY KEY (kind, address)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX sources_by_article ON sources(article_id);

    CREATE TABLE blocks (
      -- The article's body, of its latest capture.
      article_id INTEGER NOT NULL REFERENCES articles(id) ON DELETE CASCADE,
      position INTEGER NOT NULL,       -- from 0, in reading order
      kind TEXT NOT NULL,              -- heading, paragraph, item, quote, code, table, caption, embed
      text TEXT NOT NULL,
      place_start INTEGER,             -- UTF-8 bytes into the decoded page; NULL: unknown
      place_end INTEGER,               -- UTF-8 bytes into the decoded page
      place_node INTEGER,              -- number of the HTML node
      UNIQUE (article_id, position)
    ) STRICT;

    CREATE TABLE article_tags (
      -- Keywords the page gives the article, of its latest capture.
      article_id INTEGER NOT NULL REFERENCES articles(id) ON DELETE CASCADE,
      position INTEGER NOT NULL,       -- from 0, in page order
      tag TEXT NOT NULL,
      PRIMARY KEY (article_id, position)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX article_tags_by_tag ON article_tags(tag);

    CREATE TABLE related_links (
      -- Links to other articles that the page shows beside this one, of its latest capture.
      article_id INTEGER NOT NULL REFERENCES articles(id) ON DELETE CASCADE,
      position INTEGER NOT NULL,       -- from 0, in page order
      title TEXT NOT NULL,
      url TEXT,                        -- NULL: only the title is known
      PRIMARY KEY (article_id, position)
    ) STRICT, WITHOUT ROWID;
    """
