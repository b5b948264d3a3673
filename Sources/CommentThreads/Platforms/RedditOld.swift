internal import Markup

extension Platform {
    /// Old Reddit.
    static let redditOld = Platform(
        name: "reddit", item: Selector(literal: ".thing.comment"), author: Selector(literal: ".tagline .author, .tagline em"),
        time: Selector(literal: ".tagline time"), body: Selector(literal: ".usertext-body .md, .usertext-body"), votes: Selector(literal: ".score.unvoted"),
        keyAttributes: ["data-fullname"], keyPrefix: ["t1_"])
}
