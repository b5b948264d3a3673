internal import Markup

extension Platform {
    /// A message in an archive that Mailman's Pipermail made: subject, name, address and date above the text as it was sent.
    static let pipermail = Platform(
        name: "pipermail", recognizedBy: Selector(literal: "link[rel=Index][href*=index.html], link[rel=made][href^=mailto]"),
        item: Selector(literal: "body > h1"), author: Selector(literal: "b"), time: Selector(literal: "i"), body: Selector(literal: "pre"),
        threading: .none, stretches: message)

    private static let message: @Sendable (HTMLDocument) -> [PlatformStretch] = { document in
        guard let body = (0..<document.count).first(where: { document.name($0) == .body }) else { return [] }
        let parts = Array(document.elements(body))
        guard let heading = parts.firstIndex(where: { document.name($0) == .h1 }), let name = parts[heading...].first(where: { document.name($0) == .b }),
            let text = parts[heading...].first(where: { document.name($0) == .pre }), name < text
        else { return [] }
        return [PlatformStretch(first: name, end: document.end(text), author: name)]
    }
}
