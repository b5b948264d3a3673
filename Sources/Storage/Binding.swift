internal import GRDB
internal import GRDBSQLite

/// A value as SQLite takes it.
protocol Bindable {
    /// Binds the value to a parameter, counted from 1; gives SQLite's result code.
    func bind(to statement: SQLiteStatement, at parameter: Int32) -> Int32
}

extension Int: Bindable {
    func bind(to statement: SQLiteStatement, at parameter: Int32) -> Int32 { sqlite3_bind_int64(statement, parameter, Int64(self)) }
}

extension Bool: Bindable {
    func bind(to statement: SQLiteStatement, at parameter: Int32) -> Int32 { sqlite3_bind_int64(statement, parameter, self ? 1 : 0) }
}

extension Double: Bindable {
    func bind(to statement: SQLiteStatement, at parameter: Int32) -> Int32 { sqlite3_bind_double(statement, parameter, self) }
}

extension String: Bindable {
    func bind(to statement: SQLiteStatement, at parameter: Int32) -> Int32 {
        var text = self
        return text.withUTF8 { bytes in
            // SQLite copies the bytes; an empty text has none to point to, and is no NULL.
            guard let start = bytes.baseAddress else { return sqlite3_bind_text(statement, parameter, "", 0, nil) }
            return start.withMemoryRebound(to: CChar.self, capacity: bytes.count) {
                sqlite3_bind_text64(statement, parameter, $0, UInt64(bytes.count), unsafeBitCast(-1, to: sqlite3_destructor_type.self), UInt8(SQLITE_UTF8))
            }
        }
    }
}

extension Optional: Bindable where Wrapped: Bindable {
    func bind(to statement: SQLiteStatement, at parameter: Int32) -> Int32 {
        self?.bind(to: statement, at: parameter) ?? sqlite3_bind_null(statement, parameter)
    }
}

// GRDB's own arguments are boxed, copied and boxed again, which costs more than SQLite's work; a page has a thousand of them.
extension Statement {
    /// Binds all parameters in their order and runs the statement; it is kept for the next time.
    func run<each Value: Bindable>(_ values: repeat each Value) throws {
        try bind(repeat each values)
        try step()
    }

    /// Binds parameters in their order, the first one counted from 1.
    func bind<each Value: Bindable>(_ values: repeat each Value, from first: Int32 = 1) throws {
        var parameter = first
        for value in repeat each values {
            let code = value.bind(to: sqliteStatement, at: parameter)
            guard code == SQLITE_OK else { throw failure(code) }
            parameter += 1
        }
    }

    /// Runs a statement that gives no rows and whose parameters are bound.
    func step() throws {
        let code = sqlite3_step(sqliteStatement)
        guard code == SQLITE_DONE else {
            let failure = failure(code)
            sqlite3_reset(sqliteStatement)
            throw failure
        }
        sqlite3_reset(sqliteStatement)
    }

    private func failure(_ code: Int32) -> DatabaseError {
        let connection = sqlite3_db_handle(sqliteStatement)
        let extended = sqlite3_extended_errcode(connection)
        return DatabaseError(
            resultCode: ResultCode(rawValue: extended == SQLITE_OK ? code : extended), message: sqlite3_errmsg(connection).map { String(cString: $0) }, sql: sql)
    }
}
