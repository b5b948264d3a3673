internal import Foundation

/// A program run to its end, with what it cost.
struct ChildProcess {
    var status: Int32
    var seconds: Double
    /// The most memory it had resident at once, in KiB; `nil` where that is not known: Linux lets a spawned process begin with the peak
    /// of the one that spawned it, so a smaller one cannot be seen.
    var peakKiB: Int?
    var output: String

    /// - Parameter keepsOutput: `false` sends standard output to nowhere.
    /// - Returns: `nil` where the program could not be started.
    static func run(_ arguments: [String], keepsOutput: Bool = false) -> ChildProcess? {
        let file = FileManager.default.temporaryDirectory.appending(path: "rejoinder-bench-\(UUID().uuidString).out").path
        defer { try? FileManager.default.removeItem(atPath: file) }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, keepsOutput ? file : "/dev/null", O_WRONLY | O_CREAT | O_TRUNC, 0o600)
        posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
        var words: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) } + [nil]
        defer { for word in words { free(word) } }
        var id = pid_t()
        let start = ContinuousClock.now
        guard posix_spawnp(&id, arguments[0], &actions, nil, &words, environ) == 0 else { return nil }
        var status: Int32 = 0
        var usage = rusage()
        while wait4(id, &status, 0, &usage) < 0 { guard errno == EINTR else { return nil } }
        let time = ContinuousClock.now - start
        var own = rusage()
        getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &own)
        let output = keepsOutput ? FileManager.default.contents(atPath: file).map { String(decoding: $0, as: UTF8.self) } : nil
        return ChildProcess(
            status: status & 0x7F == 0 ? status >> 8 & 0xFF : -(status & 0x7F), seconds: duration(time), peakKiB: usage.ru_maxrss > own.ru_maxrss ? usage.ru_maxrss : nil,
            output: output ?? "")
    }
}
