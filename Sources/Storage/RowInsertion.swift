internal import GRDB

/// Inserts the rows that a page has in one table, many with one statement: SQLite then makes ready the table, its indexes and the tables
/// that it refers to once for all of them, and a row costs two thirds of what it costs alone.
struct RowInsertion {
    private let columns: Int
    /// By how many rows they insert, the most first.
    private let statements: [(rows: Int, statement: Statement)]

    init(_ database: Database, into table: String, _ columns: [String]) throws {
        self.columns = columns.count
        statements = try [16, 4, 1].map { ($0, try database.cachedStatement(sql: insertion(into: table, columns, rows: $0))) }
    }

    /// - Parameters:
    ///   - together: `false` inserts row by row. A statement of several rows is a savepoint, at which FTS5 writes its index out where
    ///     the transaction has written to it; that costs more than the rows.
    ///   - bind: binds the values of a row, by its number, to the parameters of a statement, the first of which is given.
    func insert(_ count: Int, together: Bool, bind: (Statement, _ row: Int, _ parameter: Int32) throws -> Void) throws {
        var row = 0
        for (size, statement) in statements where together || size == 1 {
            while count - row >= size {
                for offset in 0..<size { try bind(statement, row + offset, Int32(1 + offset * columns)) }
                try statement.step()
                row += size
            }
        }
    }
}

/// SQL that inserts rows with these columns.
func insertion(into table: String, _ columns: [String], rows: Int = 1) -> String {
    let row = "(" + columns.map { _ in "?" }.joined(separator: ", ") + ")"
    return "INSERT INTO \(table) (\(columns.joined(separator: ", "))) VALUES " + [String](repeating: row, count: rows).joined(separator: ", ")
}
