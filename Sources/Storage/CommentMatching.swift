internal import DiscourseModel

/// What a comment is recognised by in another capture of its article.
///
/// The platform's id, where the page shows it; else name, time as worded and text together, so that an edited comment without
/// an id counts as another one. A time that is told from now ("3 hours ago") is left out, as it changes from capture to capture.
struct CommentIdentity: Hashable {
    private var platformKey: String?
    private var author: String?
    private var posted: String?
    private var text: String?

    /// `nil` where a comment shows too little to be told from others: no id, no name, no time, and fewer than 40 bytes of text.
    init?(platformKey: String?, author: Author?, posted: String?, text: String) {
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

    init?(_ comment: Comment) {
        self.init(platformKey: comment.platformKey, author: comment.author, posted: comment.postedText, text: comment.text)
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

/// The comments that an article already has, to be matched with those of another capture.
/// Equal ones are told apart by their order: the first of a page is the first that was stored.
struct KnownComments {
    struct Known {
        var id: Int
        var text: String
        /// Numbers of the oldest and the newest capture that has it.
        var first: Int
        var last: Int
    }

    private var waiting: [CommentIdentity: [Known]] = [:]

    mutating func add(_ known: Known, as identity: CommentIdentity) { waiting[identity, default: []].append(known) }

    /// To be called once, after the last `add` in order of ids.
    mutating func reverseQueues() { for key in waiting.keys { waiting[key]?.reverse() } }

    /// The stored row of a comment; each row is given once.
    mutating func take(_ comment: Comment) -> Known? {
        guard let identity = CommentIdentity(comment) else { return nil }
        return waiting[identity]?.popLast()
    }
}
