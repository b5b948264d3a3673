extension Migration {
    /// The first schema: articles and their captures, comments and who answers whom, tags, full-text search, and views to read.
    static let initial = Migration(
        name: "1-initial", sql: [initialArticles, initialComments, initialTags, initialSearch, initialViews])
}
