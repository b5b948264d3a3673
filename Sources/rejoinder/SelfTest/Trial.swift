internal import Foundation

/// A private folder in which the program itself is run on inputs made for it, and what was found wrong there.
final class Trial {
    let folder: URL
    private let program: URL
    private(set) var complaints: [String] = []

    struct Outcome {
        var status: Int32
        /// Whether a signal ended it: it crashed, or took longer than it may.
        var isKilled: Bool
        var output: String
        var errors: String
    }

    /// Seconds that one run of the program may take.
    private static let patience = 60.0

    /// - Parameter program: the built program, which the trial runs as a user would.
    init(program: URL) throws {
        self.program = program
        folder = FileManager.default.temporaryDirectory.appending(path: "rejoinder-selftest-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        // One tag is enough here, and is compiled faster than the sets that ship.
        try write("patterns = \"patterns.toml\"\n", to: "rejoinder.toml")
        try write("format = 1\nset = \"trial\"\nkind = \"theme\"\n[[tag]]\nid = \"bus\"\nlabel = \"Bus\"\nany = ['bus']\n", to: "patterns.toml")
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    /// Writes an input into the folder.
    func write(_ text: String, to name: String) throws { try write(Array(text.utf8), to: name) }
    func write(_ bytes: [UInt8], to name: String) throws { try Data(bytes).write(to: folder.appending(path: name)) }
    func bytes(_ name: String) throws -> [UInt8] { [UInt8](try Data(contentsOf: folder.appending(path: name))) }
    func text(_ name: String) throws -> String { String(decoding: try bytes(name), as: UTF8.self) }

    /// Runs the program in the folder and waits for its end.
    func run(_ arguments: String...) throws -> Outcome { try run(arguments) }

    /// - Parameters:
    ///   - environment: beside what the program inherits.
    ///   - mayBeKilled: whether to leave it to the caller what the end by a signal means.
    func run(_ arguments: [String], environment: [String: String] = [:], mayBeKilled: Bool = false) throws -> Outcome {
        let process = Process()
        if !environment.isEmpty { process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 } }
        process.executableURL = program
        process.arguments = arguments
        process.currentDirectoryURL = folder
        let output = folder.appending(path: ".output"), errors = folder.appending(path: ".errors")
        for file in [output, errors] { try Data().write(to: file) }
        process.standardOutput = try FileHandle(forWritingTo: output)
        process.standardError = try FileHandle(forWritingTo: errors)
        process.standardInput = FileHandle.nullDevice
        try process.run()
        let pid = process.processIdentifier
        let timer = DispatchWorkItem { kill(pid, SIGKILL) }
        DispatchQueue.global().asyncAfter(deadline: .now() + Trial.patience, execute: timer)
        process.waitUntilExit()
        timer.cancel()
        let outcome = Outcome(
            status: process.terminationStatus, isKilled: process.terminationReason == .uncaughtSignal,
            output: String(decoding: try Data(contentsOf: output), as: UTF8.self), errors: String(decoding: try Data(contentsOf: errors), as: UTF8.self))
        if outcome.isKilled, !mayBeKilled { complaints.append("`\(arguments.joined(separator: " "))` was ended by signal \(outcome.status)") }
        return outcome
    }

    /// Analyzes a file into a database of its own, without reports.
    func analyze(_ name: String, _ more: String...) throws -> Outcome { try run(["analyze", name, "--no-report", "--db", "\(name).sqlite"] + more) }

    /// Keeps a complaint where something does not hold.
    func expect(_ holds: Bool, _ what: @autoclosure () -> String) { if !holds { complaints.append(what()) } }

    /// The same, for a text that should stand in another one.
    func expect(_ outcome: Outcome, says words: String, status: Int32? = nil) {
        let said = outcome.output + outcome.errors
        expect(said.contains(words), "the program does not say '\(words)', but: \(said.suffix(300))")
        if let status { expect(outcome.status == status, "the exit status is \(outcome.status), not \(status): \(outcome.errors.suffix(300))") }
    }
}
