internal import DiscourseModel
package import Storage

/// What changed in a discussion from one capture to a later one.
package struct CaptureChanges: Sendable {
    package var older: CaptureContents
    package var newer: CaptureContents
    /// Those of the newer capture in its page order, then what it does not have.
    package var changes: [CommentChange]
}

/// What happened to a comment.
package struct CommentChange: Sendable {
    package var kind: Kind
    /// As the newer capture shows it; where it does not, as the older one did.
    package var comment: CapturedComment
    /// What the older capture showed of one that was edited.
    package var before: CapturedComment?

    package enum Kind: String, Sendable, CaseIterable {
        case added
        /// An earlier capture had it, and the one between did not.
        case seenAgain = "seen-again"
        case edited
        /// Its words are gone and its place is kept.
        case deleted
        /// Both captures are complete, and the newer one does not have it.
        case gone
        /// The newer capture does not have it, and one of both is not complete.
        case notSeen = "not-seen"
    }
}

/// The changes between each capture and the next, the oldest first.
package func captureChanges(_ captures: [CaptureContents]) -> [CaptureChanges] {
    var seen = Set<Int>()
    return zip(captures, captures.dropFirst()).map { older, newer in
        let before = Dictionary(older.comments.map { ($0.row, $0) }, uniquingKeysWith: { first, _ in first })
        let now = Set(newer.comments.map(\.row))
        seen.formUnion(before.keys)
        var changes: [CommentChange] = []
        for comment in newer.comments {
            guard let old = before[comment.row] else {
                changes.append(CommentChange(kind: seen.contains(comment.row) ? .seenAgain : .added, comment: comment))
                continue
            }
            if comment.state != old.state, comment.state == .deleted || comment.state == .removed {
                changes.append(CommentChange(kind: .deleted, comment: comment, before: old))
            } else if comment.text != old.text {
                changes.append(CommentChange(kind: .edited, comment: comment, before: old))
            }
        }
        let kind: CommentChange.Kind = older.isComplete && newer.isComplete ? .gone : .notSeen
        changes += older.comments.filter { !now.contains($0.row) }.map { CommentChange(kind: kind, comment: $0) }
        return CaptureChanges(older: older, newer: newer, changes: changes)
    }
}
