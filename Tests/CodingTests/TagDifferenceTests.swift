import Coding
import DiscourseModel
import Foundation
import Testing

import struct DiscourseModel.Comment

@Suite struct TagDifferenceTests {
    private let discussion = Discussion(
        comments: [Comment(id: "c0001", text: "The  night\nferry is late, the ferry is full."), Comment(id: "c0002", text: "No ferry.")], replies: [nil, nil])

    private func tagging(_ comment: Int, _ words: String, tag: String = "t/ferry", line: String = "any[1]") throws -> Tagging {
        let text = discussion.comments[comment].text
        let range = try #require(text.range(of: words))
        let bytes = text.utf8.distance(from: text.startIndex, to: range.lowerBound)..<text.utf8.distance(from: text.startIndex, to: range.upperBound)
        return Tagging(comment: comment, tag: tag, line: line, span: TextSpan(bytes: bytes, in: text))
    }

    @Test func sameWordsAreTheSameWhateverLineFoundThem() throws {
        let changes = TagChanges(
            from: [try tagging(0, "ferry"), try tagging(1, "No ferry")], to: [try tagging(0, "ferry", line: "any[2]"), try tagging(1, "ferry")])
        #expect(changes.gained == [try tagging(1, "ferry")])
        #expect(changes.lost == [try tagging(1, "No ferry")])
    }

    @Test func countsMatchesAndComments() throws {
        var difference = TagDifference(examples: 1)
        let many = [try tagging(0, "ferry"), try tagging(0, "full"), try tagging(1, "ferry")]
        difference.add(TagChanges(from: [], to: many), of: discussion, article: 7)
        difference.add(TagChanges(from: [try tagging(0, "late", tag: "t/late")], to: []), of: discussion, article: 8)
        #expect(difference.entries.map(\.tag) == ["t/ferry", "t/late"])
        #expect(difference.entries[0].gained == 3 && difference.entries[0].gainedComments == 2 && difference.entries[0].lost == 0)
        #expect(difference.entries[0].examples.count == 1)
        #expect(difference.entries[1].lost == 1 && difference.entries[1].examples[0].article == 8)
        let context = difference.entries[0].examples[0].context
        #expect([context.left, context.words, context.right] == ["The night ", "ferry", " is late, the ferry is full."])
    }

    @Test func contextIsCutBetweenCodePoints() {
        let context = Context(of: 9..<12, in: "äöüß abcß", reach: 2)
        #expect(context.left == "…ß ")
        #expect([Context(of: 9..<12, in: "äöüß abcß", reach: 1).words, Context(of: 9..<12, in: "äöüß abcß", reach: 1).right] == ["abc", "ß"])
    }
}
