/// Figures of a whole discussion and of each of its threads, with their bases.
package struct DiscussionMeasures: Hashable, Sendable, Codable {
    package var whole: ThreadFigures
    /// One a thread (a top-level comment, or one that answers someone absent, and all below it), in page order.
    package var threads: [ThreadFigures]
    package var tags: [TagFigures]
    /// The base of every tag that was looked for, found or not: the comments that could have borne it.
    package var tagBases: [String: Int]
    /// What takes longer to work out; `nil` until a report asks for it.
    package var detail: DiscussionDetail?

    package init(
        whole: ThreadFigures = ThreadFigures(), threads: [ThreadFigures] = [], tags: [TagFigures] = [], tagBases: [String: Int] = [:],
        detail: DiscussionDetail? = nil
    ) {
        self.whole = whole
        self.detail = detail
        self.threads = threads
        self.tags = tags
        self.tagBases = tagBases
    }
}

/// The shape of one thread, or of all of a page's together.
package struct ThreadFigures: Hashable, Sendable, Codable {
    /// Index of the thread's first comment; `nil` for the whole discussion.
    package var root: Int?
    package var comments: Int
    /// Different named authors (anonymous and unnamed comments are not in it).
    package var authors: Int
    /// Comments without a name, or with one that stands for nobody in particular.
    package var unnamed: Int
    /// The greatest depth, a top-level comment at 0, over comments whose depth is known; `nil` without any.
    package var maxDepth: Int?
    /// The mean over the same comments.
    package var meanDepth: Double?
    /// The most comments at one depth.
    package var width: Int
    /// Comments at each depth, from 0.
    package var byDepth: [Int]
    /// Comments whose depth is not known: they answer, or stand below one that answers, someone who is not on the page.
    package var unknownDepth: Int
    /// Replies whose parent is here, by what spoke for them.
    package var repliesByEvidence: [String: Int]
    package var explicitReplies: Int
    package var inferredReplies: Int
    /// Replies whose parent a person stated: neither the page's word nor inferred.
    package var humanReplies: Int
    /// Comments known to answer someone, whose parent is not settled.
    package var unresolvedReplies: Int

    package init(
        root: Int? = nil, comments: Int = 0, authors: Int = 0, unnamed: Int = 0, maxDepth: Int? = nil, meanDepth: Double? = nil,
        width: Int = 0, byDepth: [Int] = [], unknownDepth: Int = 0, repliesByEvidence: [String: Int] = [:],
        explicitReplies: Int = 0, inferredReplies: Int = 0, humanReplies: Int = 0, unresolvedReplies: Int = 0
    ) {
        self.root = root
        self.comments = comments
        self.authors = authors
        self.unnamed = unnamed
        self.maxDepth = maxDepth
        self.meanDepth = meanDepth
        self.width = width
        self.byDepth = byDepth
        self.unknownDepth = unknownDepth
        self.repliesByEvidence = repliesByEvidence
        self.explicitReplies = explicitReplies
        self.inferredReplies = inferredReplies
        self.humanReplies = humanReplies
        self.unresolvedReplies = unresolvedReplies
    }
}

/// How often a tag stands in a discussion, in the authors' own voice.
package struct TagFigures: Hashable, Sendable, Codable {
    package var tag: String
    /// Comments that bear the tag, and matches in them.
    package var comments: Int
    package var matches: Int
    /// Matches inside quoted passages; in no other figure.
    package var quoted: Int
    /// Different named authors who used it.
    package var authors: Int
    /// Comments that could have borne it: live, with own text, in a language of its sets or one that cannot be told (`TagBases`).
    package var base: Int
    /// Tagged comments at each depth, from 0, and where the depth is unknown.
    package var byDepth: [Int]
    package var unknownDepth: Int
    /// 95 % interval of comments / base: E. B. Wilson, JASA 22 (1927).
    package var low: Double
    package var high: Double

    package init(
        tag: String, comments: Int, matches: Int, quoted: Int, authors: Int, base: Int, byDepth: [Int], unknownDepth: Int,
        low: Double, high: Double
    ) {
        self.tag = tag
        self.comments = comments
        self.matches = matches
        self.quoted = quoted
        self.authors = authors
        self.base = base
        self.byDepth = byDepth
        self.unknownDepth = unknownDepth
        self.low = low
        self.high = high
    }
}
