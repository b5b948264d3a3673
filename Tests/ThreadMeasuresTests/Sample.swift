import struct DiscourseModel.Comment
import DiscourseModel

/// A discussion from a list of parents: `nil` is top level, `absent` answers someone who is not on the page.
func discussion(_ parents: [Int?], authors: [String?] = [], explicit: Set<Int> = []) -> Discussion {
    Discussion(
        platform: "generic",
        comments: parents.indices.map { index in
            Comment(
                id: Comment.id(at: index), author: index < authors.count ? authors[index].map { Author(name: $0) } : nil,
                text: "words of comment \(index)")
        },
        replies: parents.enumerated().map { index, parent in
            guard let parent else { return nil }
            let isExplicit = explicit.contains(index)
            return Reply(
                parent: parent == absent ? nil : parent, targetName: parent == absent ? "someone" : nil,
                evidence: Reply.Evidence(rawValue: isExplicit ? "nesting" : "quotation"), isExplicit: isExplicit, confidence: 0.9)
        })
}

let absent = -1

func tagging(_ tag: String, in comment: Int, at start: Int = 0, voice: Tagging.Voice = .own) -> Tagging {
    Tagging(
        comment: comment, tag: tag, line: "any[0]",
        span: TextSpan(start: start, end: start + 3, codePointStart: start, codePointEnd: start + 3), voice: voice)
}
