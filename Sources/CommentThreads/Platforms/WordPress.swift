internal import Markup

extension Platform {
    /// WordPress, through the class names that its comment walker gives whatever the theme.
    static let wordPress = Platform(
        name: "wordpress",
        recognizedBy: Selector(literal: "li[id*=comment], div[id*=comment-], article[id*=comment-], section[id*=comment-], .comment-body, .comment-author, .commentmetadata, .commentlist, .comment-list, li.pingback, li.trackback"),
        item: Selector(literal: "li.comment, li.pingback, li.trackback, div.comment[class*=depth-], article.comment[class*=depth-], section.comment[class*=depth-]"),
        furniture: Selector(literal: ".reply, .comment-reply-link, .comment-edit-link, .comment-awaiting-moderation, .says"),
        keyPrefix: [])
}
