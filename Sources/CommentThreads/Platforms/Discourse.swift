internal import Markup

extension Platform {
    /// Discourse as it is served to readers without script: posts without a tree; the parents stand in its preloaded state.
    static let discourse = Platform(
        name: "discourse", item: Selector(literal: ".topic-body.crawler-post, .crawler-post"),
        author: Selector(literal: "[itemprop=author] [itemprop=name], .creator [itemprop=name], .creator a"), time: Selector(literal: "time.post-time, time"),
        body: Selector(literal: ".post[itemprop=text], .post"), quote: Selector(literal: "aside.quote"), keyPrefix: ["post_"], threading: .none)
}
