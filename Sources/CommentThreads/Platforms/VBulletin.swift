internal import Markup

extension Platform {
    /// vBulletin 3 and 4.
    static let vBulletin = Platform(
        name: "vbulletin", recognizedBy: Selector(literal: "[id^=post_message_]"),
        item: Selector(literal: "li.postbit, li.postbitlegacy, li.postcontainer, table[id^=post], div[id^=edit]:not([id*=_])"),
        author: Selector(literal: ".bigusername, .username, .popupctrl"), body: Selector(literal: "[id^=post_message_]"), furniture: Selector(literal: ".bbcode_quote_container"),
        quote: Selector(literal: ".bbcode_quote, .bbcode_container .quote_container, div.quote"), keyPrefix: ["post", "post_", "edit"], threading: .none)
}
