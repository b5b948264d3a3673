internal import Markup

extension Platform {
    /// Hacker News since 2014: depth by the width of a spacer.
    static let hackerNews = Platform(
        name: "hackernews", item: Selector(literal: "tr.comtr"), author: Selector(literal: ".hnuser"),
        time: Selector(literal: ".age"), body: Selector(literal: ".commtext, .comment"), furniture: Selector(literal: ".reply, .navs"),
        threading: .indent(Selector(literal: ".ind img, .ind")))
}
