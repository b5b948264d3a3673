internal import Markup

extension Platform {
    /// The Disqus embed as a page of its own.
    static let disqusEmbed = Platform(
        name: "disqus", recognizedBy: Selector(literal: "#disqus_thread, #layout[data-role=layout], #posts .post-list, body.disqus"),
        item: Selector(literal: "li.post[id^=post-]"), author: Selector(literal: ".post-byline .author, .author"),
        time: Selector(literal: ".time-ago, a[data-role=relative-time]"), body: Selector(literal: ".post-message"),
        votes: Selector(literal: ".updatable.count"), keyPrefix: ["post-"], parentLink: Selector(literal: ".parent-link"))
}
