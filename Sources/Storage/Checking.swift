internal import GRDB

/// What SQLite says of a database.
package struct DatabaseCheck: Hashable, Sendable {
    package var schema: Int
    package var newestSchema: Int
    /// Of `integrity_check`; empty where all is well.
    package var damages: [String]
    /// Rows that point to nothing.
    package var danglingRows: Int
    /// What is wrong with the full-text index; `nil` where nothing is, or the file cannot be written and it was not looked at.
    package var searchDamage: String?
    package var isSearchChecked: Bool
    package var articles: Int
    package var comments: Int
}

/// The SQLite library at work.
package struct DatabaseLibrary: Hashable, Sendable {
    package var version: String
    /// `FTS5` and what else the program needs and the library lacks.
    package var missing: [String]
}

extension Store {
    /// The library, asked through a database of its own.
    package static func library() throws(StorageError) -> DatabaseLibrary {
        try Store(path: ":memory:").read { database in
            let options = Set(try String.fetchAll(database, sql: "PRAGMA compile_options"))
            return DatabaseLibrary(
                version: try String.fetchOne(database, sql: "SELECT sqlite_version()") ?? "unknown",
                missing: ["ENABLE_FTS5"].filter { !options.contains($0) } + (options.contains("OMIT_JSON") ? ["JSON"] : [])
                    + (options.contains("THREADSAFE=0") ? ["THREADSAFE"] : []))
        }
    }

    /// Reads every page of the file and compares the indexes with their tables. Nothing is changed.
    package func check() throws(StorageError) -> DatabaseCheck {
        do {
            return try queue.writeWithoutTransaction { database in
                var check = DatabaseCheck(
                    schema: try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0, newestSchema: migrations.count,
                    damages: try String.fetchAll(database, sql: "PRAGMA integrity_check(20)").filter { $0 != "ok" },
                    danglingRows: try Row.fetchAll(database, sql: "PRAGMA foreign_key_check").count, searchDamage: nil, isSearchChecked: false,
                    articles: try Int.fetchOne(database, sql: "SELECT count(*) FROM articles") ?? 0,
                    comments: try Int.fetchOne(database, sql: "SELECT count(*) FROM comments") ?? 0)
                guard !database.configuration.readonly else { return check }
                // FTS5 checks itself by a statement that looks like a write and is none.
                try database.execute(sql: "PRAGMA query_only = OFF")
                defer { try? database.execute(sql: "PRAGMA query_only = ON") }
                check.isSearchChecked = true
                do {
                    try database.execute(sql: "INSERT INTO comment_search(comment_search, rank) VALUES ('integrity-check', 1)")
                } catch let error as DatabaseError {
                    check.searchDamage = error.message ?? "SQLite error \(error.extendedResultCode.rawValue)"
                }
                return check
            }
        } catch {
            throw StorageError(error, path: path, task: "while checking it", waited: patience)
        }
    }
}
