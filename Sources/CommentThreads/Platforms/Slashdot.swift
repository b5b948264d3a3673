internal import Markup

extension Platform {
    /// Slashdot: the tree holds places of comments that are not on the page.
    static let slashdot = Platform(
        name: "slashdot", item: Selector(literal: "li.comment[id^=tree_]"), author: Selector(literal: ".by a, .by"),
        time: Selector(literal: ".otherdetails"), body: Selector(literal: "[id^=comment_body_]"), votes: Selector(literal: ".score"),
        keyPrefix: ["tree_"])
}
