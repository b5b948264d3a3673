internal import ArgumentParser
internal import DiscourseModel
internal import Foundation
internal import PatternTagging

extension TagDefinition.Kind: ExpressibleByArgument {}

struct NewPattern: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "new", abstract: "Write a pattern file with one tag to begin with, or a tag for a file that is there.",
        discussion: """
            A file that is there is never changed: without -o the text goes to standard output.

            EXAMPLES:
              rejoinder patterns new mine/ferry -o Patterns/themes/mine.toml
              rejoinder patterns new mine/ferry --tag-only >> Patterns/themes/mine.toml
            """)

    @Argument(help: "The tag's id: SET/NAME.") var id: String
    @Option(help: "theme or rhetoric.") var kind: TagDefinition.Kind = .theme
    @Option(help: "Language of the set (BCP 47).") var language = "en"
    @Flag(help: "Only the [[tag]] part, to be added to a file.") var tagOnly = false
    @Option(name: .shortAndLong, help: "The file to write; it must not be there.") var output: String?

    func run() throws {
        guard id.contains("/"), isValidID(id) else {
            throw Failure(.impossible, "'\(id)' is no id: write SET/NAME in lower-case letters, digits and hyphens, such as mine/ferry")
        }
        try deliver(tagOnly ? "\n" + PatternFileWriter.newTag(id) : PatternFileWriter.newFile(id, kind: kind, language: language), to: output)
    }
}

/// Writes a new file, or to standard output where none is named.
func deliver(_ text: String, to output: String?) throws {
    guard let output else { return Terminal.output(text) }
    guard !FileManager.default.fileExists(atPath: output) else {
        throw Failure(.impossible, "\(output): is already there, and is not changed; name another file with -o")
    }
    try writeFile(text, to: output)
    Terminal.print(output)
}
