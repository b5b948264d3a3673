import BuiltProgram
import Foundation

@testable import rejoinder

/// The built program in a folder of its own, as the self-test runs it.
func withProgram<T>(_ body: (Trial) throws -> T) throws -> T { try body(Trial(program: builtProgram)) }

/// Where a program of the system lies; `nil` where it is not installed.
func installed(_ names: String...) -> URL? {
    for folder in (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":") {
        for name in names where FileManager.default.isExecutableFile(atPath: "\(folder)/\(name)") { return URL(filePath: "\(folder)/\(name)") }
    }
    return nil
}

/// Runs a program of the system; killed after so many seconds.
func output(of program: URL, _ arguments: [String], in folder: URL, seconds: Double = 90) throws -> (text: String, isKilled: Bool) {
    let process = Process()
    process.executableURL = program
    process.arguments = arguments
    process.currentDirectoryURL = folder
    let file = folder.appending(path: ".said-\(UUID().uuidString)")
    try Data().write(to: file)
    process.standardOutput = try FileHandle(forWritingTo: file)
    process.standardError = FileHandle.nullDevice
    process.standardInput = FileHandle.nullDevice
    try process.run()
    let pid = process.processIdentifier
    let timer = DispatchWorkItem { kill(pid, SIGKILL) }
    DispatchQueue.global().asyncAfter(deadline: .now() + seconds, execute: timer)
    process.waitUntilExit()
    timer.cancel()
    return (String(decoding: try Data(contentsOf: file), as: UTF8.self), process.terminationReason == .uncaughtSignal)
}
