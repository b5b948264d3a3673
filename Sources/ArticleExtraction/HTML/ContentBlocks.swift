internal import DiscourseModel
internal import Markup

/// A paragraph, heading, item ... of a page: a run of nodes with text and no break between.
struct ContentBlock: Sendable {
    /// The nearest element around it that breaks lines.
    var element: Int
    /// From its first text node to behind its last.
    var nodes: Range<Int>
    var kind: Block.Kind
    /// Bytes of text without white space, and of those in links.
    var size: Int
    var linkSize: Int
    /// Marks that end or part sentences, in any script.
    var sentenceMarks: Int
    /// Inside something named or placed as page furniture.
    var isFurniture = false
    /// Inside what the page names for its article's text.
    var isBody = false
    /// Bytes in links that their `rel` calls a tag, a category or the author.
    var topicSize = 0
    /// What its place adds to its weight.
    var bonus = 0.0
    /// The heading that the page's own title repeats: the article is where it stands.
    var isTitle = false

    /// A line about the article: where it is filed, who wrote it.
    var isAboutArticle: Bool { size < 400 && topicSize * 10 > size }

    var linkShare: Double { size == 0 ? 0 : Double(linkSize) / Double(size) }

    func weight(_ weights: ArticleWeights) -> Double {
        let size = Double(size)
        if isTitle { return weights.title }
        return bonus + (isAboutArticle ? -weights.navigationBase : words(size, weights))
    }

    private func words(_ size: Double, _ weights: ArticleWeights) -> Double {
        // What stands in the article's own text is left out of it in any case, and says nothing against the text around it.
        if isFurniture { return isBody ? 0 : -weights.furnitureBase - weights.furnitureByte * size }
        switch kind {
        case .heading: return linkShare > 0.6 ? -weights.headingLink : 0
        case .code: return size
        case .caption, .embed: return 0
        case .paragraph, .item, .quote, .table:
            if linkShare > weights.navigationLinks {
                // A sentence that is mostly one link may still be the author's.
                if linkShare < 0.6, sentenceMarks > 0, self.size >= weights.proseSize { return 0 }
                return -weights.navigationBase - weights.navigationByte * size
            }
            if self.size >= weights.proseSize, sentenceMarks > 0 { return size * max(0, 1 - weights.linkCost * linkShare) }
            if kind == .item || kind == .table, linkShare < 0.2 { return weights.plainByte * size }
            if self.size < 20 { return -weights.shortBlock }
            return weights.plainByte * size - 2
        }
    }
}

/// Cuts a page into blocks in one pass.
struct BlockReader {
    let document: HTMLDocument
    let claimed: NodeSet

    func read() -> [ContentBlock] {
        var blocks: [ContentBlock] = []
        var current = Run()
        var index = 0
        let count = document.count
        var linkEnd = 0, topicEnd = 0, quoteEnd = 0, codeStart = 0, codeEnd = 0
        var open: [(end: Int, element: Int)] = []
        // The last row of a table that has paragraphs in its cells: it lays out the page.
        var layoutRow: Int?
        func close() {
            if current.size > 0, let element = open.last?.element {
                // With its element: that says that white space counts.
                if current.first < codeEnd, blocks.last.map({ $0.nodes.upperBound <= codeStart }) ?? true { current.first = codeStart }
                blocks.append(
                    ContentBlock(
                        element: element, nodes: current.first..<current.last, kind: kind(of: element, isQuote: current.first < quoteEnd, isCode: current.first < codeEnd, isLayout: element == layoutRow),
                        size: current.size, linkSize: current.linkSize, sentenceMarks: current.marks, topicSize: current.topicSize))
            }
            current = Run()
        }
        while index < count {
            while let last = open.last, last.end <= index {
                close()
                open.removeLast()
            }
            if claimed.contains(index) {
                close()
                index += 1
                // Claimed nodes come in whole subtrees or in stretches of siblings: what follows is looked at by itself.
                continue
            }
            let name = document.name(index)
            if name == .text {
                current.add(index, of: document, isLink: index < linkEnd, isTopic: index < topicEnd)
                index += 1
                continue
            }
            let end = document.end(index)
            switch Flow(name) {
            case .hidden:
                if name != .head { close() }
                index = end
                continue
            case .lineBreak:
                current.breaks += 1
                if current.breaks >= 2 {
                    if current.size > 0 { layoutRow = open.last?.element }
                    close()
                }
            case .inline, .cell:
                if name == .a {
                    linkEnd = max(linkEnd, end)
                    if let rel = document.attributeBytes(index, .rel), isAboutArticle(rel) { topicEnd = max(topicEnd, end) }
                }
            case .paragraph, .line, .preformatted:
                close()
                open.append((end, index))
                if name == .blockquote { quoteEnd = max(quoteEnd, end) }
                if name == .pre, index >= codeEnd { (codeStart, codeEnd) = (index, end) }
            }
            index += 1
        }
        while !open.isEmpty {
            close()
            open.removeLast()
        }
        return blocks
    }

    private func isAboutArticle(_ rel: ArraySlice<UInt8>) -> Bool {
        rel.split(separator: 0x20).contains { word in ["tag", "category", "author"].contains { word.elementsEqual($0.utf8) } }
    }

    private func kind(of element: Int, isQuote: Bool, isCode: Bool, isLayout: Bool) -> Block.Kind {
        if isCode { return .code }
        switch document.name(element) {
        case .h1, .h2, .h3, .h4, .h5, .h6: return .heading
        case .figcaption, .caption: return .caption
        case .li, .dt, .dd: return .item
        case .tr, .td, .th: return isLayout ? .paragraph : .table
        default:
            if isQuote { return .quote }
            if let parent = document.parent(element), document.name(parent) == .li { return .item }
            return .paragraph
        }
    }

    private struct Run {
        var first = 0, last = 0, size = 0, linkSize = 0, marks = 0, breaks = 0, topicSize = 0

        mutating func add(_ node: Int, of document: HTMLDocument, isLink: Bool, isTopic: Bool) {
            let visible = document.visibleBytes(node)
            guard visible > 0 else { return }
            document.textBytes(node).withUnsafeBufferPointer { bytes in
                // Between the digits' row and the scripts that have marks of their own stand letters.
                for at in bytes.indices where bytes[at] &- 0x40 >= 0x8D && bytes[at] > 0x20 {
                    switch bytes[at] {
                    case 0x2E, 0x21, 0x3F, 0x2C, 0x3B:
                        // A mark with white space behind it: not the dot of a number or a host.
                        if at + 1 == bytes.count || bytes[at + 1] <= 0x20 || bytes[at + 1] == 0x22 || bytes[at + 1] >= 0x80 { marks += 1 }
                    case 0xCD... where SentenceMark.begins(bytes, at): marks += 1
                    default: break
                    }
                }
            }
            if size == 0 { first = node }
            last = node + 1
            size += visible
            breaks = 0
            if isLink { linkSize += visible }
            if isTopic { topicSize += visible }
        }
    }
}
