internal import Foundation
internal import GRDB

/// "rjnd": marks the file as this program's (https://www.sqlite.org/pragma.html#pragma_application_id).
let applicationID = 0x726A_6E64

/// Opens a database, refuses what is none of ours before a byte of it is changed, and brings an older schema up to date.
func openDatabase(path: String, mode: Store.Mode, patience: Double, pageLimit: Int?) throws -> DatabaseQueue {
    try checkFile(path, mode: mode)
    MemoryStatistics.areLeftOut
    var configuration = Configuration()
    // A connection that may not write cannot take away the files that WAL keeps beside the database. So where the file can be written,
    // one that only reads is opened for writing and told to refuse it; the last one to close leaves the database alone in its folder.
    let mayWrite = FileManager.default.isWritableFile(atPath: path)
    configuration.readonly = mode == .readOnly && !mayWrite
    // Set before anything else is done with the connection, so that the change to WAL waits as well.
    configuration.busyMode = .timeout(patience)
    configuration.foreignKeysEnabled = true
    configuration.prepareDatabase { database in
        try database.execute(sql: "PRAGMA cache_size = -65536; PRAGMA temp_store = MEMORY")
        if mode == .readOnly { try database.execute(sql: "PRAGMA query_only = ON") }
    }
    let queue = try DatabaseQueue(path: path, configuration: configuration)
    let version = try queue.writeWithoutTransaction { try schemaVersion($0, path: path, mode: mode) }
    guard mode == .readWriteCreate else { return queue }
    try queue.writeWithoutTransaction { database in
        try database.execute(sql: "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL")
        if let pageLimit { try database.execute(sql: "PRAGMA max_page_count = \(pageLimit)") }
    }
    if version < migrations.count { try queue.writeWithoutTransaction(migrate) }
    return queue
}

/// The schema's version by `user_version`, 0 for an empty file.
private func schemaVersion(_ database: Database, path: String, mode: Store.Mode) throws -> Int {
    let application = try Int.fetchOne(database, sql: "PRAGMA application_id") ?? 0
    let version = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
    if application != applicationID {
        let isEmpty = try Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_schema") == 0
        guard application == 0, version == 0, isEmpty else {
            throw StorageError.notADatabase(path, because: "it is another program's SQLite file")
        }
        guard mode == .readWriteCreate else { throw StorageError.notADatabase(path, because: "it is empty") }
        return 0
    }
    guard version <= migrations.count else {
        throw StorageError(
            .newer, "\(path) was made by a newer rejoinder (schema \(version) > \(migrations.count))",
            advice: "Use that version or a newer one, or name another database with --db")
    }
    guard version == migrations.count || mode == .readWriteCreate else {
        throw StorageError(
            .readOnly, "\(path) was made by an older rejoinder (schema \(version) < \(migrations.count)) and is opened for reading only",
            advice: "Run a command that writes, such as analyze, on it once; it brings the database up to date")
    }
    return version
}

/// What the file system can tell sooner and more plainly than SQLite.
private func checkFile(_ path: String, mode: Store.Mode) throws(StorageError) {
    let files = FileManager.default
    var isFolder: ObjCBool = false
    guard files.fileExists(atPath: path, isDirectory: &isFolder) else {
        if mode == .readOnly {
            throw StorageError(
                .missing, "There is no database \(path)", advice: "Make one with: rejoinder analyze PAGE --db \(path)")
        }
        let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
        guard files.fileExists(atPath: folder, isDirectory: &isFolder), isFolder.boolValue else {
            throw StorageError(.missing, "There is no folder \(folder) for the database \(path)", advice: "Make the folder first: mkdir -p \(folder)")
        }
        guard files.isWritableFile(atPath: folder) else {
            throw StorageError(
                .readOnly, "The database \(path) cannot be made: its folder is not writable",
                advice: "Name a file in a folder of your own with --db")
        }
        return
    }
    if isFolder.boolValue {
        throw StorageError(.notADatabase, "\(path) is a folder, not a database", advice: "Name a file with --db, such as \(path)/rejoinder.sqlite")
    }
    guard files.isReadableFile(atPath: path) else {
        throw StorageError(.unreadable, "\(path) cannot be read", advice: "Ask its owner for the right to read it, or name another database with --db")
    }
    if mode == .readWriteCreate, !files.isWritableFile(atPath: path) {
        throw StorageError(
            .readOnly, "\(path) cannot be written", advice: "Make it writable (chmod u+w \(path)), or name another database with --db")
    }
}
