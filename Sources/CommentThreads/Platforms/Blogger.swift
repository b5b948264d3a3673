internal import Markup

extension Platform {
    /// Blogger: threaded comments, and the older definition list is left to the generic finder.
    static let blogger = Platform(
        name: "blogger", recognizedBy: Selector(literal: ".comment-thread .comment-block, .comment-thread cite.user"),
        item: Selector(literal: ".comment-thread li.comment"),
        author: Selector(literal: "cite.user"), time: Selector(literal: ".datetime"), body: Selector(literal: ".comment-content"),
        furniture: Selector(literal: ".comment-actions, .thread-toggle, .continue, .item-control"), keyPrefix: ["c", "bc_"])
}
