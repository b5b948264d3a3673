internal import Foundation
internal import Reporting

/// Standard output and standard error, as the commands use them: data on one, everything else on the other.
enum Terminal {
    static let isOutputTerminal = isatty(STDOUT_FILENO) == 1
    static let isErrorTerminal = isatty(STDERR_FILENO) == 1

    /// Writes a line of the program's own; what it holds of a page was made safe by whoever put it there (`terminalSafeLine`).
    static func print(_ line: String) {
        write(line + "\n", to: STDOUT_FILENO)
    }

    /// Writes data: as it is to a file or a pipe; on a terminal, control characters are shown and not sent.
    static func output(_ text: String) { write(isOutputTerminal ? terminalSafe(text) : text, to: STDOUT_FILENO) }

    /// Writes text with the program's own colours in it.
    static func outputStyled(_ text: String) { write(text, to: STDOUT_FILENO) }

    /// A line for the person at the terminal.
    static func note(_ line: String) {
        clearProgress()
        write((isErrorTerminal ? terminalSafe(line) : line) + "\n", to: STDERR_FILENO)
    }

    static func error(_ message: String) { note("rejoinder: \(message)") }

    /// Columns of the terminal; 80 where there is none.
    static var width: Int {
        var size = winsize()
        if ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 { return Int(size.ws_col) }
        return ProcessInfo.processInfo.environment["COLUMNS"].flatMap { Int($0) } ?? 80
    }

    /// Lines of the terminal; 24 where there is none.
    static var height: Int {
        var size = winsize()
        return ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0 && size.ws_row > 0 ? Int(size.ws_row) : 24
    }

    /// Whether to colour standard output: the user's word, else `CLICOLOR_FORCE`, `NO_COLOR`, `TERM=dumb`, else whether it is a terminal.
    static func usesColor(_ choice: ColorChoice) -> Bool {
        let environment = ProcessInfo.processInfo.environment
        switch choice {
        case .always: return true
        case .never: return false
        case .auto:
            if let force = environment["CLICOLOR_FORCE"], force != "0" { return true }
            if let no = environment["NO_COLOR"], !no.isEmpty { return false }
            return isOutputTerminal && environment["TERM"] != "dumb"
        }
    }

    /// A line that the next one replaces; on a terminal only.
    static func progress(_ line: String) {
        if isErrorTerminal { write("\r\u{1B}[K" + line, to: STDERR_FILENO) }
    }

    static func clearProgress() {
        if isErrorTerminal { write("\r\u{1B}[K", to: STDERR_FILENO) }
    }

    private static func write(_ text: String, to descriptor: Int32) {
        var text = text
        text.withUTF8 { bytes in
            var at = 0
            while at < bytes.count {
                let count = Foundation.write(descriptor, bytes.baseAddress! + at, bytes.count - at)
                if count < 0, errno == EINTR { continue }
                // Whoever read the pipe wants no more: the end, as the signal makes it where it is not ignored.
                if errno == EPIPE { _exit(128 + SIGPIPE) }
                guard count > 0 else {
                    let reason = String(cString: strerror(errno)).lowercased()
                    if descriptor != STDERR_FILENO { error("the output cannot be written: \(reason)") }
                    exit(Failure.Status.impossible.rawValue)
                }
                at += count
            }
        }
    }
}
