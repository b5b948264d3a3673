internal import Markup

extension Platform {
    /// Habr.
    static let habr = Platform(
        name: "habr", item: Selector(literal: "article.tm-comment-thread__comment, .tm-comment-thread"), author: Selector(literal: ".tm-user-info__username"),
        time: Selector(literal: "time"), body: Selector(literal: ".tm-comment__body-content, .comment__message"), votes: Selector(literal: ".tm-votes-lever__score-counter"), keyPrefix: ["comment_"])
}
