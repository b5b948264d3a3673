extension Migration {
    /// The researcher's own columns.
    static let ownColumns = Migration(
        name: "own-columns",
        sql: [
            """
            CREATE TABLE article_columns (
              -- The researcher's own values of articles, from `rejoinder meta import`.
              article_id INTEGER NOT NULL REFERENCES articles(id) ON DELETE CASCADE,
              name TEXT NOT NULL COLLATE NOCASE, -- the column's, as the file heads it
              value TEXT NOT NULL,             -- as the file has it
              PRIMARY KEY (article_id, name)
            ) STRICT, WITHOUT ROWID;

            CREATE TABLE author_columns (
              -- The researcher's own values of authors, from `rejoinder meta import`.
              author_id INTEGER NOT NULL REFERENCES authors(id) ON DELETE CASCADE,
              name TEXT NOT NULL COLLATE NOCASE, -- the column's, as the file heads it
              value TEXT NOT NULL,             -- as the file has it
              PRIMARY KEY (author_id, name)
            ) STRICT, WITHOUT ROWID;
            """
        ])
}
