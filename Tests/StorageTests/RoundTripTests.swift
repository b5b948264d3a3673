import DiscourseModel
import Foundation
import Storage
import Testing

@Suite struct RoundTripTests {
    /// What is loaded is what was stored, byte for byte, after the file was closed.
    @Test func generatedPagesComeBackWhole() throws {
        let folder = try Folder()
        let pages = (1...150).map { generatedPage(seed: $0) }
        let outcomes = try Store(path: folder.file()).store(pages)
        #expect(outcomes.map(\.change) == pages.map { _ in .added })
        let store = try Store(path: folder.file(), mode: .readOnly)
        for (page, outcome) in zip(pages, outcomes) {
            let loaded = try store.load(article: outcome.article)
            #expect(loaded == page, "seed \(page.page.id)")
            #expect(try bytes(loaded) == bytes(page), "seed \(page.page.id)")
        }
    }

    @Test func storingAgainChangesNothing() throws {
        let folder = try Folder()
        let store = try Store(path: folder.file())
        let pages = (1...20).map { generatedPage(seed: $0) }
        let first = try store.store(pages)
        let again = try store.store(pages)
        #expect(again.map(\.change) == pages.map { _ in .unchanged })
        #expect(again.map(\.article) == first.map(\.article))
        for (page, outcome) in zip(pages, again) { #expect(try store.load(article: outcome.article) == page) }
    }

    private func bytes(_ page: AnalyzedPage) throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        return try encoder.encode(page)
    }
}
