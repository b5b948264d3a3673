internal import Foundation
package import PageReading

/// One file to read, or standard input.
package struct Input: Hashable, Sendable {
    /// The path as given (below a folder: the folder as given and the way down); `-` for standard input.
    package let source: String
    /// Bytes on disk; 0 where nobody knows.
    package let size: Int

    package init(source: String, size: Int = 0) {
        self.source = source
        self.size = size
    }

    /// The whole file, as it lies on disk.
    /// - Throws: `ReadingProblem` that says what is wrong with the file.
    package func bytes() throws(ReadingProblem) -> [UInt8] {
        let file = try InputFile(self)
        var bytes: [UInt8] = []
        var room = [UInt8](repeating: 0, count: 1 << 16)
        while case .bytes(let count) = room.withUnsafeMutableBytes({ file.pull(into: $0) }) {
            bytes += room[..<count]
            guard bytes.count <= ReadingLimits().page else {
                throw ReadingProblem(.tooLarge, source: source, reason: "over the limit of \(bytesInWords(ReadingLimits().page))")
            }
        }
        if let problem = file.problem { throw problem }
        return bytes
    }
}

/// What there is to read, in a fixed order; and what there is not.
package struct InputList: Sendable {
    package var inputs: [Input] = []
    package var problems: [ReadingProblem] = []
    /// Files that are no pages by their names, as counted things.
    package var passedOver: [String: Int] = [:]
}

/// Files, folders and patterns (`saved/*.html`) as given → what to read.
///
/// Folders are walked by name order. A browser's `page_files` folder beside `page.html` and hidden files are no pages; what is no
/// regular file is passed over and named.
package func inputs(from paths: [String]) -> InputList {
    var list = InputList()
    for path in paths {
        var status = stat()
        if path == "-" {
            list.inputs.append(Input(source: path))
        } else if stat(path, &status) != 0 {
            let found = errno == ENOENT ? matches(path) : []
            if found.isEmpty { list.problems.append(missing(path, code: errno)) }
            for path in found { add(path, to: &list) }
        } else {
            add(path, to: &list)
        }
    }
    return list
}

/// The paths that a file lists, one a line; `-` is standard input. Empty lines count for nothing.
package func paths(inList path: String) throws(ReadingProblem) -> [String] {
    let text: [UInt8]
    do { text = try Input(source: path).bytes() } catch { throw ReadingProblem(error.kind, source: path, reason: "the list of inputs: \(error.reason)") }
    return text.split { $0 == 0x0A || $0 == 0x0D }.map { String(decoding: $0, as: UTF8.self) }.filter { !$0.isEmpty }
}

private func missing(_ path: String, code: Int32) -> ReadingProblem {
    code == ENOENT || code == ENOTDIR
        ? ReadingProblem(.missing, source: path, reason: "no such file or folder; check the spelling, or give - for standard input")
        : ReadingProblem(.unreadable, source: path, reason: String(cString: strerror(code)).lowercased())
}

/// What a pattern with `*`, `?` or `[` stands for: shells leave it as it is where it is quoted.
private func matches(_ pattern: String) -> [String] {
    guard pattern.contains(where: { "*?[".contains($0) }) else { return [] }
    var result = glob_t()
    defer { globfree(&result) }
    guard glob(pattern, 0, nil, &result) == 0 else { return [] }
    return (0..<Int(result.gl_pathc)).compactMap { result.gl_pathv[$0].map { String(cString: $0) } }
}

private func add(_ path: String, to list: inout InputList) {
    var status = stat()
    guard stat(path, &status) == 0 else {
        list.problems.append(missing(path, code: errno))
        return
    }
    guard status.st_mode & S_IFMT == S_IFDIR else {
        list.inputs.append(Input(source: path, size: status.st_mode & S_IFMT == S_IFREG ? Int(status.st_size) : 0))
        return
    }
    let before = (list.inputs.count, list.problems.count)
    var walk = FolderWalk(root: path, list: list)
    walk.folder(path)
    list = walk.list
    if (list.inputs.count, list.problems.count) == before {
        list.problems.append(
            ReadingProblem(.missing, source: path, reason: "the folder holds no page; give one with saved HTML, text files or archives"))
    }
}

/// A walk over a folder given by the user.
private struct FolderWalk {
    var list: InputList
    private let root: String
    private var visited: Set<[UInt64]> = []

    init(root: String, list: InputList) {
        self.list = list
        self.root = (realpathOf(root) ?? root) + "/"
    }

    mutating func folder(_ path: String) {
        var status = stat()
        guard stat(path, &status) == 0 else { return }
        guard visited.insert([UInt64(status.st_dev), UInt64(status.st_ino)]).inserted else {
            return passOver(path, "a link back into a folder that was walked already")
        }
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: path).sorted() else {
            list.problems.append(ReadingProblem(.unreadable, source: path, reason: "the folder cannot be read; check its permissions"))
            return
        }
        let pages = Set(names.filter { [".html", ".htm", ".xhtml"].contains(where: $0.lowercased().hasSuffix) }.map { $0[..<($0.lastIndex(of: ".") ?? $0.endIndex)] })
        for name in names where !name.hasPrefix(".") {
            entry(path.hasSuffix("/") ? path + name : path + "/" + name, name: name, pages: pages)
        }
    }

    private mutating func entry(_ path: String, name: String, pages: Set<Substring>) {
        var status = stat()
        guard lstat(path, &status) == 0 else { return }
        if status.st_mode & S_IFMT == S_IFLNK {
            guard stat(path, &status) == 0, let target = realpathOf(path) else { return passOver(path, "a link that leads nowhere") }
            guard (target + "/").hasPrefix(root) else { return passOver(path, "a link that leads out of the folder; give its target itself to read it") }
        }
        switch status.st_mode & S_IFMT {
        case S_IFDIR:
            if let page = PageNames.page(ofCompanion: name), pages.contains(page) { return }
            folder(path)
        case S_IFREG:
            if PageNames.isPageOrContainer(name) {
                list.inputs.append(Input(source: path, size: Int(status.st_size)))
            } else {
                list.passedOver["files that are no pages by their names", default: 0] += 1
            }
        case S_IFIFO: passOver(path, "a named pipe")
        default: passOver(path, "not a regular file")
        }
    }

    private mutating func passOver(_ path: String, _ what: String) {
        list.problems.append(ReadingProblem(.special, source: path, reason: what + "; passed over"))
    }
}

private func realpathOf(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
}
