import DiscourseModel
import Markup

import struct DiscourseModel.Comment

@testable import CommentThreads

/// Comments made up for a test: author and text, a minute apart, in page order.
func sample(_ comments: [(String?, String)], minutes: [Int]? = nil, timed: Bool = true) -> [Comment] {
    comments.enumerated().map { index, comment in
        let minute = minutes?[index] ?? index
        return Comment(
            id: Comment.id(at: index), platformKey: String(index + 1), author: comment.0.map { Author(name: $0) },
            posted: timed ? Timestamp(year: 2020, month: 5, day: 1, hour: minute / 60, minute: minute % 60) : nil, text: comment.1)
    }
}

func found(_ comments: [Comment], clues: [Int: [ReplyClue]] = [:], statesThreading: Bool = false) -> FoundComments {
    FoundComments(
        platform: "test", comments: comments, clues: comments.indices.map { clues[$0] ?? [] }, statesThreading: statesThreading,
        claimed: NodeSet(capacity: 0))
}

/// Quotations found and replies resolved, as the pipeline does it.
func resolved(_ found: FoundComments, article: Article = Article()) -> ResolvedReplies {
    resolveReplies(found, quotations: findQuotations(in: found.comments, article: article), minimumConfidence: 0.8)
}

func article(_ paragraphs: String...) -> Article {
    Article(blocks: paragraphs.map { Block(kind: .paragraph, text: $0) })
}
