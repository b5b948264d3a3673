internal import Markup

extension Platform {
    /// Every platform, in the order in which a page is held against them: the more particular first.
    package static let all: [Platform] = [
        .wpDiscuz, .disqusFallback, .disqusEmbed, .intenseDebate, .blogger, .typePad, .drupal,
        .slashdot, .hackerNews, .redditOld, .lobsters, .lemmy, .stackExchange, .discourse,
        .phpBB, .vBulletin, .xenForo, .invision, .nodeBB, .smf, .myBB, .flarum, .guardian, .isso, .commento,
        .coral, .habr, .liveJournal, .hypothesis, .facebookComments, .sputnik,
        .wordPress,
    ]

    /// The platform that a page belongs to; `nil` for none.
    static func recognize(_ document: HTMLDocument) -> Platform? {
        for platform in all {
            let mark = platform.recognizedBy ?? platform.item
            if mark.first(in: HTMLDocument.root, of: document) != nil, platform.item.first(in: HTMLDocument.root, of: document) != nil {
                return platform
            }
        }
        return nil
    }
}
