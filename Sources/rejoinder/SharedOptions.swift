internal import ArgumentParser
internal import BuiltIn
internal import Digest
internal import DiscourseModel
internal import Foundation
internal import PatternTagging
internal import Reporting
internal import Storage

enum ColorChoice: String, ExpressibleByArgument, CaseIterable { case auto, always, never }

/// `--db`, for every command that opens the database.
struct DatabaseOptions: ParsableArguments {
    @Option(name: .customLong("db"), help: "The SQLite database (default: rejoinder.sqlite, or what rejoinder.toml says).")
    var path: String?

    func resolvedPath(_ settings: Settings) -> String { path ?? settings.database }

    /// Opens a database that must be there, to read it.
    func open(_ settings: Settings) throws -> Store { try open(settings, mode: .readOnly) }

    /// Opens a database that must be there, to change it.
    func openToWrite(_ settings: Settings) throws -> Store { try open(settings, mode: .readWriteCreate) }

    private func open(_ settings: Settings, mode: Store.Mode) throws -> Store {
        let path = resolvedPath(settings)
        guard FileManager.default.fileExists(atPath: path) else {
            throw Failure(.impossible, "\(path): no such database. Run `rejoinder analyze PAGE` first, or name another with --db")
        }
        return try storing { () throws(StorageError) in try Store(path: path, mode: mode) }
    }
}

/// `--patterns` and `--sets`, for every command that tags.
struct PatternOptions: ParsableArguments {
    @Option(
        name: .customLong("patterns"),
        help: "A folder of pattern files, or one file (default: what rejoinder.toml says, else built-in). Give it again to add: a set replaces one of its name given before; `built-in` stands for those that ship.")
    var folders: [String] = []
    @Option(help: "Use these sets only, with commas between.") var sets: String?

    /// The sets named on the command line.
    var named: [String]? { sets.map { $0.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) } } }

    /// The files of each folder.
    func layers(_ settings: Settings) throws -> [[PatternFile]] {
        try (folders.isEmpty ? settings.patterns : folders).map { folder in
            guard folder == builtInPatterns else { return try PatternFolder.files(in: folder) }
            return BuiltIn.patterns.map { PatternFile(path: $0.path, text: $0.text, sha256: SHA256.hex($0.text.utf8)) }
        }
    }

    /// All tags that are wanted, and what is wrong with their files.
    func load(_ settings: Settings) throws -> (library: PatternLibrary, problems: [PatternProblem]) {
        try load(try layers(settings), settings)
    }

    /// - Parameter keepsOthers: the sets that `--sets` does not name are loaded too.
    func load(
        _ layers: [[PatternFile]], _ settings: Settings, keepsOthers: Bool = false
    ) throws -> (library: PatternLibrary, problems: [PatternProblem]) {
        let wanted = keepsOthers ? settings.sets : named ?? settings.sets
        let loaded = PatternLibrary.load(layers: layers, sets: wanted.map(Set.init))
        if let missing = ((wanted ?? []) + (named ?? [])).first(where: { name in !loaded.library.versions.contains { $0.set == name } }) {
            for problem in loaded.problems { Terminal.note(problem.description) }
            throw Failure(.impossible, "there is no set '\(missing)'; \(loaded.library.adviceOnSet(missing) ?? "`rejoinder patterns list` names them")")
        }
        return loaded
    }

    /// The same for commands that need every pattern to be right.
    func loadSound(_ settings: Settings) throws -> PatternLibrary {
        let (library, problems) = try load(settings)
        for problem in problems { Terminal.note(problem.description) }
        guard !problems.contains(where: { $0.severity == .error }) else {
            throw Failure(.checkFailed, "the patterns have errors (named above)")
        }
        return library
    }
}

/// Names the lines that a limit stopped: that nothing was found by them means nothing.
func noteOverruns(_ overruns: some Collection<LineOverrun>) {
    // Of a line that one thread set aside and another did not, the worse is told.
    let aside = Set(overruns.filter(\.isSetAside).map { [$0.tag, $0.line] })
    let told = overruns.filter { $0.isSetAside || !aside.contains([$0.tag, $0.line]) }
    for overrun in told.sorted(by: { ($0.tag, $0.line) < ($1.tag, $1.line) }) { Terminal.note("limit: \(overrun)") }
}

/// Pattern files on disk.
enum PatternFolder {
    /// All `.toml` files below a folder, or the one file given; by name.
    static func files(in path: String) throws -> [PatternFile] {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
            throw Failure(.impossible, "\(path): no such pattern folder. `rejoinder init` writes one with the built-in sets")
        }
        let paths: [String]
        if isFolder.boolValue {
            guard let walk = FileManager.default.enumerator(atPath: path) else {
                throw Failure(.impossible, "\(path): the folder cannot be read; check its permissions")
            }
            paths = walk.compactMap { $0 as? String }
                .filter { path in path.hasSuffix(".toml") && !path.split(separator: "/").contains { $0.hasPrefix(".") } }.sorted()
                .map { path.hasSuffix("/") ? path + $0 : path + "/" + $0 }
            guard !paths.isEmpty else { throw Failure(.impossible, "\(path): no pattern file (*.toml) in it") }
        } else {
            paths = [path]
        }
        return paths.map(file)
    }

    /// One that cannot be read hides no other: it is a file with a fault.
    private static func file(at path: String) -> PatternFile {
        var status = stat()
        guard stat(path, &status) == 0 else { return PatternFile(path: path, unreadable: "a link that leads nowhere", suggestion: "take it away") }
        // A named pipe would be waited for.
        guard status.st_mode & S_IFMT == S_IFREG else { return PatternFile(path: path, unreadable: "not a regular file", suggestion: "take it away") }
        guard let data = FileManager.default.contents(atPath: path) else {
            return PatternFile(path: path, unreadable: "the file cannot be read", suggestion: "check its permissions")
        }
        return PatternFile(path: path, bytes: Array(data), sha256: SHA256.hex(data))
    }
}

/// Runs a step of the database and turns its error into the command's.
func storing<T>(_ step: () throws(StorageError) -> T) throws -> T {
    do { return try step() } catch { throw Failure(.impossible, error.description) }
}

/// The templates of the reports: the built-in ones, or those in a folder, and for what it lacks the built-in ones.
func reportTemplates(_ folder: String?) throws -> ReportTemplates {
    var files = Dictionary(uniqueKeysWithValues: BuiltIn.templates.map { ($0.path, $0.text) })
    if let folder {
        let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).filter { name in
            [".mustache", ".css", ".js"].contains { name.hasSuffix($0) }
        }
        guard !names.isEmpty else { throw Failure(.impossible, "\(folder): no templates (*.mustache, report.css, report.js) in it") }
        for name in names {
            guard let text = try? String(contentsOfFile: folder + "/" + name, encoding: .utf8) else {
                throw Failure(.impossible, "\(folder)/\(name): the template cannot be read as UTF-8 text")
            }
            files[name] = text
        }
    }
    do { return try ReportTemplates(files: files.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }) } catch { throw Failure(.impossible, "\(error)") }
}
