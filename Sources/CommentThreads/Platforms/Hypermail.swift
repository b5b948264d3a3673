internal import Markup

extension Platform {
    /// A message in an archive that Hypermail 2 made: the headers in an `<address>`, the text below.
    static let hypermail = Platform(
        name: "hypermail", recognizedBy: Selector(literal: "address.headers #from, meta[name=generator][content^=hypermail], meta[name=Generator][content^=hypermail]"),
        item: Selector(literal: "div.mail"), author: Selector(literal: "#from, .from"), time: Selector(literal: "#date, .date"),
        furniture: Selector(literal: "address.headers, #received, #message-id, #to, #cc"), threading: .none)
}
