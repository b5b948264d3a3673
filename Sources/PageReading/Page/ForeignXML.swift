internal import Markup

/// What an XML document that is no page is called; `nil` for HTML, XHTML and plain text. A file of exported comments or a news feed holds
/// many articles, or none: read as a page, it would give one article of everybody's words.
///
/// Only the head is looked at: nothing is parsed, no entity expanded, nothing fetched.
func foreignXMLKind(_ utf8: [UInt8]) -> String? {
    var head = XMLHead(bytes: utf8.prefix(65_536))
    guard let root = head.root() else { return nil }
    let kind: String
    switch root.name {
    case "disqus": kind = "a Disqus export (XML)"
    case "rss" where root.tag.contains("wordpress.org/export"): kind = "a WordPress export (WXR)"
    case "rss", "feed", "rdf:rdf": kind = "a news feed (XML)"
    case _ where head.isDeclared && !xmlRootsOfPages.contains(root.name): kind = "an XML document (<\(root.name)>)"
    default: return nil
    }
    return head.declaresEntities ? kind + " whose DTD declares entities; they are not expanded" : kind
}

/// Roots that a saved page, or a piece of one, may have behind an XML declaration.
private let xmlRootsOfPages: Set<String> = [
    "html", "head", "body", "div", "article", "section", "main", "p", "span", "table", "ul", "ol", "dl", "h1", "h2", "h3", "meta", "title", "link", "script", "style", "a",
    "center", "font", "form", "header", "nav", "blockquote", "pre", "base", "noscript",
]

/// The beginning of an XML document: the declaration, comments and the DTD, up to the root element.
private struct XMLHead {
    let bytes: ArraySlice<UInt8>
    /// Whether it begins with `<?xml`.
    private(set) var isDeclared = false
    private(set) var declaresEntities = false

    init(bytes: ArraySlice<UInt8>) { self.bytes = bytes }

    /// The root's name in lower case, and its start tag; `nil` where the text does not begin as XML does.
    mutating func root() -> (name: String, tag: String)? {
        var at = bytes.startIndex
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { at += 3 }
        while true {
            while at < bytes.endIndex, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[at]) { at += 1 }
            guard at + 1 < bytes.endIndex, bytes[at] == 0x3C else { return nil }
            let rest = bytes[at...]
            if rest.starts(with: "<?".utf8) {
                if rest.starts(with: "<?xml ".utf8) { isDeclared = true }
                guard let end = end(of: "?>", from: at) else { return nil }
                at = end
            } else if rest.starts(with: "<!--".utf8) {
                guard let end = end(of: "-->", from: at) else { return nil }
                at = end
            } else if bytes[at + 1] == 0x21 {
                guard let end = endOfDoctype(from: at) else { return nil }
                declaresEntities = declaresEntities || bytes[at..<end].contains(Array("<!ENTITY".utf8))
                at = end
            } else {
                let tag = rest.dropFirst().prefix { $0 != 0x3E }
                let name = tag.prefix { $0 > 0x20 && $0 != 0x2F }
                guard let first = name.first, first | 0x20 >= 0x61, first | 0x20 <= 0x7A, name.count <= 64, name.allSatisfy({ $0 < 0x7F }) else { return nil }
                return (String(decoding: name, as: UTF8.self).lowercased(), String(decoding: tag.prefix(4_096), as: UTF8.self))
            }
        }
    }

    /// Behind `<!DOCTYPE … [ … ]>`.
    private func endOfDoctype(from start: Int) -> Int? {
        var at = start, isInside = false
        var quote: UInt8?
        while at < bytes.endIndex {
            let byte = bytes[at]
            at += 1
            if let open = quote {
                if byte == open { quote = nil }
                continue
            }
            switch byte {
            case 0x22, 0x27: quote = byte
            case 0x5B: isInside = true
            case 0x5D: isInside = false
            case 0x3E where !isInside: return at
            default: continue
            }
        }
        return nil
    }

    private func end(of mark: StaticString, from start: Int) -> Int? {
        let mark = Array(mark.description.utf8)
        return bytes[start...].firstRange(of: mark)?.upperBound
    }
}
