@testable import Storage
import GRDB
import Testing

/// Runs that the same sets made share one list of them.
@Suite struct SetListTests {
    /// A database as it was when each run had its own rows: three runs, two of them by the same sets.
    @Test func runsKeepTheirSetsWhenListsAreMade() throws {
        let folder = try Folder()
        let path = folder.file()
        let before = migrations.firstIndex { $0.name == "set-lists" } ?? 0
        try DatabaseQueue(path: path).writeWithoutTransaction { database in
            for migration in migrations.prefix(before) { for sql in migration.sql { try database.execute(sql: sql) } }
            try database.execute(sql: "PRAGMA foreign_keys = OFF; PRAGMA application_id = \(applicationID); PRAGMA user_version = \(before)")
            for set in 1...3 { try database.execute(sql: "INSERT INTO pattern_sets (id, name, kind, sha256, file) VALUES (\(set), 's\(set)', 'theme', 'x\(set)', 'f')") }
            for (run, sets) in [(1, [2, 1]), (2, [3]), (3, [2, 1]), (4, [])] {
                try database.execute(sql: "INSERT INTO tag_runs (id, capture_id) VALUES (\(run), \(run))")
                for (position, set) in sets.enumerated() { try database.execute(sql: "INSERT INTO tag_run_sets VALUES (\(run), \(position), \(set))") }
            }
        }
        let store = try Store(path: path)
        let (rows, lists) = try store.read { database in
            (
                try Row.fetchAll(database, sql: "SELECT run_id, pattern_set_id FROM tag_run_sets ORDER BY run_id, position").map { [$0.int(0), $0.int(1)] },
                try Int.fetchOne(database, sql: "SELECT count(DISTINCT id) FROM set_lists")
            )
        }
        #expect(rows == [[1, 2], [1, 1], [2, 3], [3, 2], [3, 1]])
        #expect(lists == 2)
    }
}
