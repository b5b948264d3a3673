/// The comments in which each tag could have been found: the base of every rate.
///
/// A comment counts when it is live, has words of its own, and is in a language of the tag's sets, or in one that cannot be told: on these
/// the sets were run. (The same id may stand in sets of several languages.)
package struct TagBases: Sendable {
    /// Live comments with words of their own, in any language.
    package let live: [Bool]
    /// How many these are.
    package let count: Int
    /// By comment; empty where no set asks.
    private let languages: [String?]
    /// The languages of each tag's sets; `nil`: any.
    private var gates: [String: Set<String>?] = [:]

    /// - Parameters:
    ///   - sets: those that tagged the comments.
    ///   - language: tells a text's primary language (`en`), or `nil`.
    package init(_ comments: [Comment], sets: [PatternSetVersion], language: (String) -> String?) {
        let live = comments.map(\.canBearTags)
        self.live = live
        count = live.count { $0 }
        for set in sets {
            for tag in set.tags {
                switch (gates[tag.id], set.language.map(primaryLanguage)) {
                case (.some(.none), _), (_, nil): gates[tag.id] = .some(nil)
                case (.some(.some(let known)), let language?): gates[tag.id] = .some(known.union([language]))
                case (nil, let language?): gates[tag.id] = .some([language])
                }
            }
        }
        let isAsked = sets.contains { $0.language != nil }
        languages = isAsked ? zip(comments, live).map { $1 ? language($0.text).map(primaryLanguage) : nil } : []
    }

    /// Whether a tag could have been found in a comment.
    package func contains(_ comment: Int, for tag: String) -> Bool {
        guard live.indices.contains(comment), live[comment] else { return false }
        guard let gate = gates[tag].flatMap({ $0 }), let language = languages[comment] else { return true }
        return gate.contains(language)
    }

    /// The marks of all comments, for one tag.
    package func marks(for tag: String) -> [Bool] {
        guard gates[tag].flatMap({ $0 }) != nil else { return live }
        return live.indices.map { contains($0, for: tag) }
    }

    package func count(for tag: String) -> Int {
        guard gates[tag].flatMap({ $0 }) != nil else { return count }
        return live.indices.count { contains($0, for: tag) }
    }

    /// The base of every tag of the sets, found in a comment or not.
    package var counts: [String: Int] {
        var known: [Set<String>?: Int] = [:]
        var counts: [String: Int] = [:]
        for (tag, gate) in gates {
            let count = known[gate] ?? count(for: tag)
            known[gate] = count
            counts[tag] = count
        }
        return counts
    }
}

extension Comment {
    /// Whether tags in it count: live, no pingback, and anything but white space in it (quote boxes and signatures are not in `text`).
    package var canBearTags: Bool { state == .live && kind == .comment && text.utf8.contains { $0 > 0x20 } }
}

/// `en-GB` → `en`.
package func primaryLanguage(_ tag: String) -> String { String(tag.prefix { $0 != "-" && $0 != "_" }).lowercased() }
