internal import Markup

extension Platform {
    /// phpBB 3.
    static let phpBB = Platform(
        name: "phpbb", recognizedBy: Selector(literal: ".post .postbody, .post .postprofile"), item: Selector(literal: ".post[id^=p]"),
        author: Selector(literal: ".author .username, .author .username-coloured, .author strong, .postprofile .username, .postprofile .username-coloured, .postprofile strong"),
        time: Selector(literal: ".author time, .author"), body: Selector(literal: ".content"), furniture: Selector(literal: ".notice, .attachbox"),
        quote: Selector(literal: "blockquote"), keyPrefix: ["p"], threading: .none)
}
