import DiscourseModel

/// A pattern file as it is written, before its expressions are compiled.
struct PatternFileSyntax {
    var set: String
    var kind: TagDefinition.Kind
    /// BCP 47; `nil` for any language.
    var language: String?
    var license: String?
    var fragments: [Fragment] = []
    var tags: [TagSyntax] = []
    /// Whether its head is right; the tags of a file whose head is wrong are checked and not used.
    var isUsable = true

    struct Fragment {
        var name: String
        var place: Int
        var text: PlacedString
    }
}

/// A `[[tag]]` as it is written. Places are bytes of the file.
struct TagSyntax {
    /// With the set's name: `rhetoric/name-calling`.
    var id: String
    var place: Int
    var label: String
    var about: String?
    var source: String?
    var isExperimental = false
    var ignoresCase = true
    var words = true
    var any: [PlacedString] = []
    var all: [PlacedString] = []
    var unless: [PlacedString] = []
    var near: NearSyntax?
    var parent: ParentSyntax?
    var whereabouts: Whereabouts = .any
    /// Whether what the comment quotes counts like its author's own words.
    var countsQuoted = false
    var min = 1
    var examples: [TagExample] = []
    /// An error was found in it; it is read to the end, and not used.
    var isBroken = false

    struct NearSyntax {
        var a: PlacedString
        var b: PlacedString
        var rule: NearRule
    }

    struct ParentSyntax {
        var tag: (id: String, place: Int)?
        var any: [PlacedString] = []
    }
}

/// Which comments a tag looks at.
enum Whereabouts: String, CaseIterable, Sendable {
    case any
    case topLevel = "top-level"
    /// Comments that answer someone, on the page or not.
    case reply
}

/// How near two expressions must stand.
struct NearRule: Hashable, Sendable {
    /// Words between the two, at most.
    var words = 5
    var order: Order = .either
    /// Whether a sentence may end between them.
    var across = false

    enum Order: String, CaseIterable, Sendable {
        case either
        /// `a` before `b`.
        case given
    }
}

/// A line of `match` or `no_match`: a comment that a tag must or must not be found in.
struct TagExample: Hashable, Sendable {
    /// Without the marks.
    var text: String
    /// What must be hit, in bytes of `text`; empty when any hit will do.
    var spans: [Range<Int>]
    /// The comment it answers.
    var parent: String?
    var expectsMatch: Bool
    /// Byte of the file.
    var place: Int
}
