import struct DiscourseModel.Comment
import DiscourseModel
import Storage
import Testing

@Suite struct ExportTests {
    /// A reply's parent and guess are ids of comments, or nothing: the exports say what the stored pages say.
    @Test func repliesNameTheirParentsAndGuessesOrNone() throws {
        let folder = try Folder()
        let store = try Store(path: folder.file())
        let page = generatedPage(seed: 4)
        #expect(page.discussion.replies.contains { $0?.parent != nil } && page.discussion.replies.contains { $0 != nil && $0?.parent == nil })
        #expect(page.discussion.replies.contains { $0?.inferredParent != nil })
        _ = try store.store([page])
        let table = try #require(ExportTable.all.first { $0.name == "replies" })
        var rows: [String: [ExportTable.Value]] = [:]
        var columns: [String] = []
        try store.read(table, header: { columns = $0 }) { row in if case .text(let comment) = row[1] { rows[comment] = row } }
        let parent = try #require(columns.firstIndex(of: "parent")), guess = try #require(columns.firstIndex(of: "guess"))
        for (index, reply) in page.discussion.replies.enumerated() {
            guard let reply else { continue }
            let row = try #require(rows[Comment.id(at: index)])
            #expect(row[parent] == reply.parent.map { .text(Comment.id(at: $0)) } ?? .null)
            #expect(row[guess] == reply.inferredParent.map { .text(Comment.id(at: $0)) } ?? .null)
        }
    }
}
