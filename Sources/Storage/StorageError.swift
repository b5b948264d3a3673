internal import GRDB

/// Why the database could not be opened, read or written, and what its user can do about it.
package struct StorageError: Error, Hashable, Sendable, CustomStringConvertible {
    package var kind: Kind
    /// One sentence, with the file's path and the numbers.
    package var message: String
    /// What to do next: one sentence.
    package var advice: String

    package enum Kind: String, Hashable, Sendable, CaseIterable {
        /// No file is there.
        case missing
        /// The file is no SQLite database, or another program's.
        case notADatabase
        /// A newer version of the program made it.
        case newer
        /// Another process kept it locked for as long as we waited.
        case locked
        /// The file, its folder or the disk cannot be written.
        case readOnly
        /// The file or its folder cannot be read.
        case unreadable
        /// No space is left on the disk.
        case full
        /// The system gave no memory.
        case memory
        /// SQLite found the file damaged.
        case damaged
        /// The page contradicts itself: an index points to nothing.
        case invalidPage
        /// SQLite does not take the page's values: one is too long, or breaks a rule of the schema.
        case refusedPage
        /// The database holds no such article.
        case noSuchArticle
        /// An expression asks for a field that is not there, or compares it with what it cannot be.
        case badSelection
        /// Anything else that SQLite reports.
        case other
    }

    package init(_ kind: Kind, _ message: String, advice: String) {
        self.kind = kind
        self.message = message
        self.advice = advice
    }

    /// Message and advice as one line.
    package var description: String { "\(message). \(advice)" }
}

extension StorageError {
    /// What an error of SQLite means to whoever runs the program.
    /// - Parameters:
    ///   - task: what was being done, as in "while storing 12 pages".
    ///   - seconds: how long a lock was waited for.
    init(_ error: any Error, path: String, task: String, waited seconds: Double) {
        if let known = error as? StorageError {
            self = known
            return
        }
        guard let error = error as? DatabaseError else {
            self.init(.other, "\(path): \(error) \(task)", advice: "Run the command again; if it fails again, report this message")
            return
        }
        let detail = error.message.map { ": \($0)" } ?? ""
        switch error.resultCode {
        case .SQLITE_NOTADB:
            self = .notADatabase(path)
        case .SQLITE_BUSY, .SQLITE_LOCKED:
            let holder = writerProcess(of: path).map { "another process (pid \($0)) is writing" } ?? "another process is using it"
            self.init(
                .locked, "\(path) is locked \(task): \(holder), and did not finish within \(seconds.inWords)",
                advice: "Wait until it has finished, or end it, and run the same command again; whole pages only are stored")
        case .SQLITE_FULL:
            self.init(
                .full, "The disk is full: \(path) could not be written \(task)",
                advice: "Free space and run the same command again; pages of earlier transactions are saved, and no page is half stored")
        case .SQLITE_NOMEM:
            self.init(
                .memory, "\(path): there was not enough memory \(task)",
                advice: "Close other programs or allow more (ulimit -v), and run the same command again; no page is half stored")
        case .SQLITE_READONLY, .SQLITE_PERM:
            self.init(
                .readOnly, "\(path) cannot be written \(task)",
                advice: "Make the file and its folder writable, or name another database with --db")
        case .SQLITE_CORRUPT:
            self.init(
                .damaged, "\(path) is damaged\(detail)",
                advice: "Restore it from a copy, or save what can be read with: sqlite3 \(path) .recover | sqlite3 recovered.sqlite")
        case .SQLITE_CANTOPEN:
            self.init(
                .unreadable, "\(path) cannot be opened \(task)",
                advice: "Check that the folder exists and that you may read and write it (SQLite keeps two files beside the database)")
        case .SQLITE_IOERR:
            self.init(
                .other, "\(path): the disk reports an error \(task)\(detail)",
                advice: "Check the disk, and run the same command again; no page is half stored")
        default:
            self.init(
                .other, "\(path): SQLite error \(error.extendedResultCode.rawValue) \(task)\(detail)",
                advice: "Run the command again; if it fails again, report this message")
        }
    }

    static func notADatabase(_ path: String, because reason: String? = nil) -> StorageError {
        StorageError(
            .notADatabase, "\(path) is not a rejoinder database" + (reason.map { " (\($0))" } ?? ""),
            advice: "Name another file with --db; this one was left as it is")
    }
}

extension Double {
    fileprivate var inWords: String { self == 1 ? "1 second" : self == rounded() ? "\(Int(self)) seconds" : "\(self) seconds" }
}
