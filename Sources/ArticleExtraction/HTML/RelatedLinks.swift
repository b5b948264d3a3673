internal import DiscourseModel
internal import Markup

/// Links to other articles that stand beside this one: in what the page names for them, and below the text where nothing else does.
struct RelatedLinks {
    let document: HTMLDocument
    let claimed: NodeSet
    /// The page's own address, to complete links by; may be unknown.
    let address: String?

    /// - Parameter below: blocks of links behind the article's last paragraph.
    func read(below: [ContentBlock], related: [Int]) -> [RelatedLink] {
        var links: [RelatedLink] = []
        var seen: Set<String> = [address ?? ""]
        for nodes in related.map(document.subtree) + below.map(\.nodes) {
            for text in nodes where document.isText(text) && !claimed.contains(text) {
                guard let link = document.ancestors(text).prefix(4).first(where: { document.name($0) == .a }), let href = document.attribute(link, .href) else { continue }
                let title = document.line(link)
                // A title has words; "More" and "Share" are buttons.
                guard title.utf8.count >= 15, title.contains(" ") || title.utf8.count > title.count, let url = absolute(href), seen.insert(url).inserted else { continue }
                links.append(RelatedLink(title: title, url: url))
            }
        }
        return Array(links.prefix(40))
    }

    private func absolute(_ href: String) -> String? {
        if href.hasPrefix("http://") || href.hasPrefix("https://") { return href }
        guard let address, let host = address.range(after: "://") else { return href.hasPrefix("/") ? href : nil }
        if href.hasPrefix("//") { return "https:" + href }
        let root = address[..<(address[host...].firstIndex(of: "/") ?? address.endIndex)]
        return href.hasPrefix("/") ? root + href : nil
    }
}
