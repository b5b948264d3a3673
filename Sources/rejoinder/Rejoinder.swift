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
            Analyze.self, Report.self, Show.self, List.self, Search.self, Kwic.self, Stats.self, Compare.self, Dupes.self, Captures.self,
            Extract.self, Export.self, Tag.self, Patterns.self, Sample.self, Score.self, Agree.self, Suggest.self, Fix.self, Meta.self,
            Forget.self, Initialize.self, Doctor.self, SelfTest.self, DatabaseCommand.self,
        ])

    static func main() {
        Interruption.unblock()
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
            if !isFine, let unknown = unknownCommand() {
                Terminal.error(unknown)
                Foundation.exit(Failure.Status.impossible.rawValue)
            }
            let text = fullMessage(for: error)
            if isFine { Terminal.print(text) } else { Terminal.note(text) }
            Foundation.exit(isFine ? 0 : Failure.Status.impossible.rawValue)
        }
    }
}

extension Rejoinder {
    /// What to say where the first word of the call is no command; `nil` where it is one.
    private static func unknownCommand() -> String? {
        guard let word = CommandLine.arguments.dropFirst().first, !word.hasPrefix("-"), word != "help" else { return nil }
        let names = configuration.subcommands.compactMap { $0.configuration.commandName ?? "\($0)".lowercased() }
        guard !names.contains(word) else { return nil }
        let near = names.map { (name: $0, distance: distance($0, word)) }.min { $0.distance < $1.distance }
        let advice = near.map { $0.distance <= 2 ? "; did you mean '\($0.name)'?" : "" } ?? ""
        return "'\(word)' is no command\(advice) Commands are \(names.joined(separator: ", ")); `rejoinder --help` tells what they do"
    }

    /// Insertions, deletions and exchanges that make one word of the other (Levenshtein 1966).
    private static func distance(_ a: String, _ b: String) -> Int {
        var row = Array(0...b.count)
        for (i, x) in a.enumerated() {
            var diagonal = row[0]
            row[0] = i + 1
            for (j, y) in b.enumerated() {
                (diagonal, row[j + 1]) = (row[j + 1], min(row[j] + 1, row[j + 1] + 1, diagonal + (x == y ? 0 : 1)))
            }
        }
        return row[b.count]
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
