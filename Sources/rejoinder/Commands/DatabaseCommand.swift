internal import ArgumentParser
internal import Storage

struct DatabaseCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "db", abstract: "The database: its documented schema.",
        discussion: """
            EXAMPLES:
              rejoinder db schema
            """, subcommands: [DatabaseSchema.self])
}

struct DatabaseSchema: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schema", abstract: "Print the documented schema, with a comment on every table and view.",
        discussion: """
            EXAMPLES:
              rejoinder db schema
              sqlite3 rejoinder.sqlite 'select * from article_overview'
            """)

    func run() throws {
        Terminal.output(try storing { () throws(StorageError) in try Store(path: ":memory:").schema() })
    }
}
