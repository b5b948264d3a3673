extension Migration {
    /// Who is not to be stored again.
    static let forgotten = Migration(
        name: "forgotten",
        sql: [
            """
            CREATE TABLE forgotten (
              -- People whose comments were taken out (rejoinder forget), so that they stay out when a page is read again.
              hash TEXT PRIMARY KEY,           -- HMAC-SHA256(salt, name in lower case), in hex
              salt TEXT NOT NULL               -- the same in every row
            ) STRICT, WITHOUT ROWID;
            """,
        ])
}
