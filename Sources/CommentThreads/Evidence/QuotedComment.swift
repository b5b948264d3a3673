package import DiscourseModel

extension Reply.Evidence {
    /// The comment repeats words of the one it answers.
    package static let quotation = Reply.Evidence(rawValue: "quotation")
}

extension EvidenceKind {
    /// The first comment it quotes. People answer in the order in which they quote, and what a quotation repeats of a third
    /// comment is bound to that one only where its words stand first.
    static let quotation = EvidenceKind.textual(.quotation, .quotedWords) { context, comment in
        var first: (source: Int, quotation: Quotation)?
        var several = false
        for place in context.quotationsOf[comment] {
            let quotation = context.quotations[place]
            guard case .comment(let source) = quotation.source, context.mayAnswer(comment, source) else { continue }
            if let first { several = several || first.source != source } else { first = (source, quotation) }
        }
        guard let (parent, quotation) = first else { return nil }
        let distance = context.order.rank[comment] - context.order.rank[parent]
        if context.seemsTopLevel(comment) { return ReplyHint(parent: parent, confidence: Tally(1, of: 10).share) }
        let tally =
            if several {
                Tally(25, of: 42)
            } else if !isWholeParagraph(quotation, in: context.comments[comment].text) {
                distance == 1 ? Tally(28, of: 30) : Tally(36, of: 57)
            } else if quotation.span.end - quotation.span.start > 80 {
                context.isQuoting ? Tally(689, of: 719) : Tally(63, of: 68)
            } else if distance <= 3 {
                context.isQuoting ? Tally(98, of: 106) : Tally(31, of: 32)
            } else {
                context.isQuoting ? Tally(42, of: 46) : Tally(13, of: 26)
            }
        return ReplyHint(parent: parent, confidence: tally.confidence(among: Tally(1025, of: 1126)))
    }
}

/// Whether a quotation fills its lines: a paragraph that is repeated to be answered, not a phrase in a sentence.
private func isWholeParagraph(_ quotation: Quotation, in text: String) -> Bool {
    let bytes = text.utf8
    let start = bytes.index(bytes.startIndex, offsetBy: quotation.span.start)
    let end = bytes.index(bytes.startIndex, offsetBy: quotation.span.end)
    let before = bytes[..<start].reversed().prefix(8).first { $0 != 0x20 }
    let after = bytes[end...].prefix(8)
    return (before == nil || before == 0x0A) && (after.isEmpty || after.contains(0x0A))
}
