internal import Markup

extension Platform {
    /// Lemmy's own web interface.
    static let lemmy = Platform(
        name: "lemmy", recognizedBy: Selector(literal: "li.comment .comment-node, .comment .md-div"), item: Selector(literal: "li.comment"),
        author: Selector(literal: ".person-listing"), time: Selector(literal: ".moment-time"), body: Selector(literal: ".md-div"), keyPrefix: ["comment-"])
}
