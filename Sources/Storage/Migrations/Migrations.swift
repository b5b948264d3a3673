internal import GRDB

/// A step from one version of the schema to the next. One file each; a released one is never changed.
struct Migration: Sendable {
    let name: String
    let sql: [String]
}

/// All of them, in order. A database's version (`PRAGMA user_version`) is the number of those it has been through.
let migrations: [Migration] = [
    .initial, .corrections, .parts, .notSeen, .forgotten, .readers, .tagHistory, .samples, .ownColumns, .bodyIndexes, .setLists, .leanTagHistory, .indexingByHand, .placePage,
    .leanTags,
]

/// Brings a database up to date: all steps that it lacks in one transaction, so that whoever is ended half-way leaves it as it was, and
/// of two processes that make the same file the second finds it made.
func migrate(_ database: Database) throws {
    try database.inTransaction(.immediate) {
        let version = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
        for migration in migrations.dropFirst(version) {
            for sql in migration.sql { try database.execute(sql: sql) }
        }
        if version < migrations.count { try database.execute(sql: "PRAGMA application_id = \(applicationID); PRAGMA user_version = \(migrations.count)") }
        return .commit
    }
}
