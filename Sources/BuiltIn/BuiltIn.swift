/// The files that the program carries with it: they stand in `Patterns/`, `Reports/Templates/` and `Reports/Examples/` and are compiled in.
package enum BuiltIn {
    package struct File: Hashable, Sendable {
        /// The path below its folder: `themes/war.toml`.
        package let path: String
        package let text: String
    }

    /// The shipped pattern files.
    package static var patterns: [File] { files(in: "Patterns/").filter { $0.path.hasSuffix(".toml") } }
    /// What the shipped tags were measured at: a table with the columns tag, data, n, precision, recall, f1.
    package static var measured: File? { files(in: "Patterns/").first { $0.path == "measured.tsv" } }
    /// The templates of the reports, with their style sheet.
    package static var templates: [File] { files(in: "Reports/Templates/") }
    /// The sample page and whatever belongs to it.
    package static var examples: [File] { files(in: "Reports/Examples/") }

    private static func files(in folder: String) -> [File] {
        embeddedFiles.compactMap { path, text in
            path.hasPrefix(folder) ? File(path: String(path.dropFirst(folder.count)), text: text) : nil
        }
    }
}
