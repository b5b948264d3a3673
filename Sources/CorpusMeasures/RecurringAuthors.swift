package import DiscourseModel

extension Corpus {
    /// Authors of comments under at least two articles of one site, those of most articles first. Equal names on two sites are two people.
    ///
    /// - Parameter names: whether to show names; else authors are numbered in the order given.
    package func recurringAuthors(names: Bool = false) -> [RecurringAuthor] {
        var byAuthor: [String: [CorpusPlace]] = [:]
        for place in base { if let author = author(place) { byAuthor[author, default: []].append(place) } }
        let recurring = byAuthor.values.map { places in (places: places, articles: Set(places.map { pages[$0.page].article }).count) }
            .filter { $0.articles >= 2 }
            .sorted { ($1.articles, $1.places.count, $0.places[0]) < ($0.articles, $0.places.count, $1.places[0]) }
        return recurring.enumerated().map { number, author in
            let name = names ? comment(author.places[0]).author?.name : nil
            return RecurringAuthor(
                label: name ?? "author \(number + 1)", site: pages[author.places[0].page].site, comments: author.places, articles: author.articles)
        }
    }
}
