internal import Foundation
internal import PatternTagging
internal import TOMLKit

/// What `--patterns` and `patterns = ` call the sets that ship.
let builtInPatterns = "built-in"

/// What a folder's `rejoinder.toml` says; without one, the defaults. Flags beat the file.
struct Settings {
    /// Paths are taken from the folder of the file.
    var database = "rejoinder.sqlite"
    var reports = "Reports"
    /// Folders and files of pattern sets, each replacing sets of the same name before it; `built-in` stands for those that ship.
    var patterns = [builtInPatterns]
    /// The sets to use, by name; `nil`: all.
    var sets: [String]?
    var templates: String?
    /// A file of corrections.
    var overrides: String?
    var minimumConfidence = 0.8
    /// Whether authors are always replaced by pseudonyms.
    var pseudonymize = false

    /// Reads the nearest `rejoinder.toml` from the working folder upwards.
    static func load() throws -> Settings {
        var folder = URL(filePath: FileManager.default.currentDirectoryPath)
        while true {
            let file = folder.appending(path: "rejoinder.toml")
            if FileManager.default.fileExists(atPath: file.path) { return try read(file.path, folder: folder.path) }
            guard folder.path != "/" else { return Settings() }
            folder.deleteLastPathComponent()
        }
    }

    private static func read(_ path: String, folder: String) throws -> Settings {
        guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
            throw Failure(.impossible, "\(path): cannot be read as UTF-8 text")
        }
        let table: TOMLTable
        do {
            table = try readTOML(text)
        } catch {
            throw Failure(.impossible, "\(path):\(error)")
        }
        var settings = Settings()
        func local(_ value: String) -> String {
            if value.hasPrefix("/") { return value }
            let inWorkingFolder = folder == FileManager.default.currentDirectoryPath
            return inWorkingFolder ? value : folder + "/" + value
        }
        settings.database = local(settings.database)
        settings.reports = local(settings.reports)
        for key in table.keys {
            switch key {
            case "database": settings.database = local(try string(table, key, path))
            case "reports": settings.reports = local(try string(table, key, path))
            case "overrides": settings.overrides = local(try string(table, key, path))
            case "pseudonymize":
                guard let flag = table[key]?.bool else { throw Failure(.impossible, "\(path): pseudonymize must be true or false") }
                settings.pseudonymize = flag
            case "patterns": settings.patterns = try strings(table, key, path).map { $0 == builtInPatterns ? $0 : local($0) }
            case "sets": settings.sets = try strings(table, key, path)
            case "templates": settings.templates = local(try string(table, key, path))
            case "min-confidence":
                guard let number = table[key]?.double ?? table[key]?.int.map(Double.init), (0...1).contains(number) else {
                    throw Failure(.impossible, "\(path): min-confidence must be a number from 0 to 1")
                }
                settings.minimumConfidence = number
            default:
                throw Failure(
                    .impossible,
                    "\(path): unknown setting '\(key)'; known are database, reports, patterns, sets, templates, overrides, pseudonymize, min-confidence")
            }
        }
        return settings
    }

    private static func string(_ table: TOMLTable, _ key: String, _ path: String) throws -> String {
        guard let value = table[key]?.string else { throw Failure(.impossible, "\(path): \(key) must be a text in quotation marks") }
        return value
    }

    /// A text, or a list of them.
    private static func strings(_ table: TOMLTable, _ key: String, _ path: String) throws -> [String] {
        guard let list = table[key]?.array else { return [try string(table, key, path)] }
        let values = list.compactMap(\.string)
        guard values.count == list.count, !values.isEmpty else {
            throw Failure(.impossible, "\(path): \(key) must be a text in quotation marks, or a list of them")
        }
        return values
    }

    /// The commented file that `rejoinder init` writes.
    static let template = """
        # Settings of rejoinder for this folder and those below it. Paths are taken from here; flags of a command beat this file.

        # The SQLite database that `analyze` fills.
        database = "rejoinder.sqlite"

        # Where `analyze` and `report` write.
        reports = "Reports"

        # The pattern files that tag themes and rhetoric. Edit them; `rejoinder patterns check` tries their examples.
        # Without this line the built-in sets are used. A list adds: of ["built-in", "Mine"], sets in Mine/ replace built-in ones of the same name.
        patterns = "Patterns"

        # Only some of the sets.
        # sets = ["conflict", "attack"]

        # Templates of the HTML report; without this line the built-in ones.
        # templates = "Templates"

        # What people correct (author, parent, no comment, wrong tag), as a file; `rejoinder fix --list --toml` writes its form.
        # overrides = "overrides.toml"

        # Replace authors by pseudonyms everywhere, under the key in rejoinder.key beside the database.
        # pseudonymize = true

        # Reply links that were inferred with less confidence (0 to 1) stay guesses.
        min-confidence = 0.8

        """
}
