internal import ArgumentParser
internal import Storage

/// `--where`, for every command that works with what is stored.
struct SelectionOptions: ParsableArguments {
    @Option(
        name: .customLong("where"),
        help: "Only what fits: fields with = != < <= > >= ~ (contains), joined by and, or, not; as in 'site=example.org and date>=2020-01'.")
    var text: String?

    func parsed() throws -> Selection? { try text.map { try Self.parse($0, named: "--where") } }

    /// - Parameter name: what the user wrote the expression behind.
    static func parse(_ text: String, named name: String) throws -> Selection {
        do { return try Selection(text) } catch {
            let before = String(text.utf8.prefix(error.at)) ?? ""
            throw Failure(
                .impossible,
                "\(name): \(error.message)\n  \(text)\n  \(String(repeating: " ", count: before.count))^\n  fields: \(Selection.fields.joined(separator: " "))")
        }
    }
}
