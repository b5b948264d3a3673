/// What one tagging of a discussion has that another has not.
///
/// Two taggings are the same where tag, comment, words and voice are: which line of the tag matched, and its groups, may differ.
package struct TagChanges: Hashable, Sendable {
    package var gained: [Tagging]
    package var lost: [Tagging]

    package init(from old: [Tagging], to new: [Tagging]) {
        let before = Set(old.map(Identity.init)), after = Set(new.map(Identity.init))
        gained = new.filter { !before.contains(Identity($0)) }
        lost = old.filter { !after.contains(Identity($0)) }
    }

    package var isEmpty: Bool { gained.isEmpty && lost.isEmpty }

    private struct Identity: Hashable {
        var comment, start, end: Int
        var tag: String
        var voice: Tagging.Voice

        init(_ tagging: Tagging) {
            (comment, start, end) = (tagging.comment, tagging.span.start, tagging.span.end)
            (tag, voice) = (tagging.tag, tagging.voice)
        }
    }
}
