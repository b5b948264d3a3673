import Foundation

/// Coverage-guided fuzzing with libFuzzer: `FUZZ_ROOM` says which door the bytes come through. How to run it: README.md beside this file.
@main struct Fuzz {
    static func main() {
        let name = ProcessInfo.processInfo.environment["FUZZ_ROOM"] ?? ""
        guard let chosen = FuzzRoom.all[name] else {
            FileHandle.standardError.write(Data("fuzz: set FUZZ_ROOM to one of \(FuzzRoom.all.keys.sorted().joined(separator: ", "))\n".utf8))
            exit(2)
        }
        room = chosen
        var count = CommandLine.argc
        var arguments = CommandLine.unsafeArgv
        exit(runFuzzer(&count, &arguments) { data, count in
            Fuzz.room(Array(UnsafeBufferPointer(start: data, count: count)))
            return 0
        })
    }

    /// Set once, before the first input; libFuzzer is single-threaded.
    nonisolated(unsafe) private static var room: ([UInt8]) -> Void = { _ in }
}

/// libFuzzer's own loop.
@_silgen_name("LLVMFuzzerRunDriver")
private func runFuzzer(
    _ count: UnsafeMutablePointer<CInt>, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
    _ input: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt
