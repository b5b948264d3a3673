/// In which languages each tag of some pattern sets is looked for. The same for every page that they tag: made once for a run.
package struct TagGates: Sendable {
    /// Tags that their pattern files call experimental.
    package let experimental: Set<String>
    /// Which of the gates each tag has.
    fileprivate let numbers: [String: Int]
    /// Languages; `nil`: any.
    fileprivate let gates: [Set<String>?]
    /// Whether any set has a language.
    fileprivate let asksForLanguage: Bool

    package init(_ sets: [PatternSetVersion]) {
        experimental = Set(sets.flatMap(\.tags).filter(\.isExperimental).map(\.id))
        asksForLanguage = sets.contains { $0.language != nil }
        var languages: [String: Set<String>?] = [:]
        for set in sets {
            for tag in set.tags {
                switch (languages[tag.id], set.language.map(primaryLanguage)) {
                case (.some(.none), _), (_, nil): languages[tag.id] = .some(nil)
                case (.some(.some(let known)), let language?): languages[tag.id] = .some(known.union([language]))
                case (nil, let language?): languages[tag.id] = .some([language])
                }
            }
        }
        let gates = Array(Set(languages.values))
        self.gates = gates
        numbers = languages.mapValues { gate in gates.firstIndex(of: gate) ?? 0 }
    }
}

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
    private let gates: TagGates
    /// How many comments pass each gate.
    private let passed: [Int]

    /// - Parameters:
    ///   - sets: those that tagged the comments.
    ///   - language: tells a text's primary language (`en`), or `nil`.
    package init(_ comments: [Comment], sets: [PatternSetVersion], language: (String) -> String?) {
        let gates = TagGates(sets)
        self.init(
            comments, gates: gates,
            languages: gates.asksForLanguage ? comments.map { $0.canBearTags ? language($0.text).map(primaryLanguage) : nil } : [])
    }

    /// - Parameter languages: of the comments that can bear tags, where a set asks.
    package init(_ comments: [Comment], gates: TagGates, languages: [String?]) {
        let live = comments.map(\.canBearTags)
        let count = live.count { $0 }
        (self.live, self.count, self.languages, self.gates) = (live, count, languages, gates)
        passed = gates.gates.map { gate in gate.map { gate in live.indices.count { live[$0] && (languages[$0].map(gate.contains) ?? true) } } ?? count }
    }

    /// Whether a tag could have been found in a comment.
    package func contains(_ comment: Int, for tag: String) -> Bool {
        guard live.indices.contains(comment), live[comment] else { return false }
        guard let gate = gates.numbers[tag].flatMap({ gates.gates[$0] }), let language = languages[comment] else { return true }
        return gate.contains(language)
    }

    /// The marks of all comments, for one tag.
    package func marks(for tag: String) -> [Bool] {
        guard gates.numbers[tag].flatMap({ gates.gates[$0] }) != nil else { return live }
        return live.indices.map { contains($0, for: tag) }
    }

    package func count(for tag: String) -> Int { gates.numbers[tag].map { passed[$0] } ?? count }

    /// The base of every tag of the sets, found in a comment or not.
    package var counts: [String: Int] { gates.numbers.mapValues { passed[$0] } }
}

extension Comment {
    /// Whether tags in it count: live, no pingback, and anything but white space in it (quote boxes and signatures are not in `text`).
    package var canBearTags: Bool { state == .live && kind == .comment && text.utf8.contains { $0 > 0x20 } }
}

/// `en-GB` → `en`.
package func primaryLanguage(_ tag: String) -> String {
    // Most are one already.
    if tag.utf8.allSatisfy({ (0x61...0x7A).contains($0) }) { return tag }
    return String(tag.prefix { $0 != "-" && $0 != "_" }).lowercased()
}
