internal import Markup

/// What the names in an element's `class`, `id`, `itemprop` and `rel` suggest of its role. A name is a hint and no proof:
/// the finder believes it where shape and content agree.
struct Hints: OptionSet, Hashable, Sendable {
    let rawValue: UInt32

    static let comment = Hints(rawValue: 1 << 0)
    static let post = Hints(rawValue: 1 << 1)
    static let reply = Hints(rawValue: 1 << 2)
    static let author = Hints(rawValue: 1 << 3)
    static let time = Hints(rawValue: 1 << 4)
    static let body = Hints(rawValue: 1 << 5)
    static let action = Hints(rawValue: 1 << 6)
    static let vote = Hints(rawValue: 1 << 7)
    static let avatar = Hints(rawValue: 1 << 8)
    static let signature = Hints(rawValue: 1 << 9)
    static let quote = Hints(rawValue: 1 << 10)
    static let meta = Hints(rawValue: 1 << 11)
    static let pingback = Hints(rawValue: 1 << 12)
    static let deleted = Hints(rawValue: 1 << 13)
    static let aside = Hints(rawValue: 1 << 14)
    static let depth = Hints(rawValue: 1 << 15)
    static let badge = Hints(rawValue: 1 << 16)
    static let title = Hints(rawValue: 1 << 17)
    static let children = Hints(rawValue: 1 << 18)
    static let hiddenText = Hints(rawValue: 1 << 19)
    static let profile = Hints(rawValue: 1 << 20)
    static let exactName = Hints(rawValue: 1 << 21)

    /// Reads the hints of one attribute value in a single pass.
    static func read(_ value: ArraySlice<UInt8>) -> Hints {
        var hints: Hints = []
        value.withUnsafeBufferPointer { value in
            var at = 0
            while at < value.count {
                while at < value.count, value[at] <= 0x20 { at += 1 }
                var stop = at
                while stop < value.count, value[stop] > 0x20 { stop += 1 }
                if stop > at { hints.formUnion(token(UnsafeBufferPointer(rebasing: value[at..<stop]))) }
                at = stop
            }
        }
        return hints
    }

    private static func token(_ token: UnsafeBufferPointer<UInt8>) -> Hints {
        var hints: Hints = []
        if isUtility(token) { return hints }
        let (needles, seconds) = (Hints.needles, Hints.seconds)
        for at in 0..<token.count {
            let letter = token[at] | 0x20
            guard letter >= 0x61, letter <= 0x7A, at + 1 < token.count, seconds[Int(letter - 0x61)] >> UInt32(token[at + 1] & 0x1F) & 1 != 0 else { continue }
            for (needle, hint, whole) in needles[Int(letter - 0x61)] {
                guard token.count - at >= needle.count, !whole || (at == 0 && token.count == needle.count) else { continue }
                var same = true
                for i in 1..<max(1, needle.count) where token[at + i] | 0x20 != needle[i] | 0x20 {
                    same = false
                    break
                }
                if same { hints.formUnion(hint) }
            }
        }
        return hints
    }

    /// Whether a class word only says how an element looks (`text-muted`, `justify-content-between`, `md:flex`), as the utility classes of
    /// Bootstrap and Tailwind do.
    static func isUtility(_ token: UnsafeBufferPointer<UInt8>) -> Bool {
        func begins(with word: [UInt8], at place: Int = 0) -> Bool { token.count - place >= word.count && word.indices.allSatisfy { token[place + $0] | 0x20 == word[$0] | 0x20 } }
        switch token[0] | 0x20 {
        case 0x74: if begins(with: textPrefix) { return !textParts.contains { begins(with: $0, at: textPrefix.count) } }
        case 0x6A, 0x61, 0x70, 0x75: if utilities.contains(where: { begins(with: $0) }) { return true }
        default: break
        }
        // `md:text-sm`: a utility under a condition.
        return token.dropLast().contains(0x3A)
    }

    private static let textPrefix = Array("text-".utf8)
    /// Behind `text-`: parts of a comment after all.
    private static let textParts = ["content", "body", "wrapper", "block", "container", "comment", "inner", "box", "holder", "message", "html"].map { Array($0.utf8) }
    private static let utilities = ["justify-content", "align-content", "place-content", "align-text", "user-select"].map { Array($0.utf8) }

    /// The web's own words for the parts of a comment, as class names use them, by first letter.
    /// A leading `=` asks for the whole name.
    private static let words: [(String, Hints)] = [
        ("comment", .comment), ("commnt", .comment), ("cmt", .comment), ("disqus", .comment), ("dsq", .comment),
        ("respons", .comment), ("talkback", .comment), ("kommentar", .comment), ("comentario", .comment), ("comment-", .comment),
        ("commento", .comment), ("yorum", .comment), ("reaction", .reply), ("guestbook", .comment),
        ("discuss", .comment), ("shout", .comment), ("reacties", .comment), ("komentarz", .comment), ("comentari", .comment),
        ("post", .post), ("message", .post), ("=msg", .post), ("topic", .post), ("entry", .post), ("answer", .post), ("thing", .post),
        ("reply", .reply), ("replies", .reply), ("antwort", .reply), ("respond", .reply),
        ("author", .author), ("user", .author), ("poster", .author), ("nick", .author), ("byline", .author), ("vcard", .author),
        ("commenter", .author), ("persona", .author), ("who", .author), ("creator", .author), ("owner", .author), ("autor", .author),
        ("contributor", .author), ("member", .author), ("postedby", .author), ("posted-by", .author), ("posted_by", .author),
        ("=fn", [.author, .exactName]), ("=author", [.author, .exactName]), ("=name", [.author, .exactName]),
        ("username", [.author, .exactName]), ("user-name", [.author, .exactName]), ("user_name", [.author, .exactName]),
        ("authorname", [.author, .exactName]), ("author-name", [.author, .exactName]), ("author_name", [.author, .exactName]),
        ("author__name", [.author, .exactName]), ("nickname", [.author, .exactName]), ("displayname", [.author, .exactName]),
        ("display-name", [.author, .exactName]), ("hnuser", [.author, .exactName]), ("name", .author), ("=by", .author),
        ("time", .time), ("date", .time), ("posted", .time), ("published", .time), ("=ago", .time), ("=age", .time), ("submitted", .time),
        ("when", .time), ("created", .time), ("datum", .time), ("fecha", .time),
        ("body", .body), ("text", .body), ("content", .body), ("message", .body), ("markdown", .body), ("=md", .body),
        ("bbwrapper", .body), ("prose", .body), ("description", .body), ("=cooked", .body), ("=desc", .body),
        ("action", .action), ("button", .action), ("btn", .action), ("toolbar", .action), ("tools", .action), ("control", .action),
        ("permalink", .action), ("share", .action), ("report", .action), ("flag", .action), ("edit", .action), ("=links", .action),
        ("options", .action), ("menu", .action), ("login", .action), ("footer", .action), ("toggle", .action), ("collapse", .action),
        ("expand", .action), ("cancel", .action), ("moderat", .action), ("abuse", .action), ("=nav", .action), ("like", .vote),
        ("vote", .vote), ("voting", .vote), ("rating", .vote), ("score", .vote), ("karma", .vote), ("recommend", .vote), ("thumb", .vote),
        ("points", .vote), ("upvote", .vote), ("reputation", .vote),
        ("avatar", .avatar), ("gravatar", .avatar), ("userpic", .avatar), ("user-pic", .avatar), ("picture", .avatar), ("photo", .avatar),
        ("icon", .avatar), ("thumbnail", .avatar),
        ("signature", .signature), ("=sig", .signature),
        ("quote", .quote), ("=cite", .quote),
        ("meta", .meta), ("info", .meta), ("header", .meta), ("=head", .meta), ("details", .meta), ("=hdr", .meta), ("=title", .title),
        ("subject", .title), ("headline", .title),
        ("pingback", .pingback), ("trackback", .pingback),
        ("deleted", .deleted), ("removed", .deleted),
        ("sidebar", .aside), ("related", .aside), ("recent", .aside), ("popular", .aside), ("widget", .aside), ("trending", .aside),
        ("recommended", .aside), ("tweet", .aside), ("twitter", .aside), ("product", .aside), ("promo", .aside), ("teaser", .aside),
        ("breadcrumb", .aside), ("latest", .aside), ("newsletter", .aside), ("archive", .aside), ("blogroll", .aside),
        ("depth", .depth), ("level", .depth), ("lvl", .depth), ("indent", .depth),
        ("badge", .badge), ("role", .badge), ("rank", .badge), ("usertitle", .badge), ("=says", .badge), ("flair", .badge),
        ("children", .children), ("replies", .children), ("subtree", .children), ("thread", .children), ("nested", .children),
        ("screen-reader", .hiddenText), ("sr-only", .hiddenText), ("visually-hidden", .hiddenText), ("visuallyhidden", .hiddenText),
        ("assistive", .hiddenText), ("=hide", .hiddenText), ("says", .badge),
    ]

    /// By first letter, which second ones its words have, upper and lower case alike: most places in a name are ruled out by them.
    private static let seconds: [UInt32] = needles.map { $0.reduce(0) { $0 | 1 << UInt32($1.bytes[1] & 0x1F) } }

    private static let needles: [[(bytes: [UInt8], hint: Hints, whole: Bool)]] = {
        var table = [[(bytes: [UInt8], hint: Hints, whole: Bool)]](repeating: [], count: 26)
        for (word, hint) in words {
            let whole = word.hasPrefix("=")
            let bytes = Array(word.utf8.dropFirst(whole ? 1 : 0))
            table[Int(bytes[0] - 0x61)].append((bytes, hint, whole))
        }
        return table
    }()
}
