internal import Markup

extension Platform {
    /// Lobsters.
    static let lobsters = Platform(
        name: "lobsters", item: Selector(literal: "li.comments_subtree"), author: Selector(literal: ".byline a[href^=\"/~\"], .byline a[href^=\"/u/\"], .byline a"),
        time: Selector(literal: ".byline span[title], .byline time"), body: Selector(literal: ".comment_text"), votes: Selector(literal: ".upvoter, .score"),
        keyAttributes: ["data-shortid"])
}
