/// A text that comments under several articles share.
package struct IndexRepeat: Sendable {
    package var text: String
    /// Each comment: its article, its id there, and its author as shown.
    package var comments: [(article: String, id: String, author: String?)]
    package var authors: Int
    package var articles: Int

    package init(text: String, comments: [(article: String, id: String, author: String?)], authors: Int, articles: Int) {
        self.text = text
        self.comments = comments
        self.authors = authors
        self.articles = articles
    }
}

extension IndexSection {
    /// Texts that recur under several articles.
    static let repeats = IndexSection(id: "repeats", title: "Texts under several articles", template: "index-repeats") { material in
        guard !material.corpus.repeats.isEmpty else { return nil }
        let files = Dictionary(material.entries.map { ($0.id, $0.file) }) { first, _ in first }
        return [
            "rows": .list(material.corpus.repeats.prefix(rowLimit).map { group in
                [
                    "words": .text(excerpt(group.text, limit: 200)), "authors": .text(counted(group.authors, "author")), "articles": .text(counted(group.articles, "article")),
                    "comments": .list(group.comments.prefix(6).map { comment in
                        [
                            "href": .optional(files[comment.article].map { $0 + "#" + comment.id }), "id": .text(comment.article + " " + comment.id),
                            "author": .text(comment.author ?? "no name"),
                        ]
                    }),
                    "rest": group.comments.count > 6 ? .text("and \(grouped(group.comments.count - 6)) more") : .none,
                ]
            }),
            "more": material.corpus.repeats.count > rowLimit ? .text("\(grouped(material.corpus.repeats.count - rowLimit)) more are not shown; `rejoinder dupes` has them all.") : .none,
        ]
    }
}

private let rowLimit = 25
