package import DiscourseModel
internal import GRDB

extension Store {
    /// Stores pages in one transaction, in their order: all of them are in the database when this returns, or none where it throws.
    ///
    /// Each page is stored whole or not at all: one that SQLite or its own contradictions refuse comes back as `failed`, and the
    /// others are kept. A full disk, a lock, a damaged file end the transaction and are thrown.
    package func store(_ pages: [AnalyzedPage]) throws(StorageError) -> [StoreOutcome] {
        if pages.isEmpty { return [] }
        return try write("while storing \(pages.count == 1 ? "a page" : "\(pages.count) pages")") { database in
            var writer = try PageWriter(database)
            var outcomes: [StoreOutcome] = []
            for page in pages {
                do {
                    var outcome: StoreOutcome?
                    try database.inSavepoint {
                        outcome = try writer.write(page)
                        return .commit
                    }
                    if let outcome { outcomes.append(outcome) }
                } catch where isOfThePage(error) {
                    // What was rolled back must not be remembered.
                    writer = try PageWriter(database)
                    let reason = StorageError(error, path: path, task: "while storing \(page.page.source)", waited: patience)
                    outcomes.append(StoreOutcome(article: 0, capture: 0, change: .failed(reason)))
                }
            }
            return outcomes
        }
    }
}

/// Whether an error speaks of the page and not of the database.
private func isOfThePage(_ error: any Error) -> Bool {
    switch error {
    case is StorageError: true
    case let error as DatabaseError: [.SQLITE_CONSTRAINT, .SQLITE_TOOBIG, .SQLITE_MISMATCH].contains(error.resultCode)
    default: false
    }
}
