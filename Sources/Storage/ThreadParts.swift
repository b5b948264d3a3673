package import DiscourseModel
internal import GRDB

extension Store {
    /// The pages that the latest capture of a page's article joins; a capture of one page of a thread is that page; else none.
    package func threadParts(of page: AnalyzedPage) throws(StorageError) -> [AnalyzedPage] {
        try read { database in
            guard let article = try ArticleWriter(database).find(page),
                try Int.fetchOne(
                    database, sql: "SELECT 1 FROM articles JOIN captures ON captures.id = latest_capture_id WHERE articles.id = ? AND thread IS NOT NULL",
                    arguments: [article]) != nil,
                let stored = try PageReader(database: database).page(ofArticle: article)
            else { return [] }
            return stored.parts.isEmpty ? [stored] : stored.parts
        }
    }

    /// Whether these bytes were stored before, by themselves or as a page of a thread.
    package func knows(_ page: AnalyzedPage) throws(StorageError) -> Bool {
        try read { database in
            try Int.fetchOne(
                database, sql: "SELECT 1 FROM captures WHERE sha256 = ? UNION ALL SELECT 1 FROM parts WHERE sha256 = ? LIMIT 1",
                arguments: [page.page.id, page.page.id]) != nil
        }
    }
}
