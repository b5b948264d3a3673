internal import ArgumentParser

@main
struct Rejoinder: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rejoinder",
        abstract: "Reads what readers answer back: article, comments and reply chains out of any saved page.",
        version: "0.1.0",
        subcommands: [Extract.self])
}
