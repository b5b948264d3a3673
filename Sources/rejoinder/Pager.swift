internal import Foundation

/// Long text on a terminal, a screen at a time.
enum Pager {
    /// Shows text with the user's pager (`PAGER`, else `less -RFX`) where standard output is a terminal and the text is longer than it;
    /// else prints it.
    static func show(_ text: String, isWanted: Bool) {
        let environment = ProcessInfo.processInfo.environment
        let lines = text.utf8.count { $0 == 0x0A }
        guard isWanted, Terminal.isOutputTerminal, lines >= Terminal.height, environment["TERM"] != "dumb" else { return Terminal.outputStyled(text) }
        let named = environment["PAGER"] ?? ""
        let process = Process()
        process.executableURL = URL(filePath: "/bin/sh")
        process.arguments = ["-c", named.isEmpty ? "less -RFX" : named]
        let pipe = Pipe()
        process.standardInput = pipe
        // Leaving the pager before its end closes the pipe, which is no failure.
        signal(SIGPIPE, SIG_IGN)
        guard (try? process.run()) != nil else { return Terminal.outputStyled(text) }
        try? pipe.fileHandleForWriting.write(contentsOf: Data(text.utf8))
        try? pipe.fileHandleForWriting.close()
        process.waitUntilExit()
        // 127: there is no such program.
        if process.terminationStatus == 127 { Terminal.outputStyled(text) }
    }
}
