internal import Markup

extension Platform {
    /// Simple Machines Forum 2.
    static let smf = Platform(
        name: "smf", item: Selector(literal: ".post_wrapper"), author: Selector(literal: ".poster h4 a, .poster h4"),
        time: Selector(literal: ".keyinfo .smalltext, .postinfo time, .keyinfo"), body: Selector(literal: ".post .inner, .inner"),
        furniture: Selector(literal: ".quoteheader, .quotefooter, .modified"), quote: Selector(literal: "blockquote.bbc_standard_quote"), threading: .none)
}
