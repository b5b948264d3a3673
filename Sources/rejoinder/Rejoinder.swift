internal import ArgumentParser
internal import Foundation

@main
struct Rejoinder: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rejoinder",
        abstract: "Reads what readers answer back: article, comments and reply chains out of any saved page, tagged, stored, reported.",
        discussion: """
            EXAMPLES:
              rejoinder analyze page.html --open      analyze a saved page and look at its report
              rejoinder analyze saved/                a folder of pages, into rejoinder.sqlite and Reports/
              rejoinder show a1                       the discussion as a tree
              rejoinder extract --jsonl saved/        article and comments as JSON lines, no database

            EXIT STATUS: 0 fine, 1 a check failed, 2 could not do it, 3 partly done.
            """,
        version: "rejoinder 0.1.0",
        subcommands: [
            Analyze.self, Report.self, Show.self, List.self, Extract.self, Patterns.self, Initialize.self, DatabaseCommand.self,
        ])

    static func main() {
        do {
            var command = try parseAsRoot()
            try command.run()
        } catch let failure as Failure {
            Terminal.error(failure.message)
            Foundation.exit(failure.status.rawValue)
        } catch let code as ExitCode {
            Foundation.exit(code.rawValue)
        } catch {
            // Help and version go to standard output and are no failure; a call that cannot be understood is one.
            let isFine = exitCode(for: error) == .success
            let text = fullMessage(for: error)
            if isFine { Terminal.print(text) } else { Terminal.note(text) }
            Foundation.exit(isFine ? 0 : Failure.Status.impossible.rawValue)
        }
    }
}

/// Why a command ends without having done all it was asked for.
struct Failure: Error {
    enum Status: Int32 {
        case checkFailed = 1
        case impossible = 2
        case partly = 3
    }
    var status: Status
    var message: String

    init(_ status: Status = .impossible, _ message: String) {
        self.status = status
        self.message = message
    }
}
