package import DiscourseModel
internal import GRDB

extension Store {
    /// Stores pages in one transaction, in their order: all of them are in the database when this returns, or none where it throws.
    ///
    /// Each page is stored whole or not at all: one that SQLite or its own contradictions refuse comes back as `failed`, and the
    /// others are kept. A full disk, a lock, a damaged file end the transaction and are thrown.
    ///
    /// - Parameter reader: the program's version and settings, for `article(doneFrom:)` to compare; `nil` leaves it open.
    package func store(_ pages: [AnalyzedPage], reader: String? = nil) throws(StorageError) -> [StoreOutcome] {
        if pages.isEmpty { return [] }
        let task = "while storing \(pages.count == 1 ? "a page" : "\(pages.count) pages")"
        // A savepoint makes FTS5 write out its index, which costs more than all the rest of a page. SQLite refuses a page so rarely
        // that a batch is first written without savepoints, and again with them where one is refused.
        do {
            return try write(task) { try outcomes(of: pages, reader: reader, in: $0, withSavepoints: false) }
        } catch {
            guard error.kind == .refusedPage else { throw error }
        }
        return try write(task) { try outcomes(of: pages, reader: reader, in: $0, withSavepoints: true) }
    }

    private func outcomes(of pages: [AnalyzedPage], reader: String?, in database: Database, withSavepoints: Bool) throws -> [StoreOutcome] {
        var writer = try PageWriter(database, inBulk: !withSavepoints)
        let outcomes: [StoreOutcome] = try pages.map { page in
            do {
                guard withSavepoints else { return try writer.write(page) }
                var outcome = StoreOutcome(article: 0, capture: 0, change: .unchanged)
                try database.inSavepoint {
                    outcome = try writer.write(page)
                    return .commit
                }
                return outcome
            } catch let error as StorageError {
                // Pages are checked before anything of them is written.
                return StoreOutcome(article: 0, capture: 0, change: .failed(error))
            } catch let error as DatabaseError where error.isRefusal {
                let reason = error.refusal(of: page.page.source)
                guard withSavepoints else { throw reason }
                // What was rolled back must not be remembered.
                writer = try PageWriter(database)
                return StoreOutcome(article: 0, capture: 0, change: .failed(reason))
            }
        }
        do {
            try writer.finish()
        } catch let error as DatabaseError where error.isRefusal {
            throw error.refusal(of: "one of \(pages.count) pages")
        }
        if let reader { try Store.note(reader: reader, of: pages, outcomes, in: database) }
        return outcomes
    }
}

extension DatabaseError {
    /// Whether it speaks of what is to be stored, and not of the database.
    fileprivate var isRefusal: Bool { [.SQLITE_CONSTRAINT, .SQLITE_TOOBIG, .SQLITE_MISMATCH].contains(resultCode) }

    fileprivate func refusal(of source: String) -> StorageError {
        StorageError(
            .refusedPage, "\(source) was not stored: SQLite refuses it: \(message ?? "no reason given")",
            advice: "This is a fault of the program; report it with the page")
    }
}
