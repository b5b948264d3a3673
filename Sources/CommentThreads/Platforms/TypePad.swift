internal import Markup

extension Platform {
    /// TypePad and Movable Type's default templates.
    static let typePad = Platform(
        name: "typepad", item: Selector(literal: ".comment[id^=comment-6a]"),
        body: Selector(literal: ".comment-content"), furniture: Selector(literal: ".comment-avatar"),
        keyPrefix: ["comment-"])
}
