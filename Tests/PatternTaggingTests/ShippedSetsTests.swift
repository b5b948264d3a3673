import Foundation
import PatternTagging
import Testing

/// The sets in `Patterns/` load without a complaint, and every one of their examples holds.
@Test func everyExampleOfTheShippedSetsHolds() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().appending(path: "Patterns")
    let paths = try FileManager.default.subpathsOfDirectory(atPath: root.path).filter { $0.hasSuffix(".toml") }.sorted()
    #expect(!paths.isEmpty)
    let files = try paths.map { PatternFile(path: $0, text: try String(contentsOf: root.appending(path: $0), encoding: .utf8)) }
    let (library, problems) = PatternLibrary.load(files)
    #expect(problems.map { "\($0)" } == [])
    let check = library.checkExamples()
    #expect(check.problems.map { "\($0)" } == [])
    #expect(check.untestedTags == [])
    #expect(check.matchCount > 0 && check.noMatchCount > 0)
}
