/// One reader comment, with what the page says of it and nothing else.
package struct Comment: Hashable, Sendable, Codable {
    /// `c0001`, `c0002` ... in page order; unique within its discussion.
    package var id: String
    /// The comment's own id on its platform, where the page shows it.
    package var platformKey: String?
    /// `nil` where the page shows no name.
    package var author: Author?
    package var posted: Timestamp?
    /// The time as the page words it.
    package var postedText: String?
    package var votes: Votes?
    /// Paragraphs are parted by an empty line, lines within one by a line feed. Buttons, signatures and counts are not in it.
    package var text: String
    /// Passages the page marks as quoted from another comment (a forum's quote boxes); they are not in `text`.
    package var quoted: [QuotedPassage]
    package var signature: String?
    package var state: State
    package var kind: Kind
    package var permalink: String?
    package var place: Place?

    package enum State: String, Hashable, Sendable, Codable { case live, deleted, removed, hidden }
    package enum Kind: String, Hashable, Sendable, Codable { case comment, pingback }

    package init(
        id: String, platformKey: String? = nil, author: Author? = nil, posted: Timestamp? = nil, postedText: String? = nil,
        votes: Votes? = nil, text: String, quoted: [QuotedPassage] = [], signature: String? = nil, state: State = .live, kind: Kind = .comment,
        permalink: String? = nil, place: Place? = nil
    ) {
        self.id = id
        self.platformKey = platformKey
        self.author = author
        self.posted = posted
        self.postedText = postedText
        self.votes = votes
        self.text = text
        self.quoted = quoted
        self.signature = signature
        self.state = state
        self.kind = kind
        self.permalink = permalink
        self.place = place
    }

    /// The id of the comment at a position in page order.
    package static func id(at index: Int) -> String {
        let digits = String(index + 1)
        return "c" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
}

/// A quote box in a comment: what it repeats, and whose it says that is.
package struct QuotedPassage: Hashable, Sendable, Codable {
    package var text: String
    package var author: String?
    /// The platform id of the quoted comment.
    package var key: String?
    /// Where it stood: UTF-8 bytes into the comment's text.
    package var at: Int

    package init(text: String, author: String? = nil, key: String? = nil, at: Int) {
        self.text = text
        self.author = author
        self.key = key
        self.at = at
    }
}

/// Who wrote a comment, by the name the page shows.
package struct Author: Hashable, Sendable, Codable {
    package var name: String
    /// The address of the author's profile or home page.
    package var profile: String?
    /// The author's id on the platform.
    package var key: String?
    /// Roles the page shows beside the name: "Moderator", "Author" ...
    package var badges: [String]

    package init(name: String, profile: String? = nil, key: String? = nil, badges: [String] = []) {
        self.name = name
        self.profile = profile
        self.key = key
        self.badges = badges
    }

    /// Whether the name stands for nobody in particular. Two such comments are not by one author.
    package var isAnonymous: Bool { Author.anonymousNames.contains(name.lowercased()) }

    /// Names that platforms give to whoever has none (platforms' default templates, in their languages).
    private static let anonymousNames: Set<String> = [
        "", "guest", "anonymous", "anonymous coward", "unknown", "anon", "visitor", "user", "deleted", "[deleted]", "[removed]",
        "deleted user", "deleted account", "gast", "anonym", "unbekannt", "invité", "anonyme", "invitado", "anónimo", "anonimo", "convidado",
        "anônimo", "ospite", "gość", "anonim", "гость", "аноним", "misafir", "زائر", "مجهول", "游客", "匿名", "匿名用户", "ゲスト", "名無しさん",
    ]
}

/// Votes as the page shows them; a part that it does not show is `nil`.
package struct Votes: Hashable, Sendable, Codable {
    package var up: Int?
    package var down: Int?
    /// The one number of platforms that show only a balance.
    package var score: Int?

    package init(up: Int? = nil, down: Int? = nil, score: Int? = nil) {
        self.up = up
        self.down = down
        self.score = score
    }

    /// The balance: as shown, else up minus down.
    package var balance: Int? { score ?? up.map { $0 - (down ?? 0) } ?? down.map { -$0 } }
}
