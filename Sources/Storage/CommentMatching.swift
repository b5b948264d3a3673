internal import DiscourseModel

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
