import DiscourseModel
import Foundation
import Testing

import struct DiscourseModel.Comment

@testable import CommentThreads

/// The development page with gold beside the project; skipped where it is absent.
@Suite(.enabled(if: FileManager.default.fileExists(atPath: Seed.folder + "sputnik-2016.gold.json"), "needs ../shared/gold/seeds"))
struct ReplySeedTests {
    @Test func quotationAndRepliesOfTheSeed() throws {
        let seed = try Seed()
        let quotations = findQuotations(in: seed.comments, article: seed.article)
        try #require(quotations.count == 1)
        #expect(quotations[0].comment == 2)
        guard case .article(let block) = quotations[0].source else {
            Issue.record("the source is the article")
            return
        }
        let quoted = quotations[0].span.text(in: seed.comments[2].text)
        #expect(quoted.hasPrefix("\"The terrorists are marching") && quoted.hasSuffix("never strike civilians,\""))
        #expect(quotations[0].sourceSpan.text(in: seed.article.blocks[block].text).hasSuffix("never strike civilians"))

        let replies = resolveReplies(found(seed.comments, clues: seed.labels), quotations: quotations, minimumConfidence: 0.8).replies
        for (index, gold) in seed.parents.enumerated() { #expect(replies[index]?.parent == gold, "comment \(index + 1)") }
        #expect(replies[7]?.targetName == "klod.infobeez")
        #expect(replies[12]?.targetName == "slimyfox")
        #expect(replies[12]?.inferredParent == 4)
        #expect(replies.indices.filter { replies[$0] != nil } == [7, 10, 12])
        // Without the labels the names in the text still lead there, as guesses at least.
        let unlabelled = resolveReplies(found(seed.comments), quotations: quotations, minimumConfidence: 0.8).replies
        #expect((unlabelled[7]?.parent ?? unlabelled[7]?.inferredParent) == 2)
        #expect((unlabelled[10]?.parent ?? unlabelled[10]?.inferredParent) == 8)
    }
}

private struct Seed {
    static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().path + "/../../../shared/gold/seeds/"

    var comments: [Comment] = []
    var labels: [Int: [ReplyClue]] = [:]
    var parents: [Int?] = []
    var article: Article

    private struct Gold: Decodable {
        struct Item: Decodable { var key: String, author: String?, parent_key: String?, reply_target: String?, text: String }
        var comments: [Item]
    }

    init() throws {
        let gold = try JSONDecoder().decode(Gold.self, from: Data(contentsOf: URL(fileURLWithPath: Self.folder + "sputnik-2016.gold.json")))
        let page = try String(contentsOfFile: Self.folder + "sputnik-2016.txt", encoding: .utf8)
        let paragraphs = page.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }.prefix { $0 != "All comments" }.filter { $0.count > 60 }
        article = Article(blocks: paragraphs.map { Block(kind: .paragraph, text: $0) })
        let keys = gold.comments.map(\.key)
        for (index, item) in gold.comments.enumerated() {
            comments.append(Comment(id: Comment.id(at: index), author: item.author.map { Author(name: $0) }, text: item.text))
            if let target = item.reply_target { labels[index] = [ReplyClue(.label, .name(target))] }
            parents.append(item.parent_key.flatMap { keys.firstIndex(of: $0) })
        }
    }
}
