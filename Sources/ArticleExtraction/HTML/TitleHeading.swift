internal import DiscourseModel
internal import Markup

/// Finds the block that is the article's visible title: the one that the page's stated titles repeat.
struct TitleHeading {
    private let document: HTMLDocument
    private let roles: ElementRoles
    /// Letters and digits of each title that the page states, and of the parts of one that names the site as well.
    private let whole: [String], parts: [String]
    private let site: String
    /// The page's own address: a heading that leads to a place above it heads the site.
    private let address: String

    /// - Parameter parts: the parts of the document's title, one of which may be the site's name.
    init(_ document: HTMLDocument, roles: ElementRoles, titles: [String], parts: [String], site: String?, address: String?) {
        self.document = document
        self.roles = roles
        whole = titles.map(letters).filter { !$0.isEmpty }
        self.parts = parts.map(letters).filter { $0.utf8.count >= 3 }
        self.site = letters(site ?? "")
        self.address = address ?? ""
    }

    /// The index of the title's block; `nil` where no heading fits what the page states.
    func find(among blocks: [ContentBlock]) -> Int? {
        guard !whole.isEmpty else { return onlyHeading(blocks) }
        var best: (index: Int, words: String, score: Double)?
        for (index, block) in blocks.enumerated() where block.kind == .heading && block.size < 300 {
            let words = letters(document.plainText(nodes: block.nodes))
            guard words != site, var score = agreement(words), !leadsHome(block) else { continue }
            if document.name(block.element) == .h1 { score += 0.3 }
            if roles[block.element].contains(.title) { score += 0.5 }
            // Of two headings that are the parts of "Site: Title", the site's stands first.
            let isLaterPart = best.map { words != $0.words && parts.contains(words) && parts.contains($0.words) && score > $0.score - 0.6 } ?? false
            if isLaterPart || score > best?.score ?? 0 { best = (index, words, score) }
        }
        if let best { return best.index }
        if let only = onlyHeading(blocks), sharesWord(blocks[only]) || isInMain(blocks[only]) { return only }
        // No heading: a line of its own with the very words.
        let longest = ((whole + parts).map(\.utf8.count).max() ?? 0) * 2 + 20
        return blocks.firstIndex { block in
            guard block.kind != .heading, block.size >= 10, block.size <= longest else { return false }
            let words = letters(document.plainText(nodes: block.nodes))
            return words != site && (whole.contains(words) || parts.contains(words)) && !leadsHome(block)
        }
    }

    /// How well a heading fits: 4 for the very words, 3 and more for a part of the document's title, 2 to 3 for a title with more or less in it.
    private func agreement(_ words: String) -> Double? {
        guard words.utf8.count >= 3 else { return nil }
        if whole.contains(words) { return 4 }
        let size = Double(words.utf8.count)
        if parts.contains(words) { return 3 + 0.5 * size / Double(parts.map(\.utf8.count).max() ?? 1) }
        var best: Double?
        for title in whole where words.utf8.count >= 8 && title.utf8.count >= 8 {
            let other = Double(title.utf8.count)
            if size <= other, size * 3 >= other, title.holds(words) { best = max(best ?? 0, 2 + size / other) }
            if other < size, other * 3 >= size, words.holds(title) { best = max(best ?? 0, 2 + other / size) }
        }
        return best
    }

    /// Whether a heading has a word of some length of a stated title.
    private func sharesWord(_ block: ContentBlock) -> Bool {
        document.plainText(nodes: block.nodes).split(separator: " ").contains { word in
            let word = letters(String(word))
            return word.utf8.count >= 5 && whole.contains { $0.contains(word) }
        }
    }

    /// Whether a heading stands in what the page marks as its article or its main part: there it is no site's name.
    private func isInMain(_ block: ContentBlock) -> Bool {
        letters(document.plainText(nodes: block.nodes)) != site
            && document.ancestors(block.element).contains { document.name($0) == .article || document.name($0) == .main }
    }

    private func onlyHeading(_ blocks: [ContentBlock]) -> Int? {
        let first = blocks.indices.filter { document.name(blocks[$0].element) == .h1 && !leadsHome(blocks[$0]) }
        return first.count == 1 ? first[0] : nil
    }

    private func leadsHome(_ block: ContentBlock) -> Bool {
        for node in document.subtree(block.element) where document.name(node) == .a {
            guard let href = document.attribute(node, .href) else { continue }
            let path = href.range(after: "://").map { href[$0...].drop { $0 != "/" } } ?? href[...]
            if href.utf8.count + 8 < address.utf8.count, href.hasPrefix("http"), address.hasPrefix(href) { return true }
            if path == "/" || path.isEmpty && !href.isEmpty || path.hasPrefix("/?") || path.hasPrefix("/index.") { return true }
        }
        return false
    }
}
