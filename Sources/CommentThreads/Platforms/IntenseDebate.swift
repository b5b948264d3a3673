internal import Markup

extension Platform {
    /// IntenseDebate.
    static let intenseDebate = Platform(
        name: "intensedebate", item: Selector(literal: ".idc-c[id^=IDComment], .idc-thread > .idc-c"),
        author: Selector(literal: ".idc-i a, .idc-i"), time: Selector(literal: ".idc-time"), body: Selector(literal: ".idc-c-t, [id^=IDComment-CommentText]"),
        votes: Selector(literal: ".idc-v-total"), keyPrefix: ["IDComment"])
}
