import Foundation

/// Writes a file beside its place and renames it, so that no reader sees half of it. A file that has these bytes already is left alone.
///
/// What a killed run left half written has a name that the next run takes over. Two runs that write the same file wait for each other.
func writeFile(_ text: String, to path: String) throws {
    let place = URL(filePath: path)
    let folder = place.deletingLastPathComponent()
    do {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let data = Data(text.utf8)
        if FileManager.default.contents(atPath: path) == data { return }
        let part = folder.appending(path: ".\(place.lastPathComponent).part").path
        let file = try openAlone(part)
        defer { close(file) }
        do {
            try writeAll(data, to: file)
            guard rename(part, path) == 0 else { throw POSIXError.last }
        } catch {
            unlink(part)
            throw error
        }
    } catch {
        throw Failure(.impossible, "\(path): cannot be written (\((error as NSError).localizedDescription)); check the folder's permissions and the free space")
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
        if lstat(path, &named) == 0, opened.st_ino == named.st_ino, opened.st_dev == named.st_dev, ftruncate(file, 0) == 0 { return file }
        close(file)
    }
}

private func writeAll(_ data: Data, to file: Int32) throws {
    try data.withUnsafeBytes { bytes in
        var written = 0
        while written < bytes.count {
            let count = write(file, bytes.baseAddress! + written, bytes.count - written)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw POSIXError.last }
            written += count
        }
    }
}

extension POSIXError {
    fileprivate static var last: POSIXError { POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
}
