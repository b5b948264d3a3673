package import Foundation

/// The program that the tests run as users do: the binary beside the test bundle, or the one that `REJOINDER_PROGRAM` names.
package let builtProgram: URL = {
    if let named = ProcessInfo.processInfo.environment["REJOINDER_PROGRAM"] { return URL(filePath: named) }
    var folder = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
    while folder.path != "/" {
        let candidate = folder.appending(path: "rejoinder")
        if FileManager.default.isExecutableFile(atPath: candidate.path) { return candidate }
        folder.deleteLastPathComponent()
    }
    return URL(filePath: ".build/debug/rejoinder")
}()
