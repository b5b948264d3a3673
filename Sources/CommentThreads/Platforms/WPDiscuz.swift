internal import Markup

extension Platform {
    /// wpDiscuz, the comment plugin for WordPress.
    static let wpDiscuz = Platform(
        name: "wpdiscuz", item: Selector(literal: ".wpd-comment[id^=wpd-comm-], .wc-comment[id^=wc-comm-]"),
        author: Selector(literal: ".wpd-comment-author, .wc-comment-author"), time: Selector(literal: ".wpd-comment-date, .wc-comment-date"),
        body: Selector(literal: ".wpd-comment-text, .wc-comment-text"), votes: Selector(literal: ".wpd-vote-result, .wc-vote-result"),
        keyPrefix: ["wpd-comm-", "wc-comm-"])
}
