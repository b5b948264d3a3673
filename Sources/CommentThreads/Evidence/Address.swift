package import DiscourseModel

extension Reply.Evidence {
    /// The comment calls the author of the one before by name, further on in its words: "Excellent idea, Joao!".
    package static let address = Reply.Evidence(rawValue: "address")
}

extension EvidenceKind {
    /// A name between marks or behind a greeting, beyond the first words, that is that of the author of the comment just before.
    static let address = EvidenceKind.textual(.address, .names) { context, comment in
        guard !context.seemsTopLevel(comment), let previous = context.previous(comment), context.mayAnswer(comment, previous), let wanted = context.names.author[previous] else { return nil }
        let head = String(decoding: context.comments[comment].text.utf8.prefix(1_200), as: UTF8.self)
        var words = PageWords()
        words.append(head)
        let bytes = Array(head.utf8)
        for start in words.hashes.indices.dropFirst(4) {
            guard let called = CalledName(words, bytes, at: start, context.names), called.author == wanted, called.isOpening else { continue }
            let tally = context.isQuoting ? Tally(10, of: 13) : Tally(4, of: 4)
            return ReplyHint(parent: previous, confidence: tally.confidence(among: Tally(36, of: 42)), name: context.names.names[wanted])
        }
        return nil
    }
}
