internal import ArgumentParser
internal import Storage

/// `--where`, for every command that works with what is stored.
struct SelectionOptions: ParsableArguments {
    @Option(
        name: .customLong("where"),
        help: "Only what fits: fields with = != < <= > >= ~ (contains), joined by and, or, not; as in 'site=example.org and date>=2020-01'.")
    var text: String?

    func parsed() throws -> Selection? {
        guard let text else { return nil }
        do { return try Selection(text) } catch {
            let before = String(text.utf8.prefix(error.at)) ?? ""
            throw Failure(.impossible, "--where: \(error.message)\n  \(text)\n  \(String(repeating: " ", count: before.count))^\n  fields: \(Selection.fields.joined(separator: " "))")
        }
    }
}
