/// A pattern that matched in a comment: which one, where, in whose voice.
package struct Tagging: Hashable, Sendable, Codable {
    /// Index of the comment in the discussion.
    package var comment: Int
    /// `rhetoric/name-calling`: the set's name and the tag's id.
    package var tag: String
    /// The line of the tag that matched: `any[2]`, `near`.
    package var line: String
    package var span: TextSpan
    package var voice: Voice
    /// Named groups of the pattern, by name: what the tag is aimed at.
    package var groups: [String: String]

    package enum Voice: String, Hashable, Sendable, Codable {
        /// The comment's author speaks.
        case own
        /// The match lies in a passage the comment quotes.
        case quoted
    }

    package init(comment: Int, tag: String, line: String, span: TextSpan, voice: Voice = .own, groups: [String: String] = [:]) {
        self.comment = comment
        self.tag = tag
        self.line = line
        self.span = span
        self.voice = voice
        self.groups = groups
    }
}

/// What a tag is, for those who read it: the part of a pattern file that a report shows.
package struct TagDefinition: Hashable, Sendable, Codable {
    /// `rhetoric/name-calling`.
    package var id: String
    package var kind: Kind
    package var label: String
    package var about: String?
    /// Taxonomy and citation, as one line.
    package var source: String?
    package var isExperimental: Bool

    package enum Kind: String, Hashable, Sendable, Codable, CaseIterable { case theme, rhetoric }

    package init(id: String, kind: Kind, label: String, about: String? = nil, source: String? = nil, isExperimental: Bool = false) {
        self.id = id
        self.kind = kind
        self.label = label
        self.about = about
        self.source = source
        self.isExperimental = isExperimental
    }
}

/// A pattern set as it was when it tagged: its name and the hash of its text, so that a figure can be traced to the exact patterns.
package struct PatternSetVersion: Hashable, Sendable, Codable {
    package var set: String
    package var kind: TagDefinition.Kind
    /// BCP 47 language of the set; `nil` for any.
    package var language: String?
    /// SHA-256 of the file, in lower-case hex.
    package var sha256: String
    /// The file, relative to the pattern folder.
    package var file: String
    package var tags: [TagDefinition]

    package init(set: String, kind: TagDefinition.Kind, language: String?, sha256: String, file: String, tags: [TagDefinition]) {
        self.set = set
        self.kind = kind
        self.language = language
        self.sha256 = sha256
        self.file = file
        self.tags = tags
    }
}
