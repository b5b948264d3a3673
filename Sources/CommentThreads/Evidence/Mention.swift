package import DiscourseModel

extension Reply.Evidence {
    /// The comment calls an author of the page by `@name`.
    package static let mention = Reply.Evidence(rawValue: "mention")
}

extension EvidenceKind {
    /// The first `@name` whose author wrote before, and that author's latest comment; the name may be a part of the author's, or one letter off.
    /// Where threads have a limit of depth, a mention often names a comment whose place in the thread the answer shares.
    static let mention = EvidenceKind.textual(.mention, .names) { context, comment in
        var text = context.comments[comment].text
        return text.withUTF8 { bytes in
            var at = 0
            var tries = 0
            while at < bytes.count, tries < 20 {
                guard bytes[at] == 0x40, at == 0 || !isNameByte(bytes[at - 1]) else {
                    at += 1
                    continue
                }
                tries += 1
                at += 1
                if at < bytes.count, bytes[at] == 0x20 { at += 1 }
                guard at < bytes.count, isNameByte(bytes[at]) else { continue }
                var words = PageWords()
                let behind = String(decoding: bytes[at..<min(bytes.count, at + 100)], as: UTF8.self)
                words.append(behind)
                guard !words.hashes.isEmpty,
                    let author = context.names.author(in: words, at: 0, end: words.hashes.count)?.author ?? context.names.author(like: firstWord(behind)),
                    author != context.names.author[comment], let parent = context.latest(by: author, before: comment)
                else { continue }
                let name = context.names.names[author]
                // "回复 @name：", "Reply to @name:" at the beginning is the platform's label, not the writer's word.
                if let label = labelBefore(bytes[..<(at - 1)]), Vocabulary.replyLabels.contains(label) {
                    return ReplyHint(parent: parent, confidence: 0.9, name: name)
                }
                let tally = context.isNext(comment, to: parent) ? Tally(14, of: 22) : Tally(4, of: 12)
                return ReplyHint(parent: parent, confidence: tally.confidence(among: Tally(18, of: 34)), name: name)
            }
            return nil
        }
    }
}

/// Letters and digits up to the first other sign.
private func firstWord(_ text: String) -> String { String(text.prefix { $0.isLetter || $0.isNumber || $0 == "_" }) }

/// What stands before a mention, in lower case, where it is a few words at the beginning of the comment.
private func labelBefore(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> String? {
    guard (2...30).contains(bytes.count) else { return nil }
    let words = bytes.reversed().drop { $0 <= 0x20 || $0 == 0x40 }.reversed()
    let text = String(decoding: Array(words), as: UTF8.self).lowercased()
    return text == "回复" || text == "回覆" ? "回复：" : text
}

/// Whether a byte may be part of a name or an address.
private func isNameByte(_ byte: UInt8) -> Bool {
    byte &- 0x30 < 10 || byte &- 0x41 < 26 || byte &- 0x61 < 26 || byte == 0x5F || byte >= 0x80
}
