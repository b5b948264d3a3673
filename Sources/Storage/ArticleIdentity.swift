package import DiscourseModel

extension AnalyzedPage {
    /// The address the page gives itself.
    package var canonicalURL: String? { page.canonicalURL ?? article.canonicalURL }

    /// The site's name as stated, else the host of the page's address.
    var site: String? { article.site ?? (canonicalURL ?? page.url).flatMap(host) }

    /// What the page's article is known by, the surest first: its own address, else the scraped one; without any, its file.
    /// Standard input is no file: such a page is known by its bytes alone.
    package var addresses: [(kind: String, address: String)] {
        var addresses: [(String, String)] = []
        // All pages of a thread are one article, known by the address that they share.
        for url in page.position.map({ [$0.thread, $0.thread + "/"] }) ?? [canonicalURL, page.url] {
            if let url, !url.isEmpty { addresses.append(("url", withoutFragment(url))) }
        }
        if addresses.isEmpty, page.source != "-" { addresses.append(("path", page.source)) }
        return addresses
    }
}

/// A fragment names a place in a page, not a page, unless a script reads it (`#!`, `#/`).
package func withoutFragment(_ url: String) -> String {
    guard let mark = url.utf8.firstIndex(of: 0x23) else { return url }
    if let next = url.utf8[mark...].dropFirst().first, next == 0x21 || next == 0x2F { return url }
    return String(url[..<mark])
}

/// The host of an absolute address in lower case, without user, port and a leading `www.`; `nil` where there is none.
package func host(of url: String) -> String? {
    let bytes = Array(url.utf8)
    guard let scheme = bytes.indices.first(where: { bytes[$0...].starts(with: "://".utf8) }) else { return nil }
    var host = bytes[(scheme + 3)...].prefix { $0 != 0x2F && $0 != 0x3F && $0 != 0x23 }
    if let at = host.lastIndex(of: 0x40) { host = host[(at + 1)...] }
    if host.first != 0x5B, let colon = host.firstIndex(of: 0x3A) { host = host[..<colon] }
    var name = String(decoding: host, as: UTF8.self).lowercased()
    if name.hasPrefix("www.") { name.removeFirst(4) }
    return name.isEmpty ? nil : name
}
