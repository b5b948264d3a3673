extension Migration {
    /// Where a comment stands in a thread of several files.
    static let placePage = Migration(
        name: "place-page",
        sql: ["ALTER TABLE comments ADD COLUMN place_page INTEGER CHECK (place_page > 0); -- number of the page in its thread whose bytes are meant; NULL: there is one page"])
}
