internal import Markup

extension Platform {
    /// Flarum, as it is served to readers without script and as its application draws it.
    static let flarum = Platform(
        name: "flarum", recognizedBy: Selector(literal: "#flarum-content, .PostStream"), item: Selector(literal: ".PostStream-item .CommentPost, #flarum-content article, .PostStream-item article"),
        author: Selector(literal: ".PostUser-name, .username, h3"), time: Selector(literal: "time"), body: Selector(literal: ".Post-body"), threading: .none)
}
