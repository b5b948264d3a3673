internal import Markup

extension Platform {
    /// NodeBB.
    static let nodeBB = Platform(
        name: "nodebb", item: Selector(literal: "[component=post][data-pid]"),
        body: Selector(literal: "[component=\"post/content\"]"), quote: Selector(literal: "blockquote.quote"), keyAttributes: ["data-pid"],
        parentAttribute: "data-parent-pid", threading: .none)
}
