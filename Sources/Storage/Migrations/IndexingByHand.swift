extension Migration {
    /// Whoever inserts a comment puts it into the full-text index; what is changed and deleted there still follows by itself.
    static let indexingByHand = Migration(name: "indexing-by-hand", sql: ["DROP TRIGGER comments_inserted;"])
}
