internal import Markup

extension Platform {
    /// Commento and its successor Comentario.
    static let commento = Platform(
        name: "commento", item: Selector(literal: ".commento-card"), author: Selector(literal: ".commento-name"), time: Selector(literal: ".commento-timeago"),
        body: Selector(literal: ".commento-body"), votes: Selector(literal: ".commento-score"), keyPrefix: ["commento-comment-card-", "commento-"])
}
