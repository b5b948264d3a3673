internal import DiscourseModel

/// Limits of the comments that a page is said to have. What is beyond them is told in a note.
package struct CommentLimits: Sendable, Hashable {
    /// The most comments of one page.
    package var comments = 200_000
    /// The longest text of a comment, in UTF-8 bytes.
    package var text = 4 << 20

    package init() {}
}

extension FoundComments {
    /// What was found, cut at the limits. What is cut stays claimed: it is no part of the article.
    package mutating func keep(to limits: CommentLimits) {
        if comments.count > limits.comments {
            notes.append(
                Note(.comments, .limit, "limit:comments: only the first \(limits.comments) of \(comments.count) comments were kept; --max-comments"))
            comments.removeSubrange(limits.comments...)
            clues.removeSubrange(limits.comments...)
            if subjects.count > limits.comments { subjects.removeSubrange(limits.comments...) }
            for index in clues.indices {
                clues[index].removeAll { if case .comment(let target) = $0.target { target >= limits.comments } else { false } }
            }
        }
        for index in comments.indices where comments[index].text.utf8.count > limits.text {
            let count = comments[index].text.utf8.count
            let cut = comments[index].text.unicodeScalarPrefix(limits.text)
            comments[index].text = cut
            for quote in comments[index].quoted.indices { comments[index].quoted[quote].at = min(comments[index].quoted[quote].at, cut.utf8.count) }
            notes.append(
                Note(.comments, .limit, "limit:text: only the first \(cut.utf8.count) bytes of a comment of \(count) were kept; --max-text", comment: index))
        }
        notes.removeAll { ($0.comment ?? 0) >= max(comments.count, 1) }
    }
}

extension String {
    /// Its first bytes, as many as make whole code points within the limit.
    fileprivate func unicodeScalarPrefix(_ limit: Int) -> String {
        let bytes = utf8
        var end = bytes.index(bytes.startIndex, offsetBy: limit)
        while end > bytes.startIndex, bytes[end] & 0xC0 == 0x80 { bytes.formIndex(before: &end) }
        return String(self[..<end])
    }
}
