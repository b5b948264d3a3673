package import DiscourseModel

extension Reply.Evidence {
    /// The comment opens with the name of an author of the page: "slimyfox, agreed", "Blackie: do not".
    package static let leadingName = Reply.Evidence(rawValue: "leading-name")
}

extension EvidenceKind {
    /// A name among the first words, set off by punctuation, and that author's latest comment.
    ///
    /// Where that is the comment just before, right were 57 of 66 that the times take for answers (9 of 14 of those that might answer several), 12 of 16 that they do not, 9 of 12 on pages whose times
    /// tell nothing, and 9 of 19 on forum pages where people quote; farther up one in ten, for then it is mostly the host who is addressed.
    static let leadingName = EvidenceKind.textual(.leadingName, .names) { context, comment in
        let head = String(decoding: context.comments[comment].text.utf8.prefix(160), as: UTF8.self)
        var words = PageWords()
        words.append(head)
        let bytes = Array(head.utf8)
        for start in 0..<min(4, words.hashes.count) {
            guard let (author, count, _) = context.names.author(in: words, at: start, end: words.hashes.count) else { continue }
            let range = words.bytes(start..<(start + count))
            guard isSetOff(bytes, range), author != context.names.author[comment],
                isWrittenAsName(bytes[range], of: context.names.names[author]),
                let parent = context.latest(by: author, before: comment)
            else { continue }
            // Farther up it is as often the host of the page who is addressed, at top level.
            let isNext = context.isNext(comment, to: parent)
            let confidence =
                switch context.threads?.places[comment] {
                case .reply: isNext ? 0.72 : 0.4
                case .open: isNext ? 0.74 : 0.1
                case nil: isNext ? (context.isQuoting ? 0.6 : 0.76) : context.isQuoting ? 0.15 : 0.5
                }
            return ReplyHint(parent: parent, confidence: confidence, name: context.names.names[author])
        }
        return nil
    }
}

/// Whether punctuation or the end of the line follows.
private func isSetOff(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    var at = range.upperBound
    while at < bytes.count, bytes[at] == 0x20 || bytes[at] == 0x29 || bytes[at] == 0x5D || bytes[at] == 0x2A { at += 1 }
    guard at < bytes.count else { return false }
    switch bytes[at] {
    case 0x2C, 0x3A, 0x21, 0x3B, 0x0A: return true
    case 0x2E, 0x2D, 0x3F:
        return at + 1 >= bytes.count || bytes[at + 1] <= 0x20 || bytes[at + 1] == bytes[at]
    // En and em dashes, the ellipsis; ideographic comma; full-width comma, colon and exclamation mark.
    case 0xE2: return at + 2 < bytes.count && bytes[at + 1] == 0x80 && [0x93, 0x94, 0xA6].contains(bytes[at + 2])
    case 0xE3: return at + 2 < bytes.count && bytes[at + 1] == 0x80 && bytes[at + 2] == 0x81
    case 0xEF: return at + 2 < bytes.count && bytes[at + 1] == 0xBC && [0x8C, 0x9A, 0x81].contains(bytes[at + 2])
    default: return false
    }
}

/// A name that is also a word ("will", "mark") is a name only with its capital. One in lower case throughout is written as it likes.
private func isWrittenAsName(_ written: ArraySlice<UInt8>, of name: String) -> Bool {
    guard let first = written.first, first &- 0x61 < 26 else { return true }
    guard let capital = name.utf8.first(where: { $0 &- 0x41 < 26 || $0 &- 0x61 < 26 }) else { return true }
    return capital &- 0x61 < 26 || written.count > 7
}
