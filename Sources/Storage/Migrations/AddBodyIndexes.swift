extension Migration {
    /// Captures by their bytes and the place they are known by.
    static let bodyIndexes = Migration(
        name: "body-indexes",
        sql: [
            """
            CREATE INDEX captures_by_body_and_url ON captures(sha256, url);
            CREATE INDEX captures_by_body_and_source ON captures(sha256, source);
            DROP INDEX captures_by_sha256;
            """
        ])
}
