extension Migration {
    /// Tags are asked for by run and by comment, never by tag alone; of what a tag costs to store, that index was a quarter.
    static let leanTags = Migration(name: "lean-tags", sql: ["DROP INDEX tags_by_tag;"])
}
