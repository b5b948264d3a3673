internal import Markup

extension Platform {
    /// A message in an archive that MHonArc made: a list of headers, then the text as it was sent.
    static let mhonArc = Platform(
        name: "mhonarc", recognizedBy: Selector(literal: "a[href^=maillist.html], a[href^=threads.html], a[href^=\"mail1.html\"], a[href^=\"thrd1.html\"]"),
        item: Selector(literal: "body > pre"), threading: .none, stretches: message)

    private static let message: @Sendable (HTMLDocument) -> [PlatformStretch] = { document in
        guard let headers = (0..<document.count).first(where: { document.name($0) == .ul && holdsHeader($0, document) }),
            let sender = document.elements(headers).first(where: { document.line($0).lowercased().hasPrefix("from") }),
            let text = (document.end(headers)..<document.count).first(where: { document.name($0) == .pre }), document.parent(text) == document.parent(headers)
        else { return [] }
        return [PlatformStretch(first: headers, end: document.end(text), author: sender, signature: document.subtree(headers))]
    }

    /// Whether a list begins with the name of a header in emphasis: `<li><em>From</em>: …`.
    private static func holdsHeader(_ list: Int, _ document: HTMLDocument) -> Bool {
        document.elements(list).contains { item in
            document.elements(item).first { _ in true }.map { (document.name($0) == .em || document.name($0) == .strong) && document.line($0).lowercased() == "from" } ?? false
        }
    }
}
