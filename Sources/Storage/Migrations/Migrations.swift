internal import GRDB

/// A step from one version of the schema to the next. One file each; a released one is never changed.
struct Migration: Sendable {
    let name: String
    let sql: [String]
}

/// All of them, in order. A database's version (`PRAGMA user_version`) is the number of those it has been through.
let migrations: [Migration] = [
    .initial, .corrections, .parts, .notSeen, .forgotten, .readers, .tagHistory, .samples, .ownColumns,
]

let migrator: DatabaseMigrator = {
    var migrator = DatabaseMigrator()
    for (index, migration) in migrations.enumerated() {
        migrator.registerMigration(migration.name) { database in
            for sql in migration.sql { try database.execute(sql: sql) }
            try database.execute(sql: "PRAGMA application_id = \(applicationID); PRAGMA user_version = \(index + 1)")
        }
    }
    return migrator
}()
