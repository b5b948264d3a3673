package import DiscourseModel
package import Markup

/// Which page of a thread this is, by its address (`?page=2`, `/page-2`, `/comment-page-2`), else by its links to the pages before and
/// behind it (`rel=next`, `rel=prev`), else by a link to a later page of its own address; `nil` where nothing says that there are several.
package func pagePosition(url: String?, canonical: String?, in document: Document) -> PagePosition? {
    let html: HTMLDocument? = if case .html(let html) = document { html } else { nil }
    let base = url ?? canonical
    // A later page often names the first one as its canonical address: the address it was scraped from knows better.
    let address = url.flatMap(PageAddress.init) ?? canonical.flatMap(PageAddress.init)
    var position = address.map { PagePosition(thread: $0.thread, number: $0.isOffset ? 2 : $0.number) }
    guard let html else { return position }

    let own = position?.thread ?? base.map(PageAddress.plain)
    var last = 0, step = 0
    var next: String?, previous: String?
    let pages = own.map(ThreadAddress.init)
    for node in 0..<html.count {
        let name = html.name(node)
        guard name == .a || name == .link, let bytes = html.attributeBytes(node, .href) else { continue }
        let isNext = html.hasToken(node, .rel, nextToken), isPrevious = html.hasToken(node, .rel, previousToken)
        let mayBePage = pages?.mayHold(bytes) ?? false && PageAddress.mayBeOne(bytes)
        guard isNext || isPrevious || mayBePage, let href = html.attribute(node, .href), let target = absolute(href, base: base) else { continue }
        if isNext { next = next ?? target }
        if isPrevious { previous = previous ?? target }
        if own != nil, let address = PageAddress(target), address.thread == own {
            last = max(last, address.number)
            if address.isOffset { step = divisor(step, address.number) }
        }
    }
    if let address, address.isOffset { step = divisor(step, address.number) }
    if step > 0 {
        // Addresses that count posts: the step between them is the length of a page.
        let number = address.map { $0.isOffset ? $0.number / step + 1 : $0.number } ?? 1
        let count = last / step + 1
        return own.map { PagePosition(thread: $0, number: number, count: count > number ? count : nil) }
    }
    if position == nil {
        if let before = previous, own == nil || PageAddress(before)?.thread ?? PageAddress.plain(before) == own {
            let address = PageAddress(before)
            position = PagePosition(thread: address?.thread ?? PageAddress.plain(before), number: (address?.number ?? 1) + 1)
        } else if let address = next.flatMap(PageAddress.init), address.number > 1, own == nil || address.thread == own {
            position = PagePosition(thread: address.thread, number: address.number - 1)
        } else if let own, last > 1 {
            position = PagePosition(thread: own, number: 1)
        }
    }
    if let address = next.flatMap(PageAddress.init), address.thread == position?.thread { last = max(last, address.number) }
    if let number = position?.number, last > number { position?.count = last }
    return position
}

private let nextToken = Array("next".utf8)
private let previousToken = Array("prev".utf8)

/// The greatest common divisor; of 0 and a number, the number.
private func divisor(_ a: Int, _ b: Int) -> Int { b == 0 ? a : divisor(b, a % b) }

/// The address of a thread, for ruling out links to anything else before their own addresses are taken apart.
private struct ThreadAddress {
    /// Without its query, and the part of it behind the host.
    private let whole: [UInt8], path: [UInt8]

    init(_ address: String) {
        whole = Array(address.utf8.prefix { $0 != 0x3F })
        let host = address.range(of: "://").map { address.utf8[$0.upperBound...] } ?? address.utf8[...]
        path = Array(host.drop { $0 != 0x2F }.prefix { $0 != 0x3F })
    }

    /// `false` is certain: a page of a thread has the thread's address and more.
    func mayHold(_ href: ArraySlice<UInt8>) -> Bool {
        let own = href.starts(with: httpScheme) ? whole : href.first == 0x2F ? path : []
        // Of two slashes side by side, one counts.
        return href.starts(with: own) || href.dropFirst(8).contains(doubleSlash) || href.starts(with: doubleSlash)
    }
}

private let httpScheme = Array("http".utf8)
private let doubleSlash = Array("//".utf8)

/// An address that names a page by its number.
private struct PageAddress {
    /// The address without the number, its fragment and a slash at its end.
    var thread: String
    var number: Int
    /// Whether the number counts posts and not pages (`?start=25`).
    var isOffset = false

    private static let parameters: Set<String> = ["page", "paged", "cpage", "comment-page", "comments_page", "commentpage", "pagenumber", "pageno", "pg"]
    /// phpBB, Invision and others begin a page at a post.
    private static let offsets: Set<String> = ["start", "st", "offset"]
    /// What differs from visit to visit is no part of the address.
    private static let sessions: Set<String> = ["sid", "phpsessid"]

    /// `nil` where the address names no page.
    init?(_ url: String) {
        guard url.utf8.count >= 2_000 || PageAddress.mayBeOne(ArraySlice(url.utf8)) else { return nil }
        let address = PageAddress.withoutFragment(url)
        guard let scheme = address.range(of: "://") else { return nil }
        if let mark = address.firstIndex(of: "?") {
            var parameters = address[address.index(after: mark)...].split(separator: "&", omittingEmptySubsequences: false).map(String.init)
            for (index, parameter) in parameters.enumerated() {
                let parts = parameter.split(separator: "=", maxSplits: 1)
                let isOffset = parts.first.map { PageAddress.offsets.contains($0.lowercased()) } ?? false
                guard parts.count == 2, isOffset || PageAddress.parameters.contains(parts[0].lowercased()), let number = PageAddress.number(parts[1]) else { continue }
                parameters.remove(at: index)
                thread = PageAddress.plain(address[..<mark] + (parameters.isEmpty ? "" : "?" + parameters.joined(separator: "&")))
                self.number = number
                self.isOffset = isOffset
                return
            }
        }
        let path = address[scheme.upperBound...].prefix { $0 != "?" }
        let query = address[path.endIndex...]
        var segments = path.split(separator: "/", omittingEmptySubsequences: true).map(String.init)
        // The host, the thread, the page.
        guard segments.count > 2, let name = segments.last?.lowercased() else { return nil }
        var found: Int?
        for start in ["comment-page-", "page-", "page"] where found == nil && name.hasPrefix(start) { found = PageAddress.number(name.dropFirst(start.count)) }
        if found == nil, segments.count > 3, segments[segments.count - 2].lowercased() == "page", let number = PageAddress.number(name) {
            found = number
            segments.removeLast()
        }
        guard let found else { return nil }
        segments.removeLast()
        thread = PageAddress.plain(address[..<scheme.upperBound] + segments.joined(separator: "/") + query)
        number = found
    }

    /// Without fragment, session and slash at the end, so that `/thread/` and `/thread` are one.
    static func plain(_ url: some StringProtocol) -> String {
        var text = withoutFragment(url)
        if let mark = text.firstIndex(of: "?") {
            let kept = text[text.index(after: mark)...].split(separator: "&").filter { !sessions.contains($0.prefix { $0 != "=" }.lowercased()) }
            text = text[..<mark] + (kept.isEmpty ? "" : "?" + kept.joined(separator: "&"))
        }
        if text.hasSuffix("/") { text.removeLast() }
        return text
    }

    /// Whether an address in a link may name a page, before more is done with it: it has a parameter that is named for pages and is a number,
    /// or the number of a "page" closes its path.
    static func mayBeOne(_ bytes: ArraySlice<UInt8>) -> Bool {
        guard bytes.count < 2_000 else { return false }
        let address = bytes.prefix { $0 != 0x23 }
        let path = address.prefix { $0 != 0x3F }
        for parameter in address[path.endIndex...].dropFirst().split(separator: 0x26) {
            guard let sign = parameter.firstIndex(of: 0x3D), sign - parameter.startIndex <= 13, (1...5).contains(parameter.endIndex - sign - 1),
                parameter[(sign + 1)...].allSatisfy({ $0 &- 0x30 < 10 })
            else { continue }
            let name = String(decoding: parameter[..<sign], as: UTF8.self).lowercased()
            if parameters.contains(name) || offsets.contains(name) { return true }
        }
        guard let last = path.last(where: { $0 != 0x2F }), last &- 0x30 < 10 else { return false }
        return path.indices.dropLast(3).contains { at in
            path[at] | 0x20 == 0x70 && path[at + 1] | 0x20 == 0x61 && path[at + 2] | 0x20 == 0x67 && path[at + 3] | 0x20 == 0x65
        }
    }

    private static func withoutFragment(_ url: some StringProtocol) -> String {
        url.utf8.firstIndex(of: 0x23).map { String(url[..<$0]) } ?? String(url)
    }

    private static func number(_ text: some StringProtocol) -> Int? {
        guard (1...5).contains(text.utf8.count), text.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int(text), number > 0 else { return nil }
        return number
    }
}

extension String {
    fileprivate func range(of text: String) -> Range<String.Index>? {
        guard let first = text.utf8.first else { return nil }
        var at = startIndex
        while let found = utf8[at...].firstIndex(of: first) {
            if utf8[found...].starts(with: text.utf8) { return found..<utf8.index(found, offsetBy: text.utf8.count) }
            at = utf8.index(after: found)
        }
        return nil
    }
}

/// A link's target as a whole address (RFC 3986, 5.2; of dot segments only one at the beginning); `nil` where the base is not known.
private func absolute(_ href: String, base: String?) -> String? {
    if href.hasPrefix("http://") || href.hasPrefix("https://") { return href }
    guard let base, let scheme = base.range(of: "://") else { return nil }
    if href.hasPrefix("//") { return base[..<scheme.lowerBound] + ":" + href }
    let host = base[scheme.upperBound...].prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    let origin = base[..<host.endIndex]
    let path = base[host.endIndex...].prefix { $0 != "?" && $0 != "#" }
    if href.hasPrefix("/") { return origin + href }
    if href.hasPrefix("?") { return origin + path + href }
    guard !href.hasPrefix("#"), !href.contains(":") else { return nil }
    let href = href.hasPrefix("./") ? String(href.dropFirst(2)) : href
    let folder = path.lastIndex(of: "/").map { path[...$0] } ?? "/"
    return origin + folder + href
}
