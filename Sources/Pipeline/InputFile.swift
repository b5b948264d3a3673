internal import Foundation
package import PageReading

/// An open input. Regular files are read, and pipes that the caller opened (standard input, `/dev/fd/63`); a pipe or a device
/// with a name of its own is not, as it may have no end.
package final class InputFile {
    private let descriptor: Int32
    private let source: String
    private var position = 0
    /// What stopped the reading before the end.
    package private(set) var problem: ReadingProblem?

    package init(_ input: Input) throws(ReadingProblem) {
        source = input.source
        let isHandedDown = source == "-" || ["/dev/fd/", "/proc/self/fd/", "/dev/stdin"].contains { input.source.hasPrefix($0) }
        descriptor = source == "-" ? dup(STDIN_FILENO) : open(source, O_RDONLY | O_CLOEXEC | (isHandedDown ? 0 : O_NONBLOCK))
        guard descriptor >= 0 else { throw InputFile.unreadable(source) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw InputFile.unreadable(source) }
        if isHandedDown || status.st_mode & S_IFMT == S_IFREG { return }
        throw ReadingProblem(.special, source: source, reason: status.st_mode & S_IFMT == S_IFIFO ? "a named pipe; passed over" : "not a regular file; passed over")
    }

    deinit { if descriptor >= 0 { close(descriptor) } }

    package func pull(into room: UnsafeMutableRawBufferPointer) -> Pulled {
        while problem == nil {
            let count = read(descriptor, room.baseAddress, room.count)
            if count > 0 {
                position += count
                return .bytes(count)
            }
            if count == 0 { return .end }
            if errno == EINTR { continue }
            var problem = InputFile.unreadable(source)
            problem.reason = "cannot be read behind byte \(position): \(problem.reason)"
            self.problem = problem
            return .gap
        }
        return .end
    }

    private static func unreadable(_ source: String) -> ReadingProblem {
        ReadingProblem(errno == ENOENT ? .missing : .unreadable, source: source, reason: String(cString: strerror(errno)).lowercased())
    }
}
