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
    /// Who wrote last in a thread that a list of threads names.
    static let lastPost = Hints(rawValue: 1 << 22)
    /// The newest comments of a site, or those that most read.
    static let newest = Hints(rawValue: 1 << 23)
    /// A part of an account's entry that another site shows.
    static let tweet = Hints(rawValue: 1 << 24)
    /// Only how large its letters are.
    static let small = Hints(rawValue: 1 << 25)

    /// Reads the hints of one attribute value in a single pass.
    static func read(_ value: ArraySlice<UInt8>) -> Hints { value.withUnsafeBufferPointer(read) }

    static func read(_ value: UnsafeBufferPointer<UInt8>) -> Hints {
        var hints: Hints = []
        forEachToken(value) { hints.formUnion(token($0)) }
        return hints
    }

    private static func token(_ token: UnsafeBufferPointer<UInt8>) -> Hints {
        if isUtility(token) || isModifier(token) { return [] }
        var hints = needles.hints(in: token)
        if hints.contains(.newest) { hints.subtract([.comment, .reply]) }
        // "smalltext" is how something looks.
        if hints.contains(.small) { hints.subtract(.body) }
        // A name says last what it is of: "userContent" is content, "messageAuthor" an author.
        if hints.isSuperset(of: [.author, .body]) { hints.subtract(needles.last(of: [.author, .body], in: token) == .body ? .author : .body) }
        return hints
    }

    /// Whether a class word only says how an element looks (`text-muted`, `justify-content-between`, `md:flex`), as the utility classes of
    /// Bootstrap and Tailwind do, or what an article is about (`tag-user-comments`, `category-reviews`), as WordPress does.
    static func isUtility(_ token: UnsafeBufferPointer<UInt8>) -> Bool {
        func begins(with word: [UInt8], at place: Int = 0) -> Bool { token.count - place >= word.count && word.indices.allSatisfy { token[place + $0] | 0x20 == word[$0] | 0x20 } }
        let letter = Int((token[0] | 0x20) &- 0x61)
        if letter < 26, utilities[letter].contains(where: { begins(with: $0) }) { return true }
        if letter == 0x74 - 0x61, begins(with: textPrefix) { return !textParts.contains { begins(with: $0, at: textPrefix.count) } }
        // `md:text-sm`: a utility under a condition.
        return token.dropLast().contains(0x3A)
    }

    /// Whether a class word says what an element has or lacks ("has-avatar", "message-w-userpic"): that is no job of its own.
    private static func isModifier(_ token: UnsafeBufferPointer<UInt8>) -> Bool {
        guard token.count > 5 else { return false }
        switch token[0] | 0x20 {
        case 0x68, 0x6E, 0x77: if modifiers.contains(where: { token.starts(with: $0.dropFirst()) }) { return true }
        default: break
        }
        for at in 1..<token.count - 2 where token[at] == 0x2D && (token[at + 1] == 0x68 || token[at + 1] == 0x6E || token[at + 1] == 0x77) {
            if modifiers.contains(where: { token[at...].starts(with: $0) }) { return true }
        }
        return false
    }

    private static let modifiers = ["-has-", "-no-", "-with-", "-without-", "-w-"].map { Array($0.utf8) }
    private static let textPrefix = Array("text-".utf8)
    /// Behind `text-`: parts of a comment after all.
    private static let textParts = ["content", "body", "wrapper", "block", "container", "comment", "inner", "box", "holder", "message", "html"].map { Array($0.utf8) }
    /// By their first letters.
    private static let utilities = ["justify-content", "align-content", "place-content", "align-text", "user-select", "tag-", "category-"].map { Array($0.utf8) }
        .reduce(into: [[[UInt8]]](repeating: [], count: 26)) { $0[Int($1[0] - 0x61)].append($1) }

    /// The web's own words for the parts of a comment, as class names use them, by first letter.
    /// A leading `=` asks for the whole name, a leading `^` for the beginning of a word in it.
    private static let words: [(String, Hints)] = [
        ("comment", .comment), ("commnt", .comment), ("^cmt", .comment), ("disqus", .comment), ("^dsq", .comment),
        ("response", .comment), ("talkback", .comment), ("kommentar", .comment), ("comentario", .comment), ("comment-", .comment),
        ("commento", .comment), ("yorum", .comment), ("reaction", .reply), ("guestbook", .comment), ("user-review", .comment), ("userreview", .comment), ("customer-review", .comment),
        ("discuss", .comment), ("shoutbox", .comment), ("=shout", .comment), ("=shouts", .comment), ("reacties", .comment), ("komentarz", .comment), ("comentari", .comment),
        ("post", .post), ("message", .post), ("=msg", .post), ("topic", .post), ("entry", .post), ("answer", .post), ("thing", .post),
        ("reply", .reply), ("replies", .reply), ("antwort", .reply), ("respond", .reply),
        ("author", .author), ("user", .author), ("poster", .author), ("nick", .author), ("byline", .author), ("vcard", .author),
        ("commenter", .author), ("persona", .author), ("^who", .author), ("creator", .author), ("owner", .author), ("autor", .author),
        ("contributor", .author), ("member", .author), ("postedby", .author), ("posted-by", .author), ("posted_by", .author),
        ("=fn", [.author, .exactName]), ("=author", [.author, .exactName]), ("=name", [.author, .exactName]),
        ("username", [.author, .exactName]), ("user-name", [.author, .exactName]), ("user_name", [.author, .exactName]),
        ("authorname", [.author, .exactName]), ("author-name", [.author, .exactName]), ("author_name", [.author, .exactName]),
        ("author__name", [.author, .exactName]), ("nickname", [.author, .exactName]), ("displayname", [.author, .exactName]),
        ("display-name", [.author, .exactName]), ("hnuser", [.author, .exactName]), ("name", .author), ("=by", .author),
        ("time", .time), ("date", .time), ("posted", .time), ("published", .time), ("=ago", .time), ("=age", .time), ("submitted", .time),
        ("when", .time), ("created", .time), ("datum", .time), ("fecha", .time),
        ("body", .body), ("text", .body), ("content", .body), ("message", .body), ("markdown", .body), ("=md", .body),
        ("bbwrapper", .body), ("prose", .body), ("description", .body), ("=cooked", .body), ("=desc", .body), ("postmsg", .body),
        ("action", .action), ("button", .action), ("btn", .action), ("toolbar", .action), ("tools", .action), ("control", .action),
        ("permalink", .action), ("share", .action), ("report", .action), ("flag", .action), ("edit", .action), ("=links", .action),
        ("options", .action), ("menu", .action), ("login", .action), ("footer", .action), ("toggle", .action), ("collapse", .action),
        ("expand", .action), ("cancel", .action), ("moderat", .action), ("abuse", .action), ("=nav", .action), ("like", .vote),
        ("vote", .vote), ("voting", .vote), ("rating", .vote), ("score", .vote), ("karma", .vote), ("recommend", .vote), ("thumb", .vote),
        ("points", .vote), ("upvote", .vote), ("reputation", .vote),
        ("avatar", .avatar), ("gravatar", .avatar), ("userpic", .avatar), ("user-pic", .avatar), ("picture", .avatar), ("photo", .avatar),
        ("icon", .avatar), ("thumbnail", .avatar),
        ("signature", .signature), ("=sig", .signature), ("small", .small),
        ("quote", .quote), ("=cite", .quote),
        ("meta", .meta), ("info", .meta), ("header", .meta), ("=head", .meta), ("details", .meta), ("=hdr", .meta), ("=title", .title),
        ("subject", .title), ("headline", .title),
        ("pingback", .pingback), ("trackback", .pingback),
        ("deleted", .deleted), ("removed", .deleted),
        ("recent-comment", [.aside, .newest]), ("recent_comment", [.aside, .newest]), ("recentcomment", [.aside, .newest]), ("latest-comment", [.aside, .newest]), ("latest_comment", [.aside, .newest]),
        ("latestcomment", [.aside, .newest]), ("last-comment", [.aside, .newest]), ("last_comment", [.aside, .newest]), ("lastcomment", [.aside, .newest]),
        ("lastpost", .lastPost), ("last-post", .lastPost), ("last_post", .lastPost), ("sidebar", .aside), ("related", .aside), ("recent", .aside), ("popular", .aside), ("widget", .aside), ("trending", .aside),
        ("recommended", .aside), ("tweet", [.aside, .tweet]), ("twitter", .aside), ("product", .aside), ("promo", .aside), ("teaser", .aside),
        ("breadcrumb", .aside), ("latest", .aside), ("newsletter", .aside), ("archive", .aside), ("blogroll", .aside),
        ("depth", .depth), ("level", .depth), ("lvl", .depth), ("indent", .depth),
        ("badge", .badge), ("role", .badge), ("rank", .badge), ("usertitle", .badge), ("=says", .badge), ("flair", .badge),
        ("children", .children), ("replies", .children), ("subtree", .children), ("thread", .children), ("nested", .children),
        ("screen-reader", .hiddenText), ("sr-only", .hiddenText), ("visually-hidden", .hiddenText), ("visuallyhidden", .hiddenText),
        ("assistive", .hiddenText), ("=hide", .hiddenText), ("=tw-hidden", .hiddenText), ("=is-hidden", .hiddenText), ("says", .badge),
    ]

    private static let needles = NeedleTable(words)
}

/// A word that is looked for in names, upper and lower case alike.
private struct Needle: Sendable {
    /// Up to sixteen bytes, in lower case, the first one lowest; and which bits of a name are compared with them.
    private let low: UInt64, high: UInt64, lowMask: UInt64, highMask: UInt64
    private let count: Int
    /// Whether it must be the whole name; whether it must begin a word of it.
    private let isWhole: Bool, isOpening: Bool
    let hint: Hints
    var third: UInt8? { count > 2 ? UInt8(truncatingIfNeeded: low >> 16) : nil }

    init(_ word: String, _ hint: Hints) {
        isWhole = word.hasPrefix("=")
        isOpening = word.hasPrefix("^")
        let bytes = word.utf8.dropFirst(isWhole || isOpening ? 1 : 0).map { UInt64($0 | 0x20) }
        precondition(bytes.count <= 16, "a word of names has at most sixteen letters")
        func packed(_ bytes: some BidirectionalCollection<UInt64>) -> UInt64 { bytes.reversed().reduce(0) { $0 << 8 | $1 } }
        (low, high) = (packed(bytes.prefix(8)), packed(bytes.dropFirst(8)))
        (lowMask, highMask) = (packed(bytes.prefix(8).map { _ in 0xFF }), packed(bytes.dropFirst(8).map { _ in 0xFF }))
        count = bytes.count
        self.hint = hint
    }

    /// - Parameter eight: the name's bytes at that place.
    @inline(__always) func stands(in name: UnsafeBufferPointer<UInt8>, at place: Int, eight: UInt64) -> Bool {
        guard eight & lowMask == low, name.count - place >= count, !isWhole || place == 0 && name.count == count, !isOpening || Needle.opensWord(name, place) else { return false }
        return count <= 8 || Needle.eight(name, place + 8) & highMask == high
    }

    /// "user-cmt", "userCmt": behind what is no letter, or a capital behind a small one.
    private static func opensWord(_ name: UnsafeBufferPointer<UInt8>, _ place: Int) -> Bool {
        guard place > 0 else { return true }
        let before = name[place - 1]
        return (before | 0x20) &- 0x61 >= 26 || before & 0x20 != 0 && name[place] & 0x20 == 0
    }

    /// Eight bytes of a name in lower case, fewer at its end.
    @inline(__always) static func eight(_ name: UnsafeBufferPointer<UInt8>, _ place: Int) -> UInt64 {
        let fold: UInt64 = 0x2020_2020_2020_2020
        if place + 8 <= name.count { return UnsafeRawBufferPointer(name).loadUnaligned(fromByteOffset: place, as: UInt64.self) | fold }
        var bytes: UInt64 = 0
        for at in (place..<name.count).reversed() { bytes = bytes << 8 | UInt64(name[at]) }
        return bytes | fold
    }
}

/// The words by their first letters: at most places in a name none begins.
private struct NeedleTable: Sendable {
    private let needles: [Needle]
    /// Where those of each pair of letters begin; one more than there are pairs.
    private let starts: [Int32]
    /// By pair, a bit for each letter that goes on; all for a word of two letters.
    private let thirds: [UInt32]

    init(_ words: [(String, Hints)]) {
        var pairs = [[Needle]](repeating: [], count: 26 * 32)
        for (word, hint) in words {
            let letters = Array(word.utf8.drop { $0 == 0x3D || $0 == 0x5E }.prefix(2))
            pairs[NeedleTable.pair(letters[0], letters[1])].append(Needle(word, hint))
        }
        needles = pairs.flatMap { $0 }
        starts = pairs.reduce(into: [0]) { $0.append($0[$0.count - 1] + Int32($1.count)) }
        thirds = pairs.map { $0.reduce(0) { $0 | ($1.third.map { 1 << UInt32($0 & 0x1F) } ?? .max) } }
    }

    func hints(in name: UnsafeBufferPointer<UInt8>) -> Hints {
        var hints: Hints = []
        for at in 0..<name.count - 1 {
            let letter = name[at] | 0x20
            guard letter &- 0x61 < 26 else { continue }
            let pair = NeedleTable.pair(letter, name[at + 1])
            guard thirds[pair] >> UInt32(at + 2 < name.count ? name[at + 2] & 0x1F : 0) & 1 != 0 else { continue }
            let eight = Needle.eight(name, at)
            for place in Int(starts[pair])..<Int(starts[pair + 1]) where needles[place].stands(in: name, at: at, eight: eight) { hints.formUnion(needles[place].hint) }
        }
        return hints
    }

    /// Which of some hints the word that stands last in a name gives.
    func last(of wanted: Hints, in name: UnsafeBufferPointer<UInt8>) -> Hints {
        for at in (0..<name.count - 1).reversed() {
            let found = hints(in: UnsafeBufferPointer(rebasing: name[at...])).intersection(wanted)
            if !found.isEmpty { return found }
        }
        return []
    }

    @inline(__always) private static func pair(_ first: UInt8, _ second: UInt8) -> Int { Int(first - 0x61) << 5 | Int(second & 0x1F) }
}
