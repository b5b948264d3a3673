/// What a comment is recognised by in another capture of its article, and by what a person says of it.
///
/// The platform's id, where the page shows it; else name, time as worded and text together, so that an edited comment without
/// an id counts as another one. A time that is told from now ("3 hours ago") is left out, as it changes from capture to capture.
package struct CommentIdentity: Hashable, Sendable, Codable {
    package private(set) var platformKey: String?
    package private(set) var author: String?
    package private(set) var posted: String?
    package private(set) var text: String?

    /// `nil` where a comment shows too little to be told from others: no id, no name, no time, and fewer than 40 bytes of text.
    package init?(platformKey: String?, author: Author?, posted: String?, text: String) {
        if let platformKey, !platformKey.isEmpty {
            self.platformKey = platformKey
            return
        }
        let author = author.flatMap { $0.isAnonymous ? nil : $0.name }
        if author == nil, posted == nil, text.utf8.count < 40 { return nil }
        self.author = author
        self.posted = posted.flatMap { isAbsolute($0) ? $0 : nil }
        self.text = text
    }

    package init?(_ comment: Comment) {
        self.init(platformKey: comment.platformKey, author: comment.author, posted: comment.postedText, text: comment.text)
    }

    mutating func mask(_ names: Set<String>) { text = text?.masking(names) }
}

/// A comment of an article, wherever it stands: its identity, and which one it is of those that are equal, from 0 in page order.
package struct CommentReference: Hashable, Sendable, Codable {
    package var identity: CommentIdentity
    package var nth: Int

    package init(identity: CommentIdentity, nth: Int = 0) {
        self.identity = identity
        self.nth = nth
    }
}

extension [Comment] {
    /// What each is referred to by; `nil` for one that shows too little to be known again.
    package func references() -> [CommentReference?] {
        var counts: [CommentIdentity: Int] = [:]
        return map { comment in
            CommentIdentity(comment).map { identity in
                defer { counts[identity, default: 0] += 1 }
                return CommentReference(identity: identity, nth: counts[identity] ?? 0)
            }
        }
    }
}

/// Whether a time names a year or has as many digits as a date: then it reads the same tomorrow.
private func isAbsolute(_ posted: String) -> Bool {
    var run = 0
    var digits = 0
    for byte in posted.utf8 {
        if (48...57).contains(byte) {
            run += 1
            digits += 1
            if run == 4 || digits == 6 { return true }
        } else {
            run = 0
        }
    }
    return false
}
