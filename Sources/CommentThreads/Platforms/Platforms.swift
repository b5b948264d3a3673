internal import Markup

extension Platform {
    /// Every platform, in the order in which a page is held against them: the more particular first.
    package static let all: [Platform] = [
        .wpDiscuz, .disqusFallback, .disqusEmbed, .intenseDebate, .blogger, .typePad, .drupal,
        .slashdot, .hackerNews, .redditOld, .lobsters, .lemmy, .stackExchange, .question2Answer, .discourse,
        .phpBB, .vBulletin, .xenForo, .invision, .nodeBB, .smf, .myBB, .flarum, .guardian, .isso, .commento,
        .coral, .habr, .liveJournal, .hypothesis, .facebookComments, .livefyre, .sputnik,
        .mediaWiki, .pipermail, .hypermail, .mhonArc, .wordPress,
    ]

    /// The platform that a page belongs to; `nil` for none.
    static func recognize(_ document: HTMLDocument) -> Platform? {
        let names = DocumentNames(document)
        return all.first { $0.runs(document, names) }
    }

    private func runs(_ document: HTMLDocument, _ names: DocumentNames) -> Bool {
        guard let item = item.possible(in: names) else { return false }
        if let recognizedBy {
            guard recognizedBy.possible(in: names)?.first(in: HTMLDocument.root, of: document) != nil else { return false }
        } else if let author {
            // A comment's class may be anybody's; the system's way to name an author inside such an element is not.
            guard let author = author.possible(in: names) else { return false }
            return item.all(in: HTMLDocument.root, of: document).contains { author.first(in: $0, of: document) != nil }
        }
        return item.first(in: HTMLDocument.root, of: document) != nil
    }
}
