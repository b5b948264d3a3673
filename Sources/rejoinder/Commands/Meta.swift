internal import ArgumentParser
internal import Exchange
internal import Foundation
internal import Reporting
internal import Storage

struct Meta: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Your own columns of articles and authors, for --where.",
        discussion: """
            EXAMPLES:
              rejoinder meta import outlets.csv
            """, subcommands: [ImportMeta.self])
}

struct ImportMeta: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Join the columns of a CSV file to articles or authors.",
        discussion: """
            The first row names the columns. One of them is `article` (an id as `list` prints it, an address, or a source path) or `author`
            (a name as comments show it); the others become fields of --where. Importing again replaces; an empty cell takes a value away.
            Exit status 3 where a row names nothing that is stored.

            EXAMPLES:
              rejoinder meta import outlets.csv
              rejoinder list --where 'leaning=left and country=DE'
            """)

    @Argument(help: "The file.") var file: String
    @OptionGroup var database: DatabaseOptions

    func run() throws {
        let path = database.resolvedPath(try Settings.load())
        guard FileManager.default.fileExists(atPath: path) else { throw Failure(.impossible, "\(path): no such database; run `rejoinder analyze PAGE` first") }
        guard let data = FileManager.default.contents(atPath: file) else { throw Failure(.impossible, "\(file): the file cannot be read") }
        let table: [[String]]
        do { table = try readCSV(data) } catch { throw Failure(.impossible, "\(file):\(error.line): \(error.message)") }
        guard let header = table.first else { throw Failure(.impossible, "\(file): the file is empty; its first row must name the columns") }
        guard let key = header.firstIndex(where: { ["article", "author"].contains($0.lowercased()) }) else {
            throw Failure(.impossible, "\(file):1: no column `article` or `author`; one of them must say what a row is about")
        }
        let names = header.indices.filter { $0 != key }.map { header[$0] }
        if let taken = names.first(where: { Selection.fields.contains($0.lowercased()) || $0.isEmpty }) {
            throw Failure(.impossible, "\(file):1: a column cannot be named '\(taken)'; give it another name in the file")
        }
        for (index, row) in table.enumerated() where row.count != header.count {
            throw Failure(.impossible, "\(file): row \(index + 1) has \(row.count) cells, and the first row \(header.count)")
        }
        let rows = table.dropFirst().map { row in (key: row[key], values: header.indices.filter { $0 != key }.map { row[$0] }) }
        let store = try storing { () throws(StorageError) in try Store(path: path) }
        let outcome = try storing { () throws(StorageError) in
            header[key].lowercased() == "article" ? try store.importColumns(names, ofArticles: rows) : try store.importColumns(names, ofAuthors: rows)
        }
        Terminal.print("\(outcome.joined) of \(rows.count) rows joined; columns: \(terminalSafeLine(names.joined(separator: ", ")))")
        guard outcome.missing.isEmpty else {
            Terminal.note("Nothing stored is named \(outcome.missing.prefix(5).map { "'\($0)'" }.joined(separator: ", "))\(outcome.missing.count > 5 ? " and \(outcome.missing.count - 5) more" : "")")
            throw ExitCode(Failure.Status.partly.rawValue)
        }
    }
}
