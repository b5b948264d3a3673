import DiscourseModel

extension IndexSection {
    /// Authors of comments under several articles, where they were asked for.
    static let authors = IndexSection(id: "authors", title: "Authors under several articles", template: "index-authors") { material in
        guard let authors = material.corpus.authors, !authors.isEmpty else { return nil }
        return [
            "rows": .list(authors.prefix(rowLimit).map { author in
                [
                    "label": .text(author.label), "site": .text(author.site), "articles": .number(author.articles), "comments": .number(author.comments.count),
                    "at": material.links(to: author.comments, limit: 6), "rest": author.comments.count > 6 ? .text("and \(grouped(author.comments.count - 6)) more") : .none,
                ]
            }),
            "more": authors.count > rowLimit ? .text("\(counted(authors.count - rowLimit, "author")) of fewer articles not shown.") : .none,
        ]
    }
}

private let rowLimit = 40
