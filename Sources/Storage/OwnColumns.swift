internal import GRDB

/// What a table of the researcher's own columns was joined to.
package struct ColumnImport: Hashable, Sendable {
    /// Rows that found their article or author, and those that did not, by the words they name it with.
    package var joined = 0
    package var missing: [String] = []
    /// The columns, as named.
    package var columns: [String]
}

extension Store {
    /// Joins columns to articles: each row names its article by id (`a12`), address or source path. A column that was there is replaced
    /// for the articles that the rows name; an empty value takes it away.
    package func importColumns(_ names: [String], ofArticles rows: [(key: String, values: [String])]) throws(StorageError) -> ColumnImport {
        var keys: [(ids: [Int], row: (key: String, values: [String]))] = []
        for row in rows { keys.append((try resolve(row.key), row)) }
        return try write("while importing columns") { database in
            var outcome = ColumnImport(columns: names)
            for (ids, row) in keys {
                if ids.isEmpty { outcome.missing.append(row.key) } else { outcome.joined += 1 }
                for id in ids { try put(names, row.values, into: "article_columns", "article_id", id, database) }
            }
            return outcome
        }
    }

    /// The same for authors, who are named as their comments show them; on every site where that name wrote.
    package func importColumns(_ names: [String], ofAuthors rows: [(key: String, values: [String])]) throws(StorageError) -> ColumnImport {
        try write("while importing columns") { database in
            var outcome = ColumnImport(columns: names)
            for row in rows {
                let ids = try Int.fetchAll(
                    database, sql: "SELECT id FROM authors WHERE name = ? UNION SELECT author_id FROM comments WHERE author_name = ? AND author_id IS NOT NULL",
                    arguments: [row.key, row.key])
                if ids.isEmpty { outcome.missing.append(row.key) } else { outcome.joined += 1 }
                for id in ids { try put(names, row.values, into: "author_columns", "author_id", id, database) }
            }
            return outcome
        }
    }
}

private func put(_ names: [String], _ values: [String], into table: String, _ key: String, _ id: Int, _ database: Database) throws {
    let insert = try database.cachedStatement(sql: "INSERT OR REPLACE INTO \(table) (\(key), name, value) VALUES (?, ?, ?)")
    let delete = try database.cachedStatement(sql: "DELETE FROM \(table) WHERE \(key) = ? AND name = ?")
    for (name, value) in zip(names, values) {
        if value.isEmpty { try delete.run(id, name) } else { try insert.run(id, name, value) }
    }
}
