extension Migration {
    /// What changed is asked for by run and by comment, never by tag.
    static let leanTagHistory = Migration(name: "lean-tag-history", sql: ["DROP INDEX tag_changes_by_tag;"])
}
