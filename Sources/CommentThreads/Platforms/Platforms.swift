internal import Markup

extension Platform {
    /// Every platform, in the order in which a page is held against them: the more particular first.
    package static let all: [Platform] = [
        .wpDiscuz, .disqusFallback, .disqusEmbed, .intenseDebate, .blogger, .typePad, .drupal,
        .slashdot, .hackerNews, .redditOld, .lobsters, .lemmy, .stackExchange, .discourse,
        .phpBB, .vBulletin, .xenForo, .invision, .nodeBB, .smf, .myBB, .flarum, .guardian, .isso, .commento,
        .coral, .habr, .liveJournal, .hypothesis, .facebookComments, .livefyre, .sputnik,
        .mediaWiki, .pipermail, .hypermail, .mhonArc, .wordPress,
    ]

    /// The platform that a page belongs to; `nil` for none.
    static func recognize(_ document: HTMLDocument) -> Platform? {
        let names = DocumentNames(document)
        for index in all.indices {
            guard let item = all[index].item.possible(in: names) else { continue }
            if let mark = all[index].recognizedBy { guard mark.possible(in: names)?.first(in: HTMLDocument.root, of: document) != nil else { continue } }
            if item.first(in: HTMLDocument.root, of: document) != nil { return all[index] }
        }
        return nil
    }
}
