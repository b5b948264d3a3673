import Foundation
import GRDB
import Testing

@testable import Storage
@testable import rejoinder

/// Databases that are none, not whole, newer or older than the program.
@Suite struct DatabaseFaultTests {
    @Test func aNewerDatabaseIsRefusedAndLeftAlone() throws {
        try inTrial { trial in
            try OlderDatabase.write(to: trial.folder.appending(path: "newer.sqlite").path, schema: migrations.count)
            try DatabaseQueue(path: trial.folder.appending(path: "newer.sqlite").path).writeWithoutTransaction { try $0.execute(sql: "PRAGMA user_version = 99") }
            let before = try trial.bytes("newer.sqlite")
            try InventedPage.pages(1, in: trial.folder.appending(path: "in"))
            for command in [["analyze", "in", "--no-report"], ["list"], ["tag"], ["export", "-o", "out"]] {
                trial.expect(try trial.run(command + ["--db", "newer.sqlite"]), says: "made by a newer rejoinder (schema 99 > \(migrations.count))", status: 2)
            }
            trial.expect(try trial.run("doctor", "--db", "newer.sqlite"), says: "a newer rejoinder", status: 1)
            #expect(try trial.bytes("newer.sqlite") == before)
        }
    }

    /// From every version there was.
    @Test(arguments: 1..<migrations.count) func anOlderDatabaseIsBroughtUpToDate(_ schema: Int) throws {
        try inTrial { trial in
            try OlderDatabase.write(to: trial.folder.appending(path: "older.sqlite").path, schema: schema)
            trial.expect(try trial.run("list", "--db", "older.sqlite"), says: "brings the database up to date", status: 2)
            try InventedPage.pages(1, in: trial.folder.appending(path: "in"))
            trial.expect(try trial.run("analyze", "in", "--no-report", "--db", "older.sqlite"), says: "a2", status: 0)
            trial.expect(try trial.run("show", "a1", "--db", "older.sqlite"), says: "The bridge over the weir was never closed.", status: 0)
            #expect(try trial.integrity(of: "older.sqlite") == "ok")
            // The tables are those of a new database.
            trial.expect(try trial.run("analyze", "in", "--no-report", "--db", "new.sqlite").status == 0, "a new database")
            func objects(_ name: String) throws -> Set<String> {
                try DatabaseQueue(path: trial.folder.appending(path: name).path).read { Set(try String.fetchAll($0, sql: "SELECT name || coalesce(sql, '') FROM sqlite_schema")) }
            }
            #expect(try objects("older.sqlite") == objects("new.sqlite"))
        }
    }

    /// What was begun and never became a database is begun again.
    @Test func anEmptyFileBecomesADatabase() throws {
        try inTrial { trial in
            try trial.write("", to: "empty.sqlite")
            try InventedPage.pages(1, in: trial.folder.appending(path: "in"))
            trial.expect(try trial.run("analyze", "in", "--no-report", "--db", "empty.sqlite"), says: "a1", status: 0)
        }
    }

    /// Its last pages are in the file beside it: without that, it is as it was before them.
    @Test func aDatabaseWithoutItsLogIsOlderAndSound() throws {
        try inTrial { trial in
            try InventedPage.pages(2, in: trial.folder.appending(path: "in"))
            trial.expect(try trial.run("analyze", "in/pier-1000.html", "--no-report").status == 0, "the first page")
            // A reader that stays keeps the log from being written back.
            try DatabaseQueue(path: trial.folder.appending(path: "rejoinder.sqlite").path).writeWithoutTransaction { database in
                try database.execute(sql: "BEGIN; SELECT count(*) FROM articles")
                trial.expect(try trial.run("analyze", "in", "--no-report"), says: "a2", status: 0)
                try trial.write(try trial.bytes("rejoinder.sqlite"), to: "alone.sqlite")
                try database.execute(sql: "COMMIT")
            }
            // Where the first run left all it wrote in the log, the file alone is a database not yet made.
            if let check = try trial.integrity(of: "alone.sqlite") { trial.expect(check == "ok", check) }
            trial.expect(try trial.run("analyze", "in", "--no-report", "--db", "alone.sqlite").status == 0, "the rerun failed")
            #expect(try trial.run("list", "--jsonl", "--db", "alone.sqlite").output.split(separator: "\n").count == 2)
        }
    }
}
