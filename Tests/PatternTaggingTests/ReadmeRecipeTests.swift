import Foundation
import PatternTagging
import Testing

/// The pattern that the README shows is one that works.
@Suite struct ReadmeRecipeTests {
    @Test func theExampleTagHolds() throws {
        let top = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        let readme = try String(contentsOf: top.appending(path: "README.md"), encoding: .utf8)
        let snippet = try #require(readme.components(separatedBy: "```toml\n").dropFirst().first?.components(separatedBy: "```").first)
        let file = PatternFile(path: "README.md", text: "format = 1\nset = \"readme\"\nkind = \"theme\"\n" + snippet)
        let (library, problems) = PatternLibrary.load([file])
        #expect(problems.isEmpty, "\(problems)")
        let check = library.checkExamples()
        #expect(check.problems.isEmpty, "\(check.problems)")
        #expect(check.matchCount == 1 && check.noMatchCount == 1)
    }
}
