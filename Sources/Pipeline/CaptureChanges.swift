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
        let gone = placeholders(&changes, older: older, newer: newer, before: before, now: now)
        changes += older.comments.filter { !now.contains($0.row) && !gone.contains($0.row) }.map { CommentChange(kind: kind, comment: $0) }
        return CaptureChanges(older: older, newer: newer, changes: changes)
    }
}

/// A placeholder without an id is no new comment: it stands where an older one stood, between the same two comments.
///
/// - Returns: the rows of the comments whose places are kept.
private func placeholders(
    _ changes: inout [CommentChange], older: CaptureContents, newer: CaptureContents, before: [Int: CapturedComment], now: Set<Int>
) -> Set<Int> {
    let place = Dictionary(older.comments.enumerated().map { ($1.row, $0) }, uniquingKeysWith: { first, _ in first })
    let position = Dictionary(newer.comments.enumerated().map { ($1.row, $0) }, uniquingKeysWith: { first, _ in first })
    var gone = Set<Int>()
    for index in changes.indices where changes[index].kind == .added {
        let comment = changes[index].comment
        guard comment.state == .deleted || comment.state == .removed, let at = position[comment.row] else { continue }
        let above = at > 0 ? place[newer.comments[at - 1].row] : -1
        let below = at + 1 < newer.comments.count ? place[newer.comments[at + 1].row] : older.comments.count
        // Both neighbours must be known, and one comment have stood between them.
        guard let above, let below, below == above + 2, let old = before[older.comments[above + 1].row], !now.contains(old.row), !gone.contains(old.row) else { continue }
        gone.insert(old.row)
        changes[index].kind = .deleted
        changes[index].before = old
    }
    return gone
}
