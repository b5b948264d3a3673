import DiscourseModel
import Statistics

/// Who takes part, and how evenly.
func peopleFigures(_ discussion: Discussion, _ article: Article, _ authors: AuthorNumbers) -> PeopleFigures {
    var byAuthor = [[Int]](repeating: [], count: authors.count)
    var received = [Int](repeating: 0, count: authors.count)
    for (index, author) in authors.of.enumerated() {
        if let author { byAuthor[author].append(index) }
        if let parent = discussion.parent(of: index), let answered = authors.of[parent], answered != author { received[answered] += 1 }
    }
    let named = byAuthor.reduce(0) { $0 + $1.count }
    let order = byAuthor.indices.sorted { (-byAuthor[$0].count, byAuthor[$0][0]) < (-byAuthor[$1].count, byAuthor[$1][0]) }
    let counts = byAuthor.map(\.count)
    let byline = article.byline.map { words(of: $0).joined(separator: " ") }
    let isStaff: (Comment) -> Bool = { comment in
        guard let author = comment.author else { return false }
        if author.badges.contains(where: { articleAuthorBadges.contains($0.lowercased()) }) { return true }
        guard let byline, !byline.isEmpty else { return false }
        return words(of: author.name).joined(separator: " ") == byline
    }
    return PeopleFigures(
        authors: authors.count, named: named,
        mostActive: order.prefix(20).map { author in
            AuthorShare(name: discussion.comments[byAuthor[author][0]].author?.name ?? "", comments: byAuthor[author], received: received[author])
        },
        gini: Minimum.enough(authors.count, Minimum.authors, "named authors", gini(counts)),
        entropy: Minimum.enough(authors.count, Minimum.authors, "named authors", normalizedEntropy(counts)),
        reEntry: Minimum.enough(named, Minimum.comments, "comments with a name", Double(named - authors.count) / Double(named)),
        byArticleAuthor: discussion.comments.indices.filter { isStaff(discussion.comments[$0]) })
}

/// What platforms put beside the name of the article's author.
private let articleAuthorBadges: Set<String> = ["author", "op", "post author", "autor", "autorin", "auteur", "autore", "автор", "yazar", "作者", "著者"]
