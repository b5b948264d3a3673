import Foundation
import PackagePlugin

/// Compiles the files that the program carries (patterns, templates, the sample page) into the room `BuiltIn`.
@main
struct EmbedFiles: BuildToolPlugin {
    func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
        let top = context.package.directoryURL
        let files = ["Patterns", "Reports/Templates", "Reports/Examples"].flatMap { folder in
            (FileManager.default.enumerator(atPath: top.appending(path: folder).path)?.allObjects as? [String] ?? [])
                .filter { ["toml", "tsv", "mustache", "css", "js"].contains(URL(filePath: $0).pathExtension) || $0 == "sample.html" }
                .map { folder + "/" + $0 }
        }.sorted()
        let output = context.pluginWorkDirectoryURL.appending(path: "EmbeddedFiles.swift")
        return [
            .buildCommand(
                displayName: "Embedding \(files.count) files",
                executable: try context.tool(named: "embed-files").url,
                arguments: [output.path, top.path] + files,
                inputFiles: files.map { top.appending(path: $0) },
                outputFiles: [output]),
        ]
    }
}
