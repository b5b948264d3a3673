internal import Markup

extension Platform {
    /// Coral by Vox Media.
    static let coral = Platform(
        name: "coral", item: Selector(literal: "article.coral-comment, .coral-comment[id^=comment-]"), author: Selector(literal: ".coral-comment-username, .coral-username"),
        time: Selector(literal: ".coral-timestamp, time"), body: Selector(literal: ".coral-comment-content"), keyPrefix: ["comment-"], parentLink: Selector(literal: ".coral-comment-inReplyTo a"))
}
