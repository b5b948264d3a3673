internal import Markup

extension Platform {
    /// Facebook's comments plugin, as the frame's own page.
    static let facebookComments = Platform(
        name: "facebook-comments", recognizedBy: Selector(literal: ".UFIComment, ._3-8y"), item: Selector(literal: ".UFIComment, ._3-8y"), author: Selector(literal: ".UFICommentActorName"),
        time: Selector(literal: "abbr.livetimestamp, .UFISutroCommentTimestamp, abbr"), body: Selector(literal: ".UFICommentBody, ._30o4"), votes: Selector(literal: ".UFICommentLikeButton, ._4uv4"))
}
