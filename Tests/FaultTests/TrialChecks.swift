import BuiltProgram
import Foundation
import Testing

@testable import rejoinder

/// A trial in a folder of its own; its complaints become failures of the test.
func inTrial(_ body: (Trial) throws -> Void) throws {
    let trial = try Trial(program: builtProgram)
    try body(trial)
    #expect(trial.complaints.isEmpty)
}

extension Trial {
    /// What `doctor` finds wrong with a database; `ok` where it finds nothing, `nil` where nothing was made yet.
    func integrity(of database: String) throws -> String? {
        guard FileManager.default.fileExists(atPath: folder.appending(path: database).path) else { return nil }
        let outcome = try run("doctor", "--db", database)
        if outcome.status == 0 { return "ok" }
        let wrong = outcome.output.split(separator: "\n").filter { $0.hasPrefix("WRONG") }.joined(separator: "; ")
        return Trial.isUntouched(wrong) ? nil : wrong
    }

    /// Every file of the exports and the reports; `nil` where the database was not made, or not brought up to date, yet.
    func everything(of database: String) throws -> [String: Data]? {
        let out = folder.appending(path: "out")
        try? FileManager.default.removeItem(at: out)
        for format in ["jsonl", "csv"] {
            let outcome = try run("export", "--format", format, "-o", "out", "--db", database)
            if outcome.status != 0, Trial.isUntouched(outcome.errors) { return nil }
            expect(outcome.status == 0, "export of \(database) ends with \(outcome.status): \(outcome.errors)")
        }
        var files: [String: Data] = [:]
        for place in [out, folder.appending(path: "Reports")] {
            for file in (try? FileManager.default.contentsOfDirectory(at: place, includingPropertiesForKeys: nil)) ?? [] {
                files[file.lastPathComponent] = try Data(contentsOf: file)
            }
        }
        return files
    }

    /// Of files and all files of a folder, to the byte.
    func fingerprint(of names: [String], and subfolder: String, _ words: String) -> Int {
        let inner = (try? FileManager.default.contentsOfDirectory(atPath: folder.appending(path: subfolder).path)) ?? []
        var hasher = Hasher()
        hasher.combine(words)
        for name in names + inner.sorted().map({ "\(subfolder)/\($0)" }) {
            guard let data = try? Data(contentsOf: folder.appending(path: name)) else { continue }
            hasher.combine(name)
            data.withUnsafeBytes { hasher.combine(bytes: $0) }
        }
        return hasher.finalize()
    }

    private static func isUntouched(_ message: String) -> Bool {
        ["There is no database", "no such database", "(it is empty)", "an older rejoinder"].contains { message.contains($0) }
    }

    /// A shell line in the trial's folder, with the program as `$1`; its standard output and standard error as one text.
    func shell(_ line: String) throws -> (status: Int32, output: String) {
        let process = Process()
        process.executableURL = URL(filePath: "/bin/sh")
        process.arguments = ["-c", line, "sh", builtProgram.path]
        process.currentDirectoryURL = folder
        let file = folder.appending(path: ".shell")
        try Data().write(to: file)
        process.standardOutput = try FileHandle(forWritingTo: file)
        process.standardError = process.standardOutput
        process.standardInput = FileHandle.nullDevice
        // A shell that inherits SIGCHLD blocked, as threads of tests may have it, waits for ever.
        var all = sigset_t()
        sigfillset(&all)
        pthread_sigmask(SIG_UNBLOCK, &all, nil)
        try process.run()
        process.waitUntilExit()
        return (process.terminationStatus, try text(".shell"))
    }
}

extension InventedPage {
    /// A page of several comments; `number` makes it a page of its own.
    static func numbered(_ number: Int, comments count: Int = 6) -> String {
        let comments = (1...count).map { comment($0, "Reader \($0 % 5)", "The bus to pier \(number) was late \($0) times this week.", parent: $0 % 3 == 2 ? $0 - 1 : nil) }
        return page(section(comments.joined()), title: "Pier \(number)")
    }

    static func pages(_ count: Int, comments: Int = 6, in folder: URL) throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        for number in 0..<count { try Data(numbered(number, comments: comments).utf8).write(to: folder.appending(path: "pier-\(1_000 + number).html")) }
    }
}
