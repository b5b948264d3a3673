internal import ArgumentParser
internal import DiscourseModel
internal import Exchange
internal import Foundation
internal import Pipeline
internal import Storage

struct Export: ParsableCommand {
    enum Format: String, ExpressibleByArgument, CaseIterable { case csv, jsonl }

    static let configuration = CommandConfiguration(
        abstract: "Write what is stored as tables (CSV) or JSON lines, for pandas, R, DuckDB.",
        discussion: """
            CSV: \(ExportTable.all.map { $0.name + ".csv" }.joined(separator: ", ")) (RFC 4180, UTF-8). Ids carry a letter. A text that a
            spreadsheet would take for a formula gets an apostrophe before it; --raw-csv leaves it as it is.
            JSON lines: articles.jsonl, a record rejoinder.report/1 an article.

            EXAMPLES:
              rejoinder export -o tables/
              rejoinder export -o tables/ --where 'site=example.org and tag=shouting'
              rejoinder export --format jsonl -o - | jq .title
            """)

    @Option(help: "csv or jsonl.") var format: Format = .csv
    @Option(name: [.short, .customLong("output")], help: "Folder to write to; - is standard output (JSON lines only).") var output: String
    @Flag(help: "CSV: texts as they are, even where a spreadsheet would calculate with them.") var rawCsv = false
    @OptionGroup var selection: SelectionOptions
    @OptionGroup var database: DatabaseOptions

    func validate() throws {
        if output == "-", format == .csv { throw ValidationError("CSV is several tables; name a folder with -o.") }
    }

    func run() throws {
        let store = try database.open(Settings.load())
        let chosen = try selection.parsed()
        let folder = output.hasSuffix("/") ? output : output + "/"
        switch format {
        case .csv:
            for table in ExportTable.all {
                let file = try FileOutput(folder + table.name + ".csv")
                var writer: CSVWriter?
                try storing { () throws(StorageError) in
                    try store.read(table, where: chosen) { writer = CSVWriter(header: $0, guardsFormulas: !rawCsv) } row: { row in
                        writer?.row(row.map(cell))
                        if let full = writer?.bytes.count, full > 1 << 20 { try file.write(writer?.take() ?? []) }
                    }
                }
                try file.write(writer?.take() ?? [])
                Terminal.print(try file.close())
            }
        case .jsonl:
            let file = output == "-" ? nil : try FileOutput(folder + "articles.jsonl")
            for article in try storing({ () throws(StorageError) in try store.articles(where: chosen) }) {
                let page = withMeasures(try storing { () throws(StorageError) in try store.load(article: article.id) })
                let line = reportJSON(page) + "\n"
                if let file { try file.write(Array(line.utf8)) } else { Terminal.output(line) }
            }
            if let file { Terminal.print(try file.close()) }
        }
    }

    private func cell(_ value: ExportTable.Value) -> CSVWriter.Cell {
        switch value {
        case .text(let text): .text(text)
        case .integer(let number): .number(number)
        case .real(let number): .real(number)
        case .null: .nothing
        }
    }
}
