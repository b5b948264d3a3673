/// What a word does on a comment page, apart from what it means in a sentence.
struct WordClass: OptionSet, Hashable {
    let rawValue: UInt16
    /// Names the thing: comments, responses, discussion.
    static let comment = WordClass(rawValue: 1)
    /// Reply, answer.
    static let reply = WordClass(rawValue: 2)
    /// A button or link under a comment: like, share, report, permalink, log in.
    static let action = WordClass(rawValue: 4)
    /// Says, wrote.
    static let says = WordClass(rawValue: 8)
    /// By, from.
    static let by = WordClass(rawValue: 16)
    /// Small words that furniture is held together with: to, the, this, or.
    static let glue = WordClass(rawValue: 32)
    static let posted = WordClass(rawValue: 64)
    /// Points, votes, likes, score.
    static let votes = WordClass(rawValue: 128)
    /// Its time is not when the comment was written: joined, edited, last seen.
    static let unposted = WordClass(rawValue: 256)
    /// Member, moderator, guest, staff.
    static let role = WordClass(rawValue: 512)
    /// Alternative text of a portrait: avatar, picture.
    static let alt = WordClass(rawValue: 1024)
    /// Show, hide, load, more.
    static let toggle = WordClass(rawValue: 2048)

    /// A line of a forum's side bar: location, messages, reputation.
    static let profile = WordClass(rawValue: 4096)

    /// Classes that make a line of nothing but known words a line of furniture.
    static let furniture: WordClass = [.reply, .action, .votes, .alt, .toggle]
}
