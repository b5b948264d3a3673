internal import Markup

extension Platform {
    /// Livefyre 3, as its script left the page.
    static let livefyre = Platform(
        name: "livefyre", item: Selector(literal: "article.fyre-comment-article"), author: Selector(literal: ".fyre-comment-username"), time: Selector(literal: ".fyre-comment-date, time"),
        body: Selector(literal: ".fyre-comment"), furniture: Selector(literal: ".fyre-comment-footer, .fyre-comment-user"), votes: Selector(literal: ".fyre-comment-like-count"),
        keyAttributes: ["data-message-id", "id"], parentAttribute: "data-parent-id")
}
