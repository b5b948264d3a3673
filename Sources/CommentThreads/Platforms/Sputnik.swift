internal import Markup

extension Platform {
    /// Sputnik's own comments, of 2014 and later.
    static let sputnik = Platform(
        name: "sputnik", item: Selector(literal: ".b-comment, li.b-comments__item, .comments__item"), author: Selector(literal: ".b-comment__name, .b-comments__name, .comments__item-name"),
        time: Selector(literal: ".b-comment__date, .b-comments__date, time"), body: Selector(literal: ".b-comment__text, .b-comments__text, .comments__item-text"), keyPrefix: ["comment_", "comment-"],
        targetName: Selector(literal: ".b-comment__reply-name, .b-comments__reply-name"))
}
