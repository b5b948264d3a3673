internal import Foundation

/// One thing to read: a file, or standard input.
package struct Input: Hashable, Sendable {
    /// The path as given (below a folder: the folder as given and the way down); `-` for standard input.
    package let source: String

    package init(source: String) { self.source = source }

    /// - Throws: `InputError` that says what is wrong with the file.
    package func bytes() throws(InputError) -> [UInt8] {
        if source == "-" { return [UInt8](FileHandle.standardInput.readDataToEndOfFile()) }
        let descriptor = open(source, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { throw InputError(source: source, reason: String(cString: strerror(errno)).lowercased()) }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            throw InputError(source: source, reason: "not a regular file")
        }
        guard status.st_size <= Input.sizeLimit else {
            throw InputError(source: source, reason: "\(status.st_size) bytes are over the limit of \(Input.sizeLimit)")
        }
        var bytes = [UInt8](repeating: 0, count: Int(status.st_size))
        var filled = 0
        while filled < bytes.count {
            let count = bytes.withUnsafeMutableBytes { read(descriptor, $0.baseAddress! + filled, $0.count - filled) }
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw InputError(source: source, reason: String(cString: strerror(errno)).lowercased()) }
            if count == 0 { break }
            filled += count
        }
        bytes.removeLast(bytes.count - filled)
        return bytes
    }

    /// The largest page that is read, in bytes.
    package static let sizeLimit = 64 << 20
}

/// An input that cannot be read: which, why, and what to do.
package struct InputError: Error, Hashable, Sendable, CustomStringConvertible {
    package let source: String
    package let reason: String
    package var description: String { "\(source): \(reason)" }

    package init(source: String, reason: String) {
        self.source = source
        self.reason = reason
    }
}

/// Files and folders as given → what to read, in a fixed order; and what was passed over, with the reason.
///
/// Folders are walked by name order. A browser's `page_files` folder beside `page.html`, hidden files and files that are no regular
/// files are passed over.
package func inputs(from paths: [String]) -> (inputs: [Input], problems: [InputError]) {
    var inputs: [Input] = []
    var problems: [InputError] = []
    for path in paths {
        var isFolder: ObjCBool = false
        if path == "-" {
            inputs.append(Input(source: path))
        } else if !FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) {
            problems.append(InputError(source: path, reason: "no such file or folder; check the spelling, or give - for standard input"))
        } else if isFolder.boolValue {
            var found: [Input] = []
            var visited: Set<String> = []
            walk(path, &found, &problems, &visited)
            if found.isEmpty {
                problems.append(InputError(source: path, reason: "the folder holds no page; give one with saved HTML or text files"))
            }
            inputs += found
        } else {
            inputs.append(Input(source: path))
        }
    }
    return (inputs, problems)
}

private let pageEndings: Set<String> = ["html", "htm", "xhtml", "txt", "text", "md", "asp", "aspx", "php", "shtml", "cgi", ""]

private func walk(_ folder: String, _ found: inout [Input], _ problems: inout [InputError], _ visited: inout Set<String>) {
    var status = stat()
    guard stat(folder, &status) == 0 else { return }
    // A link that leads back into a folder already walked ends here.
    guard visited.insert("\(status.st_dev):\(status.st_ino)").inserted else { return }
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder).sorted() else {
        problems.append(InputError(source: folder, reason: "the folder cannot be read; check its permissions"))
        return
    }
    let pages = Set(names.filter { $0.lowercased().hasSuffix(".html") || $0.lowercased().hasSuffix(".htm") }.map { stem($0) })
    for name in names where !name.hasPrefix(".") {
        let path = folder.hasSuffix("/") ? folder + name : folder + "/" + name
        guard stat(path, &status) == 0 else { continue }
        switch status.st_mode & S_IFMT {
        case S_IFDIR:
            if name.hasSuffix("_files"), pages.contains(String(name.dropLast(6))) { continue }
            walk(path, &found, &problems, &visited)
        case S_IFREG:
            let ending = name.contains(".") ? String(name.split(separator: ".").last ?? "").lowercased() : ""
            if pageEndings.contains(ending) { found.append(Input(source: path)) }
        default: continue
        }
    }
}

private func stem(_ name: String) -> String { String(name.prefix(name.lastIndex(of: ".").map { name.distance(from: name.startIndex, to: $0) } ?? name.count)) }
