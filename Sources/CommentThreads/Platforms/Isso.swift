internal import Markup

extension Platform {
    /// Isso.
    static let isso = Platform(
        name: "isso", item: Selector(literal: ".isso-comment"), author: Selector(literal: ".isso-author, .author"), time: Selector(literal: ".isso-permalink time, time"),
        body: Selector(literal: ".isso-text-wrapper > .isso-text, .isso-text, .text"), keyPrefix: ["isso-"])
}
