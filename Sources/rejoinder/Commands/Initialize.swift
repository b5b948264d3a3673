internal import ArgumentParser
internal import BuiltIn
internal import Foundation

struct Initialize: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init", abstract: "Write editable copies of the pattern files and a commented rejoinder.toml into a folder.",
        discussion: """
            Commands run in that folder, or below it, use them from then on. A file that is already there is left as it is.

            EXAMPLES:
              rejoinder init
              rejoinder init my-project
            """)

    @Argument(help: "The folder.") var folder = "."

    func run() throws {
        let files = [("rejoinder.toml", Settings.template)] + BuiltIn.patterns.map { ("Patterns/" + $0.path, $0.text) }
        var kept = 0
        for (path, text) in files {
            let target = folder == "." ? path : (folder.hasSuffix("/") ? folder : folder + "/") + path
            if FileManager.default.fileExists(atPath: target) {
                kept += 1
                continue
            }
            try writeFile(text, to: target)
            Terminal.print(target)
        }
        if kept > 0 { Terminal.note("\(kept) of \(files.count) files were already there and are left as they are.") }
    }
}
