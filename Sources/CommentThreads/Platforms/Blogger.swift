internal import Markup

extension Platform {
    /// Blogger: threaded comments (`c<number>`; `comment-<number>` is WordPress), the older definition list is left to the generic finder.
    static let blogger = Platform(
        name: "blogger", item: Selector(literal: ".comment-thread li.comment, ol li.comment[id^=c]:not([id^=comment]), ol li.comment[id^=bc_]"),
        author: Selector(literal: "cite.user"), time: Selector(literal: ".datetime"), body: Selector(literal: ".comment-content"),
        furniture: Selector(literal: ".comment-actions, .thread-toggle, .continue, .item-control"), keyPrefix: ["c", "bc_"])
}
