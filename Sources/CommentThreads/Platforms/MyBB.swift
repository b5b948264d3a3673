internal import Markup

extension Platform {
    /// MyBB 1.8.
    static let myBB = Platform(
        name: "mybb", recognizedBy: Selector(literal: "#posts .post .post_body"), item: Selector(literal: ".post[id^=post_]"),
        author: Selector(literal: ".author_information .largetext, .author_information strong"), time: Selector(literal: ".post_date"), body: Selector(literal: ".post_body"),
        quote: Selector(literal: "blockquote.mycode_quote"), keyPrefix: ["post_"], threading: .none)
}
