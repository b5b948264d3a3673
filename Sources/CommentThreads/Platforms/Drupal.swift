internal import Markup

extension Platform {
    /// Drupal: answers stand in a container behind what they answer.
    static let drupal = Platform(
        name: "drupal", recognizedBy: Selector(literal: ".indented, .comment .submitted, article[data-comment-user-id]"),
        item: Selector(literal: "div.comment, article.comment, article[data-comment-user-id]"),
        furniture: Selector(literal: ".links, .user-picture, .comment_hdbg, .new, .field--name-user-picture, .author-pane"))
}
