internal import Markup

extension Platform {
    /// Discourse as it is served to readers without script: posts without a tree; the parents stand in its preloaded state.
    static let discourse = Platform(
        name: "discourse", item: Selector(literal: ".topic-body.crawler-post, .crawler-post"),
        author: Selector(literal: "[itemprop=author] [itemprop=name], .creator [itemprop=name], .creator a"), time: Selector(literal: "time.post-time, time"),
        body: Selector(literal: ".post[itemprop=text], .post"), quote: Selector(literal: "aside.quote"), keyPrefix: ["post_"], threading: .none,
        embeddedParents: preloadedParents)

    /// JSON inside JSON: `data-preloaded` holds `topic_<id>`, whose text is an object with `post_stream.posts`. Posts are named by their number in the topic.
    private static let preloadedParents: @Sendable (HTMLDocument) -> [String: String] = { document in
        var parents: [String: String] = [:]
        guard let holder = Selector(literal: "[data-preloaded]").first(in: HTMLDocument.root, of: document),
            let state = document.attribute(holder, named: "data-preloaded"), case .object(let entries)? = JSONValue(state)
        else { return parents }
        for entry in entries where entry.name.hasPrefix("topic_") {
            guard let topic = entry.value.text.flatMap({ JSONValue($0) }) else { continue }
            for post in topic["post_stream"]?["posts"]?.elements ?? [] {
                if let number = post["post_number"]?.text, let parent = post["reply_to_post_number"]?.text { parents[number] = parent }
            }
        }
        return parents
    }
}
