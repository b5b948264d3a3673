internal import Markup

extension Platform {
    /// XenForo 1 and 2.
    static let xenForo = Platform(
        name: "xenforo", item: Selector(literal: "article.message--post, article.message[data-content^=post-], li.message[data-author]"),
        author: Selector(literal: ".message-name .username, .message-name, .username, .userText .username"),
        body: Selector(literal: ".bbWrapper, .messageText"), furniture: Selector(literal: ".bbCodeBlock-expandLink, .message-lastEdit, .js-unfurl"),
        quote: Selector(literal: ".bbCodeBlock--quote, .bbCodeQuote"), keyAttributes: ["data-content"], keyPrefix: ["post-"], threading: .none)
}
