package import DiscourseModel

extension Reply.Evidence {
    /// The comment opens with the name of an author of the page: "slimyfox, agreed", "Hi Blackie: do not".
    package static let leadingName = Reply.Evidence(rawValue: "leading-name")
}

extension EvidenceKind {
    /// A name among the first words, set off by punctuation, and that author's latest comment: right where that is the comment just before, seldom farther up,
    /// for then it is mostly the host who is addressed, at top level.
    static let leadingName = EvidenceKind.textual(.leadingName, .names) { context, comment in
        // Few comments begin with a name: the first words are looked at before the others are.
        var text = context.comments[comment].text
        var words = PageWords()
        text.withUTF8 { _ = words.append(UnsafeBufferPointer(rebasing: $0.prefix(160)), most: 4) }
        guard words.hashes.contains(where: context.names.mayBegin) else { return nil }
        let head = String(decoding: text.utf8.prefix(160), as: UTF8.self)
        words = PageWords()
        words.append(head)
        let bytes = Array(head.utf8)
        for start in 0..<min(4, words.hashes.count) {
            guard let called = CalledName(words, bytes, at: start, context.names), called.author != context.names.author[comment],
                let parent = context.latest(by: called.author, before: comment)
            else { continue }
            let isNext = context.isNext(comment, to: parent)
            let next =
                switch context.threads?.places[comment] {
                case .reply: Tally(9, of: 16)
                case .open: called.isOpening ? Tally(13, of: 15) : Tally(0, of: 2)
                case nil: context.isQuoting ? Tally(15, of: 27) : Tally(9, of: 14)
                }
            let farther =
                switch context.threads?.places[comment] {
                case .reply: Tally(5, of: 23)
                case .open: Tally(2, of: 104)
                case nil: context.isQuoting ? Tally(2, of: 48) : Tally(7, of: 12)
                }
            let confidence = isNext ? next.confidence(among: Tally(73, of: 89)) : farther.share
            return ReplyHint(parent: parent, confidence: confidence, name: context.names.names[called.author])
        }
        return nil
    }
}

/// Someone who is called by name: "slimyfox, agreed", "Thanks, Joao :)".
struct CalledName {
    var author: Int
    /// Whether nothing but a greeting or a mark stands before the name: else it may be spoken of.
    var isOpening: Bool

    /// The author whose name begins at a word and is set off behind; a name that is also a word only where it is written as a name.
    init?(_ words: PageWords, _ bytes: [UInt8], at start: Int, _ names: AuthorNames) {
        guard let (author, count, _) = names.author(in: words, at: start, end: words.hashes.count) else { return nil }
        let range = words.bytes(start..<(start + count))
        guard isSetOff(bytes, range), isWrittenAsName(bytes[range], of: names.names[author]) else { return nil }
        self.author = author
        isOpening = opens(words, bytes, start)
    }
}

/// Whether the word is the first, follows a mark, or follows a greeting.
private func opens(_ words: PageWords, _ bytes: [UInt8], _ word: Int) -> Bool {
    guard word > 0 else { return true }
    let gap = bytes[Int(words.places[word - 1].end)..<Int(words.places[word].start)]
    return gap.contains { $0 != 0x20 && $0 != 0x27 && $0 != 0x22 } || greetings.contains(words.hashes[word - 1])
}

private let greetings: Set<UInt64> = {
    var words = PageWords()
    for word in Vocabulary.greetings { words.append(word) }
    return Set(words.hashes)
}()

/// Whether punctuation or the end of the text or line follows, behind a title such as "san".
private func isSetOff(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    var at = range.upperBound
    for title in titles where bytes[at...].starts(with: title) {
        at += title.count
        break
    }
    while at < bytes.count, bytes[at] == 0x20 || bytes[at] == 0x29 || bytes[at] == 0x5D || bytes[at] == 0x2A { at += 1 }
    guard at < bytes.count else { return false }
    switch bytes[at] {
    case 0x2C, 0x3A, 0x21, 0x3B, 0x0A: return true
    case 0x2E, 0x2D, 0x3F:
        return at + 1 >= bytes.count || bytes[at + 1] <= 0x20 || bytes[at + 1] == bytes[at]
    // The Arabic comma and semicolon.
    case 0xD8: return at + 1 < bytes.count && [0x8C, 0x9B].contains(bytes[at + 1])
    // En and em dashes, the ellipsis; ideographic comma; full-width comma, colon and exclamation mark.
    case 0xE2: return at + 2 < bytes.count && bytes[at + 1] == 0x80 && [0x93, 0x94, 0xA6].contains(bytes[at + 2])
    case 0xE3: return at + 2 < bytes.count && bytes[at + 1] == 0x80 && bytes[at + 2] == 0x81
    case 0xEF: return at + 2 < bytes.count && bytes[at + 1] == 0xBC && [0x8C, 0x9A, 0x81].contains(bytes[at + 2])
    default: return false
    }
}

/// What is put behind a name to address someone in Japanese and Korean.
private let titles = ["さん", "さま", "様", "くん", "君", "ちゃん", "先生", "님", "씨"].map { Array($0.utf8) }

/// A name that is also a word ("will", "mark") is a name only with its capital. One in lower case throughout is written as it likes.
private func isWrittenAsName(_ written: ArraySlice<UInt8>, of name: String) -> Bool {
    guard let first = written.first, first &- 0x61 < 26 else { return true }
    guard let capital = name.utf8.first(where: { $0 &- 0x41 < 26 || $0 &- 0x61 < 26 }) else { return true }
    return capital &- 0x61 < 26 || written.count > 7
}
