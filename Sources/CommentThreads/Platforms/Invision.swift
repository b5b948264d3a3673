internal import Markup

extension Platform {
    /// Invision Community 4 and 5.
    static let invision = Platform(
        name: "invision", item: Selector(literal: "article[id^=elComment_], article.ipsEntry, article.ipsComment"),
        author: Selector(literal: ".cAuthorPane_author, .ipsComment_author a, .ipsEntry__username, .ipsUsername"), time: Selector(literal: "time"),
        body: Selector(literal: "[data-role=commentContent], .ipsRichText"), quote: Selector(literal: ".ipsQuote"), keyPrefix: ["elComment_", "comment-"], threading: .none)
}
