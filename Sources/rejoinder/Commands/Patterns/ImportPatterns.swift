internal import ArgumentParser
internal import Coding
internal import DiscourseModel
internal import Foundation
internal import PatternTagging
internal import Reporting

struct ImportPatterns: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Make a pattern file of a dictionary: quanteda's YAML, or a CSV or TSV of word,category.",
        discussion: """
            `*` in a word stands for any letters and `?` for one, as in quanteda. Nested categories become nested ids. The tags are experimental until
            they are measured.

            EXAMPLES:
              rejoinder patterns import populism.yml -o Patterns/rhetoric/populism.toml
              rejoinder patterns import words.csv --set mine --kind theme
            """)

    @Argument(help: "A dictionary (.yml, .yaml, .csv, .tsv).") var file: String
    @Option(help: "The set's name (default: the file's).") var set: String?
    @Option(help: "theme or rhetoric.") var kind: TagDefinition.Kind = .theme
    @Option(help: "Language of the words (BCP 47).") var language = "en"
    @Option(name: .shortAndLong, help: "The file to write; it must not be there.") var output: String?

    func run() throws {
        guard let data = FileManager.default.contents(atPath: file) else { throw Failure(.impossible, "\(file): the file cannot be read") }
        guard var text = String(validating: data, as: UTF8.self) else { throw Failure(.impossible, "\(file): not UTF-8 text; save the file as UTF-8") }
        if text.hasPrefix("\u{FEFF}") { text.removeFirst() }
        let url = URL(filePath: file)
        var dictionary: WordDictionary
        var leftOut: [String] = []
        switch url.pathExtension.lowercased() {
        case "yml", "yaml":
            do { dictionary = try WordDictionary(yaml: text) } catch { throw Failure(.impossible, "\(file):\(error.line): \(error.reason)") }
        case "csv", "tsv", "txt": (dictionary, leftOut) = try words(text)
        default: throw Failure(.impossible, "\(file): dictionaries are .yml, .yaml, .csv or .tsv files")
        }
        leftOut += dictionary.takeOutUseless().map { "\(file): \($0)" }
        guard dictionary.wordCount > 0 else { throw Failure(.impossible, "\(file): no words in it") }
        let name = set ?? slug(url.deletingPathExtension().lastPathComponent)
        guard isValidID(name), !name.contains("/") else {
            throw Failure(.impossible, "'\(name)' is no name for a set: use lower-case letters, digits and hyphens")
        }
        let made = PatternFileWriter.file(dictionary, set: name, kind: kind, language: language, source: url.lastPathComponent)
        try deliver(made, to: output)
        Terminal.note("\(counted(dictionary.wordCount, "word")); `rejoinder patterns check --patterns \(output ?? "FILE")` tries them")
        guard leftOut.isEmpty else { throw Failure(.partly, "left out: " + leftOut.joined(separator: "\n  ")) }
    }

    /// The words, and the lines that name none or no category.
    private func words(_ text: String) throws -> (WordDictionary, leftOut: [String]) {
        let table: Table
        do { table = try Table(text, separator: nil) } catch { throw Failure(.impossible, "\(file):\(error.line): \(error.reason)") }
        guard let word = table.column("word", "term", "token"), let category = table.column("category", "tag", "class") else {
            throw Failure(.impossible, "\(file):1: the first line must name the columns `word` and `category`; it names \(table.header.joined(separator: ", "))")
        }
        func isEmpty(_ cell: String) -> Bool { cell.allSatisfy { $0.isWhitespace || $0 == "/" } }
        let lacking = table.rows.filter { isEmpty($0.cells[word]) || isEmpty($0.cells[category]) }
        return (
            WordDictionary(pairs: table.rows.filter { !lacking.contains($0) }.map { ($0.cells[word], $0.cells[category]) }),
            lacking.map { "\(file):\($0.line): \(isEmpty($0.cells[word]) ? "no word" : "no category for '\($0.cells[word])'")" })
    }
}
