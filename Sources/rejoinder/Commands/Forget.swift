internal import ArgumentParser
internal import Foundation
internal import Pipeline
internal import Reporting
internal import Storage

struct Forget: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Take a person out of the database: comments, name, full-text index and free pages.",
        discussion: """
            Of each comment its empty place is left, so that the answers keep theirs, and of an article its title and address. In the articles
            that the person wrote, or wrote under, the name becomes asterisks in what others wrote, and so do the person's words where others
            quote them. A salted hash of the name is kept, so that a page that is read again does not bring the person back. Saved pages,
            reports and exports are files of their own: delete or write them anew yourself.

            EXAMPLES:
              rejoinder forget "Ida Berg"
              rejoinder forget p_k3v7a2qx --db study.sqlite
            """)

    @Argument(help: ArgumentHelp("The name as the pages show it; case does not matter.", valueName: "author")) var author: String
    @OptionGroup var database: DatabaseOptions

    func run() throws {
        let settings = try Settings.load()
        let path = database.resolvedPath(settings)
        guard FileManager.default.fileExists(atPath: path) else { _ = try database.open(settings); return }
        guard author.utf8.count > 1 else { throw Failure(.impossible, "'\(author)' is too short for a name") }
        let store = try storing { () throws(StorageError) in try Store(path: path) }
        let before = try storing { () throws(StorageError) in try store.forgotten() }
        var random = SystemRandomNumberGenerator()
        let salt = before?.salt ?? String(UInt64.random(in: .min ... .max, using: &random), radix: 16)
        let person = ForgottenAuthors(salt: salt)
        let hash = person.hash(of: author)
        let counts = try storing { () throws(StorageError) in try store.forget({ person.hash(of: $0) == hash }, hash: hash, salt: salt) }
        guard counts.articles > 0 else {
            throw Failure(.checkFailed, "nothing in \(path) is by '\(author)'; if pages bring some, they will be left out")
        }
        let text = counts.written > 0 ? ", and so is the text of \(counts.written) of them" : ""
        Terminal.print(terminalSafeLine("\(counts.comments) comments under \(counts.articles) articles are empty now\(text); the name is kept as a hash alone"))
        Terminal.note("Saved pages, reports and exports that were written before still hold the person; `rejoinder report` writes reports anew")
    }
}
