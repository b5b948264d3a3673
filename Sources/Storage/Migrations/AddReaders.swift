extension Migration {
    /// By what a capture was read, so that a second run need not read it again.
    static let readers = Migration(
        name: "readers",
        sql: [
            """
            CREATE TABLE readers (
              -- By what a capture was read last.
              capture_id INTEGER PRIMARY KEY REFERENCES captures(id) ON DELETE CASCADE,
              reader TEXT NOT NULL             -- the program's version and the settings that decide what is found
            ) STRICT;
            """
        ])
}
