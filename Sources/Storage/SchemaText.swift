internal import GRDB

extension Store {
    /// The SQL of every table, view, index and trigger, with the comments that document them, in the order they were made.
    package func schema() throws(StorageError) -> String {
        try read { database in
            try String.fetchAll(
                database,
                sql: """
                    SELECT sql FROM sqlite_schema
                    WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND name NOT LIKE 'grdb\\_%' ESCAPE '\\'
                      AND name NOT LIKE 'comment\\_search\\_%' ESCAPE '\\'
                    ORDER BY rowid
                    """
            ).map { $0 + ";\n" }.joined(separator: "\n")
        }
    }
}
