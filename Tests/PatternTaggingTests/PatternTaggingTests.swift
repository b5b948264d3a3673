import DiscourseModel
import Foundation
import PatternTagging
import Testing

/// The pattern files that ship: they load without a complaint, and every example in them does as it says.
@Suite struct PatternTaggingTests {
    @Test func shippedPatternsAreSound() throws {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        let folder = root.appendingPathComponent("Patterns")
        var files: [PatternFile] = []
        let names = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
        for name in names.sorted() where name.hasSuffix(".toml") {
            let text = try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
            files.append(PatternFile(path: "Patterns/" + name, text: text))
        }
        let (library, problems) = PatternLibrary.load(files)
        let check = library.checkExamples()
        for problem in (problems + check.problems).sorted() { Issue.record("\n\(problem)") }
        let tags = library.versions.flatMap(\.tags)
        print("\(files.count) pattern files, \(tags.count) tags, \(check.matchCount) match and \(check.noMatchCount) no_match examples;"
            + " tags without a match example: \(check.untestedTags)")
    }
}
