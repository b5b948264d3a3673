internal import Foundation

/// The process that holds SQLite's write lock on a database in WAL mode, where the system tells (Linux: `/proc/locks`).
///
/// The lock is byte 120 of the `-shm` file (https://www.sqlite.org/walformat.html, "WAL-Index File Locks").
/// It is looked up by the file's inode: opening and closing the file itself would drop this process's own locks on it.
func writerProcess(of path: String) -> Int? {
    guard let inode = (try? FileManager.default.attributesOfItem(atPath: path + "-shm"))?[.systemFileNumber] as? Int,
        let locks = try? String(contentsOfFile: "/proc/locks", encoding: .utf8)
    else { return nil }
    // 1: POSIX  ADVISORY  WRITE 4711 08:01:131090 120 120
    for line in locks.utf8.split(separator: 10) {
        let fields = line.split(separator: 32).map { String(decoding: $0, as: UTF8.self) }
        guard fields.count == 8, fields[3] == "WRITE", fields[5].hasSuffix(":\(inode)"), let pid = Int(fields[4]), pid > 0,
            let first = Int(fields[6]), let last = Int(fields[7]), (first...max(first, last)).contains(120)
        else { continue }
        return pid
    }
    return nil
}
