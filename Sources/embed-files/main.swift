internal import Foundation

// embed-files OUTPUT TOP FILE ...   writes a Swift file that holds each FILE (a path below TOP) as text.
let arguments = CommandLine.arguments
guard arguments.count >= 3 else {
    FileHandle.standardError.write(Data("usage: embed-files OUTPUT TOP FILE ...\n".utf8))
    exit(2)
}
let top = URL(filePath: arguments[2])

func literal(_ text: String) -> String {
    // As many # as no quotation mark in the text is followed by.
    var hashes = "#"
    while text.contains("\"" + hashes) || text.contains("\\" + hashes) { hashes += "#" }
    return hashes + "\"\"\"\n" + text + "\n\"\"\"" + hashes
}

do {
    var source = "let embeddedFiles: [(path: String, text: String)] = [\n"
    for path in arguments[3...] {
        let text = try String(contentsOf: top.appending(path: path), encoding: .utf8)
        source += "(\(literal(path)), \(literal(text))),\n"
    }
    source += "]\n"
    try source.write(to: URL(filePath: arguments[1]), atomically: true, encoding: .utf8)
} catch {
    FileHandle.standardError.write(Data("embed-files: \(error)\n".utf8))
    exit(2)
}
