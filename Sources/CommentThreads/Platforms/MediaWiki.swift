internal import Markup

extension Platform {
    /// MediaWiki's talk pages: running text in which a signature, "Name (talk) 12:34, 5 May 2014 (UTC)", ends a comment.
    static let mediaWiki = Platform(
        name: "mediawiki", recognizedBy: Selector(literal: "#mw-content-text, .mw-parser-output"),
        item: Selector(literal: "#mw-content-text p, #mw-content-text dd, #mw-content-text li, .mw-parser-output p, .mw-parser-output dd"),
        stretches: signedStretches)

    private static let signedStretches: @Sendable (HTMLDocument) -> [PlatformStretch] = { document in
        var stretches: [PlatformStretch] = []
        var isSigned = NodeSet(capacity: document.count)
        for node in 0..<document.count where document.isText(node) && endsInZone(document.textBytes(node)) {
            guard let block = block(of: node, document), let signer = signer(before: node, in: block, document) else { continue }
            for holder in [block] + Array(document.ancestors(block)) { isSigned.insert(holder) }
            stretches.append(PlatformStretch(first: block, end: document.end(block), author: signer, signature: signer..<node + 1, level: level(block, document)))
        }
        var previous: [Int: Int] = [:], last: [Int: Int] = [:]
        for node in 1..<max(1, document.count) where document.isElement(node) {
            guard let parent = document.parent(node) else { continue }
            previous[node] = last.updateValue(node, forKey: parent)
        }
        // What stands unsigned before a signed paragraph belongs to it.
        for index in stretches.indices {
            while let sibling = previous[stretches[index].first], !isSigned.contains(sibling), paragraphs.contains(document.name(sibling)) { stretches[index].first = sibling }
        }
        return stretches
    }

    /// "12:34, 5 May 2014 (UTC)": a year and a time zone in brackets close the text, in whatever language.
    private static func endsInZone(_ text: ArraySlice<UInt8>) -> Bool {
        var rest = text
        while let last = rest.last, last <= 0x20 { rest.removeLast() }
        guard rest.popLast() == 0x29, let open = rest.lastIndex(of: 0x28), (2...6).contains(rest.endIndex - open - 1),
            rest[(open + 1)...].allSatisfy({ (0x41...0x5A).contains($0) || $0 == 0x2B || $0 == 0x2D || (0x30...0x39).contains($0) })
        else { return false }
        let digits = rest[..<open].suffix(40).count { (0x30...0x39).contains($0) }
        return digits >= 8 && rest[..<open].suffix(40).contains(0x3A)
    }

    /// The paragraph or the list item that a signature ends.
    private static func block(of node: Int, _ document: HTMLDocument) -> Int? {
        var found: Int?
        for holder in document.ancestors(node) {
            let name = document.name(holder)
            if name == .dd || name == .li { return holder }
            if name == .p, found == nil { found = holder }
            if name == .table || name == .body || found != nil && name == .div { break }
        }
        return found
    }

    /// The first of the links that stand together before the time: the user's page, with its talk page behind it.
    private static func signer(before time: Int, in block: Int, _ document: HTMLDocument) -> Int? {
        var signer: Int?
        for node in (block + 1..<time).reversed() {
            if document.name(node) == .a {
                guard let href = document.attributeBytes(node, .href), leadsToUser(href) else { break }
                signer = node
            } else if document.isText(node), !document.ancestors(node).prefix(3).contains(where: { document.name($0) == .a }) {
                guard document.textBytes(node).count(where: { $0 > 0x20 }) <= 3 else { break }
            }
        }
        return signer
    }

    /// `/wiki/User:Name`, `title=Benutzer:Name`: a page of another namespace than the articles'.
    private static func leadsToUser(_ href: ArraySlice<UInt8>) -> Bool {
        let path = href.lastIndex(of: 0x2F).map { href[$0...] } ?? href
        return path.contains(0x3A) || href.contains(Array("Special:Contributions".utf8))
    }

    private static func level(_ block: Int, _ document: HTMLDocument) -> Int {
        document.ancestors(block).count { document.name($0) == .dl || document.name($0) == .ul || document.name($0) == .ol }
    }

    private static let paragraphs: Set<Name> = [.p, .dd, .li, .blockquote, .pre]
}
