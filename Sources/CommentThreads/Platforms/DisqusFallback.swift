internal import Markup

extension Platform {
    /// The list that Disqus' WordPress plugin leaves in the page for readers without script. Its `<li>` are never closed: the depth class tells the truth.
    static let disqusFallback = Platform(
        name: "disqus-fallback", item: Selector(literal: "[id^=dsq-comment-].comment, li[id^=dsq-comment-]"),
        author: Selector(literal: "[id^=dsq-author-user-]"),
        body: Selector(literal: "[id^=dsq-comment-message-], [id^=dsq-comment-body-]"),
        keyPrefix: ["dsq-comment-"], threading: .depthClass)
}
