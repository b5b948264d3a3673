import Foundation

/// Writes a file beside its place and renames it, so that no reader sees half of it. A file that has these bytes already is left alone.
func writeFile(_ text: String, to path: String) throws {
    let bytes = Array(text.utf8)
    if let there = FileManager.default.contents(atPath: path), there.elementsEqual(bytes) { return }
    let file = try FileOutput(path)
    try file.write(bytes)
    _ = try file.close()
}

/// A file that is written beside its place and renamed when it is whole; one that is never closed leaves nothing.
///
/// What a killed run left half written has a name that the next run takes over. Two runs that write the same file wait for each other.
final class FileOutput {
    private let path: String
    private let part: String
    private let file: Int32
    private var isWhole = false

    init(_ path: String) throws {
        let place = URL(filePath: path)
        let folder = place.deletingLastPathComponent()
        self.path = path
        part = folder.appending(path: ".\(place.lastPathComponent).part").path
        do {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            file = try openAlone(part)
        } catch {
            throw FileOutput.failure(path, error)
        }
    }

    func write(_ bytes: [UInt8]) throws {
        do {
            try bytes.withUnsafeBytes { bytes in
                guard let first = bytes.baseAddress else { return }
                var written = 0
                while written < bytes.count {
                    let count = Foundation.write(file, first + written, bytes.count - written)
                    if count < 0, errno == EINTR { continue }
                    guard count > 0 else { throw POSIXError.last }
                    written += count
                }
            }
        } catch {
            throw FileOutput.failure(path, error)
        }
    }

    /// Puts the file in its place.
    /// - Returns: its path.
    func close() throws -> String {
        guard rename(part, path) == 0 else { throw FileOutput.failure(path, POSIXError.last) }
        isWhole = true
        return path
    }

    deinit {
        if !isWhole { unlink(part) }
        Foundation.close(file)
    }

    private static func failure(_ path: String, _ error: any Error) -> Failure {
        Failure(.impossible, "\(path): cannot be written (\((error as NSError).localizedDescription)); check the folder's permissions and the free space")
    }
}

/// Opens a file for this process alone, empty. Who held it before may have renamed it meanwhile: then it is another file, and the name is opened anew.
private func openAlone(_ path: String) throws -> Int32 {
    while true {
        let file = open(path, O_WRONLY | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0o666)
        guard file >= 0 else { throw POSIXError.last }
        var isLocked = flock(file, LOCK_EX)
        while isLocked != 0, errno == EINTR { isLocked = flock(file, LOCK_EX) }
        var (opened, named) = (stat(), stat())
        guard isLocked == 0, fstat(file, &opened) == 0 else {
            defer { close(file) }
            throw POSIXError.last
        }
        if lstat(path, &named) == 0, opened.st_ino == named.st_ino, opened.st_dev == named.st_dev {
            if ftruncate(file, 0) == 0 { return file }
            defer { close(file) }
            throw POSIXError.last
        }
        close(file)
    }
}

extension POSIXError {
    fileprivate static var last: POSIXError { POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
}
