import DiscourseModel

extension IndexSection {
    /// Runs of words that recur under several articles.
    static let phrases = IndexSection(id: "phrases", title: "Phrases under several articles", template: "index-phrases") { material in
        guard !material.corpus.phrases.isEmpty else { return nil }
        return [
            "least": .text("\(counted(Minimum.phraseComments, "comment")) of \(counted(Minimum.phraseAuthors, "author")) under \(counted(Minimum.phraseArticles, "article"))"),
            "rows": .list(material.corpus.phrases.map { phrase in
                [
                    "words": .text(phrase.words), "comments": .number(phrase.comments.count), "authors": .number(phrase.authors), "articles": .number(phrase.articles),
                    "at": material.links(to: phrase.comments, limit: 4),
                    "rest": phrase.comments.count > 4 ? .text("and \(grouped(phrase.comments.count - 4)) more") : .none,
                ]
            }),
        ]
    }
}
