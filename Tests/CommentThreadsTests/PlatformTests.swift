import Foundation
import Testing

@testable import CommentThreads

@Suite struct PlatformTests {
    /// One platform a file, each in the list: a file that is not listed would never be used.
    @Test func theFolderAndTheListAgree() throws {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "Sources/CommentThreads/Platforms")
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0 != "Platforms.swift" }
        let list = try String(contentsOf: folder.appending(path: "Platforms.swift"), encoding: .utf8)
        for file in files {
            let source = try String(contentsOf: folder.appending(path: file), encoding: .utf8)
            let name = try #require(source.split(separator: "static let ").dropFirst().first?.prefix { $0.isLetter || $0.isNumber })
            #expect(list.contains(".\(name),"), "\(file): .\(name) is not in Platform.all")
        }
        #expect(Platform.all.count == files.count)
    }

    /// Reading the list compiles every selector; a wrong one stops here and not at a user's.
    @Test func namesAreUnique() {
        #expect(Set(Platform.all.map(\.name)).count == Platform.all.count)
    }
}
