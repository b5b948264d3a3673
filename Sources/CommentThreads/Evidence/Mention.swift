package import DiscourseModel

extension Reply.Evidence {
    /// The comment calls an author of the page by `@name`.
    package static let mention = Reply.Evidence(rawValue: "mention")
}

extension EvidenceKind {
    /// The first `@name` whose author wrote before, and that author's latest comment. 14 of 22 right where that is the one just
    /// before, 4 of 12 elsewhere: where threads have a limit of depth, a mention often names a comment whose place in the thread the answer shares.
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
                words.append(String(decoding: bytes[at..<min(bytes.count, at + 100)], as: UTF8.self))
                guard let (author, _, _) = context.names.author(in: words, at: 0, end: words.hashes.count),
                    author != context.names.author[comment], let parent = context.latest(by: author, before: comment)
                else { continue }
                return ReplyHint(parent: parent, confidence: context.isNext(comment, to: parent) ? 0.7 : 0.5, name: context.names.names[author])
            }
            return nil
        }
    }
}

/// Whether a byte may be part of a name or an address.
private func isNameByte(_ byte: UInt8) -> Bool {
    byte &- 0x30 < 10 || byte &- 0x41 < 26 || byte &- 0x61 < 26 || byte == 0x5F || byte >= 0x80
}
