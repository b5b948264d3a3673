internal import Foundation

/// The key of pseudonyms: 32 random bytes as hexadecimal digits, in a file that only its owner can read.
enum PseudonymKey {
    static func path(besides database: String) -> String {
        URL(filePath: database).deletingLastPathComponent().appending(path: "rejoinder.key").path
    }

    /// Reads the key, and makes one where there is none.
    static func load(_ path: String) throws -> [UInt8] {
        if !FileManager.default.fileExists(atPath: path) { try make(path) }
        if let problem = problem(path) { throw Failure(.impossible, problem) }
        guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
            throw Failure(.impossible, "\(path): the key of the pseudonyms cannot be read; name another file with --key-file")
        }
        let digits = text.utf8.filter { $0 > 0x20 }
        let key = stride(from: 0, to: digits.count - digits.count % 2, by: 2).compactMap { UInt8(String(decoding: digits[$0..<$0 + 2], as: UTF8.self), radix: 16) }
        guard key.count == 32, digits.count == 64 else {
            throw Failure(.impossible, "\(path): no key of pseudonyms: it must hold 64 hexadecimal digits. Another key gives other pseudonyms; restore the file, or name another with --key-file")
        }
        return key
    }

    /// What is wrong with the file's permissions; `nil` if nothing is.
    static func problem(_ path: String) -> String? {
        var status = stat()
        guard stat(path, &status) == 0, status.st_mode & 0o077 != 0 else { return nil }
        return "\(path): others can read the key of the pseudonyms; make it yours alone: chmod 600 \(path)"
    }

    private static func make(_ path: String) throws {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            throw Failure(.impossible, "\(path): the key of the pseudonyms cannot be made: \(String(cString: strerror(errno)).lowercased())")
        }
        defer { close(descriptor) }
        var random = SystemRandomNumberGenerator()
        let digits = (0..<32).map { _ in
            let byte = UInt8.random(in: 0...255, using: &random)
            return (byte < 16 ? "0" : "") + String(byte, radix: 16)
        }.joined() + "\n"
        let written = digits.withCString { write(descriptor, $0, 65) }
        guard written == 65 else { throw Failure(.impossible, "\(path): the key of the pseudonyms could not be written") }
    }
}
