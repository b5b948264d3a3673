internal import Markup

extension Platform {
    /// LiveJournal: nesting is a margin.
    static let liveJournal = Platform(
        name: "livejournal", item: Selector(literal: ".b-leaf[id^=t], .comment-wrap, .comment[id^=ljcmt]"), author: Selector(literal: ".b-leaf-username .i-ljuser-username, .ljuser, .i-ljuser"),
        time: Selector(literal: ".b-leaf-createdtime, .comment-date, time"), body: Selector(literal: ".b-leaf-article, .comment-text"), keyPrefix: ["t", "ljcmt"])
}
