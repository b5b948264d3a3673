internal import Markup

/// Runs of like elements that each lead to a page of their own and say a little of it: teasers, search results, topics of a forum, products.
/// They are links to other articles, however much prose they hold.
struct Teasers {
    let document: HTMLDocument
    let claimed: NodeSet
    /// The page's own address. Where it is unknown, only links without a host are sure to stay on the site.
    let own: OwnAddress
    let weights: ArticleWeights

    /// The elements of such runs, in page order; none stands in another.
    func find() -> [Int] {
        // Most elements have no such run: how many may stand in one is counted for all of them at once.
        var counts = [Int32](repeating: 0, count: document.count)
        for node in 1..<max(1, document.count) where canBeItem(document.name(node)) { counts[Int(document.nodes[node].parent)] += 1 }
        var found: [Int] = []
        var end = 0
        for parent in 0..<document.count where counts[parent] >= weights.teaserRun && parent >= end && document.isElement(parent) && !claimed.contains(parent) {
            let items = items(in: parent)
            if items.isEmpty { continue }
            found += items
            end = document.end(parent)
        }
        return found
    }

    private func items(in parent: Int) -> [Int] {
        var alike: [Name: [Int]] = [:]
        for child in document.elements(parent) where canBeItem(document.name(child)) { alike[document.name(child), default: []].append(child) }
        var items: [Int] = []
        for (_, children) in alike where children.count >= weights.teaserRun {
            var targets: Set<Substring> = []
            let teasers = children.filter { child in target(of: child).map { targets.insert($0).inserted } ?? false }
            if teasers.count >= weights.teaserRun, teasers.count * 3 >= children.count * 2 { items += teasers }
        }
        return items.sorted()
    }

    private func canBeItem(_ name: Name) -> Bool {
        switch name {
        case .li, .div, .article, .section, .tr, .dl: true
        default: false
        }
    }

    /// Where an element leads, if it begins with a link, has one for a heading or for its last line, and little text beside.
    private func target(of item: Int) -> Substring? {
        guard document.end(item) - item <= weights.teaserNodes else { return nil }
        var size = 0, linked = 0
        var first: Int?, heading: Int?, last: Int?
        // The link and the heading that the walk is in.
        var around = item, linkEnd = 0, headingEnd = 0
        for node in document.subtree(item) {
            switch document.name(node) {
            case .text: break
            case .a:
                if node >= linkEnd { (around, linkEnd) = (node, document.end(node)) }
                continue
            case .h1, .h2, .h3, .h4, .h5, .h6:
                headingEnd = max(headingEnd, document.end(node))
                continue
            default: continue
            }
            if claimed.contains(node) { return nil }
            let visible = document.visibleBytes(node)
            guard visible > 0 else { continue }
            size += visible
            guard size <= weights.teaserSize else { return nil }
            let link = node < linkEnd ? around : nil, isHeading = node < headingEnd
            if let link {
                linked += visible
                if size == visible { first = link }
                if isHeading { heading = heading ?? link }
            }
            // The last line: a link that stands in the element itself, or alone in a block.
            last = link.flatMap { link in size > visible && document.parent(link) == item && visible < 40 ? link : nil }
        }
        guard size >= 20, size - linked >= 8, let link = heading ?? first ?? last, let href = document.attribute(link, .href) else { return nil }
        return own.path(of: href)
    }
}

/// The page's own address, for telling links to other pages of its site.
struct OwnAddress {
    private let host: Substring?
    /// Behind the host, without fragment.
    private let path: Substring?

    /// - Parameter address: may be unknown.
    init(_ address: String?) {
        let rest = address.flatMap { address in address.range(after: "://").map { address[$0...] } }
        host = rest.map(OwnAddress.host)
        path = rest.map { Substring($0.utf8.drop { $0 != 0x2F }.prefix { $0 != 0x23 }) }
    }

    /// The address of a link without host and fragment; `nil` for another site, the page itself, and what is no page.
    func path(of href: String) -> Substring? {
        let link = Substring(href.utf8.prefix { $0 != 0x23 })
        guard !link.isEmpty else { return nil }
        let other: Substring
        if let start = link.range(after: "://") ?? (link.utf8.starts(with: "//".utf8) ? link.utf8.index(link.startIndex, offsetBy: 2) : nil) {
            guard let host, OwnAddress.host(link[start...]) == host else { return nil }
            other = Substring(link[start...].utf8.drop { $0 != 0x2F })
        } else {
            guard !link.utf8.prefix(while: { $0 != 0x2F && $0 != 0x3F }).contains(0x3A) else { return nil }
            other = link
        }
        return other == path ? nil : other
    }

    private static func host(_ rest: Substring) -> Substring {
        let host = rest.utf8.prefix { $0 != 0x2F && $0 != 0x3F && $0 != 0x3A }
        return Substring(host.starts(with: "www.".utf8) ? host.dropFirst(4) : host)
    }
}
