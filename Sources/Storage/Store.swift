internal import DiscourseModel
internal import Foundation
internal import GRDB

/// One SQLite file with everything that was found in the pages given to it.
///
/// The database is kept in WAL mode: many processes may read it while one writes. A page is stored in one transaction or not at all.
/// The schema is made to be read with other tools; `schema()` gives it with its documentation.
package final class Store: Sendable {
    package let path: String
    let queue: DatabaseQueue
    let patience: Double

    package enum Mode: Sendable {
        /// Reads and writes; the file is made if it is not there, and brought to this version's schema if it is older.
        case readWriteCreate
        /// Reads what is there; nothing is written, a file is not made.
        case readOnly
    }

    /// Opens the database.
    /// - Parameters:
    ///   - patience: seconds to wait for another process's lock.
    ///   - pageLimit: the most pages of 4 KiB the file may have; for tests of a full disk.
    /// - Throws: `StorageError`, with `missing`, `notADatabase`, `newer`, `readOnly`, `unreadable`, `locked` ... as its kind.
    package init(path: String, mode: Mode = .readWriteCreate, patience: Double = 30, pageLimit: Int? = nil) throws(StorageError) {
        self.path = path
        self.patience = patience
        do {
            queue = try openDatabase(path: path, mode: mode, patience: patience, pageLimit: pageLimit)
        } catch {
            throw StorageError(error, path: path, task: "while opening it", waited: patience)
        }
    }

    /// Closes the connection, whoever else still holds the store: nobody may ask it anything after that. The last connection of all to close writes SQLite's
    /// log into the database, so that it is one file again; a process that ends without leaves the log beside it.
    package func close() { try? queue.close() }

    /// Runs `body` in one write transaction (`BEGIN IMMEDIATE`, so that a lock is waited for and not refused half-way).
    func write<T>(_ task: String, _ body: (Database) throws -> T) throws(StorageError) -> T {
        do {
            return try queue.writeWithoutTransaction { database in
                var result: T?
                try database.inTransaction(.immediate) {
                    result = try body(database)
                    return .commit
                }
                guard let result else { throw StorageError(.other, "\(path): nothing was written", advice: "Run the command again") }
                return result
            }
        } catch {
            throw StorageError(error, path: path, task: task, waited: patience)
        }
    }

    /// Runs `body` on one unchanging state of the database.
    func read<T>(_ body: (Database) throws -> T) throws(StorageError) -> T {
        do {
            return try queue.read(body)
        } catch {
            throw StorageError(error, path: path, task: "while reading it", waited: patience)
        }
    }

    /// Runs one statement, which sees one state of the database by itself: without the transaction of `read`, which costs more than a look-up.
    func readOnce<T>(_ body: (Database) throws -> T) throws(StorageError) -> T {
        do {
            return try queue.unsafeRead(body)
        } catch {
            throw StorageError(error, path: path, task: "while reading it", waited: patience)
        }
    }
}
