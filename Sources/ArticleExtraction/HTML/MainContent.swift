internal import DiscourseModel
internal import Markup

/// Chooses the subtree that is the article, and what in it belongs to it.
struct MainContent {
    let document: HTMLDocument
    let blocks: [ContentBlock]
    let weights: ArticleWeights
    /// How many blocks begin before each node; one more entry than there are nodes.
    private let before: [Int32]
    /// Running sums of the blocks' weights, by block.
    private let sums: [Double]
    private let gains: [Double]
    /// Running sums of what links and furniture cost.
    private let costs: [Double]

    init(_ document: HTMLDocument, blocks: [ContentBlock], weights: ArticleWeights) {
        self.document = document
        self.blocks = blocks
        self.weights = weights
        var sums = [0.0], gains = [0.0], costs = [0.0]
        for block in blocks {
            let weight = block.weight(weights)
            sums.append(sums[sums.count - 1] + weight)
            costs.append(costs[costs.count - 1] + (block.isFurniture || block.isAboutArticle || block.linkShare > 0.3 ? min(0, weight) : 0))
            // What begins the named text counts with its size, however short the text is.
            let worth = block.kind == .heading || block.isTitle ? 0 : max(block.bonus > 0 ? Double(block.size) : 0, weight - block.bonus)
            gains.append(gains[gains.count - 1] + worth)
        }
        var before = [Int32](repeating: 0, count: document.count + 1)
        for block in blocks { before[block.nodes.lowerBound + 1] += 1 }
        for node in 0..<document.count { before[node + 1] += before[node] }
        self.before = before
        self.sums = sums
        self.costs = costs
        self.gains = gains
    }

    /// The blocks that begin in an element.
    private func blockRange(_ element: Int) -> Range<Int> { Int(before[element])..<Int(before[document.end(element)]) }

    struct Choice {
        var element: Int
        /// The article's blocks, in page order.
        var blocks: [ContentBlock]
        /// Blocks of links behind the last paragraph.
        var linksBelow: [ContentBlock]
    }

    /// The article's blocks, and the element that holds them; `nil` for a page without prose.
    func choose() -> Choice? {
        var best: (element: Int, sum: Double)?
        for element in 0..<document.count where document.isElement(element) || element == HTMLDocument.root {
            let range = blockRange(element)
            guard !range.isEmpty else { continue }
            let sum = sums[range.upperBound] - sums[range.lowerBound]
            // The title alone is no article.
            guard gains[range.upperBound] > gains[range.lowerBound] else { continue }
            if sum > (best?.sum ?? 0) || (sum == best?.sum && sum > 0) { best = (element, sum) }
        }
        guard var best else { return nil }
        // A smaller subtree that has nearly all of it leaves less room for what does not belong.
        while let inner = denser(than: best.element, sum: best.sum) { best = inner }
        return kept(in: best.element)
    }

    private func denser(than element: Int, sum: Double) -> (element: Int, sum: Double)? {
        let whole = blockRange(element)
        let held = gains[whole.upperBound] - gains[whole.lowerBound]
        for child in document.elements(element) {
            let range = blockRange(child)
            guard !range.isEmpty else { continue }
            guard gains[range.upperBound] > gains[range.lowerBound] else { continue }
            let inner = sums[range.upperBound] - sums[range.lowerBound]
            let heldInside = gains[range.upperBound] - gains[range.lowerBound]
            // Where the heading and the named text are, a little prose outside is somebody else's.
            if held - heldInside <= weights.strayProse, blocks[range].contains(where: \.isTitle), blocks[range].contains(where: { $0.bonus > 0 }) { return (child, inner) }
            // Prose is not left out for a tidier whole.
            guard heldInside >= (1 - weights.gain) * held else { continue }
            if inner >= sum * (1 - weights.gain) { return (child, inner) }
        }
        return nil
    }

    /// The blocks of an element without the furniture in it: subtrees that cost more than they bring, and blocks that say nothing by themselves.
    private func kept(in element: Int) -> Choice {
        var range = blockRange(element)
        // What stands above the article's title is the page's.
        if let title = blocks[range].lastIndex(where: \.isTitle), gains[range.upperBound] - gains[title + 1] >= weights.belowTitle * (gains[range.upperBound] - gains[range.lowerBound]) {
            range = title..<range.upperBound
        }
        let inNamed = range.reduce(0) { $0 + (blocks[$1].isBody ? gains[$1 + 1] - gains[$1] : 0) }
        let isNamed = inNamed > 0 && inNamed >= weights.bodyShare * (gains[range.upperBound] - gains[range.lowerBound])
        let introduced = introducedLists(range)
        let dropped = costly(in: element, range, but: introduced)
        var proseParents: Set<Int> = []
        for block in blocks[range] where isProse(block) { proseParents.insert(document.parent(block.element) ?? block.element) }
        let firstProse = blocks[range].firstIndex(where: isProse) ?? range.upperBound
        let lastProse = blocks[range].lastIndex(where: isProse) ?? range.upperBound
        var kept: [ContentBlock] = []
        for index in range {
            let block = blocks[index]
            if dropped.contains(block.nodes.lowerBound) || block.isFurniture || block.isTitle || isNamed && !block.isBody && block.kind != .caption || block.isAboutArticle { continue }
            let isLinked = block.linkShare >= 0.3
            let isSibling = proseParents.contains(document.parent(block.element) ?? block.element)
            let isAmongProse = firstProse < index && index < lastProse
            if block.weight(weights) >= block.bonus || block.kind == .table || introduced.contains(block.nodes.lowerBound) || !isLinked && (isAmongProse || isSibling || isNamed || block.kind == .quote) || isAmongProse && (isSibling || isNamed) {
                kept.append(block)
            }
        }
        // A heading heads something.
        while let last = kept.last, last.kind == .heading { kept.removeLast() }
        let below = blocks[max(range.lowerBound, min(lastProse, range.upperBound))..<range.upperBound].filter {
            $0.linkShare > 0.7 && !$0.isFurniture && !$0.isAboutArticle && $0.kind != .heading
        }
        let places = Set(kept.map(\.nodes.lowerBound))
        return Choice(element: element, blocks: kept, linksBelow: below.filter { !places.contains($0.nodes.lowerBound) })
    }

    /// The lists of links that a paragraph right before them leads up to: the article's own. A label before them ("Related") is no paragraph.
    private func introducedLists(_ range: Range<Int>) -> NodeSet {
        var introduced = NodeSet(capacity: document.count)
        var index = range.lowerBound + 1
        while index < range.upperBound {
            defer { index += 1 }
            let before = blocks[index - 1]
            guard blocks[index].kind == .item, before.kind == .paragraph, isProse(before), let list = document.parent(blocks[index].element),
                document.name(list) == .ul || document.name(list) == .ol, document.parent(list) == document.parent(before.element)
            else { continue }
            introduced.insert(document.subtree(list))
        }
        return introduced
    }

    /// The subtrees that cost more than they bring.
    private func costly(in element: Int, _ range: Range<Int>, but introduced: NodeSet) -> NodeSet {
        var dropped = NodeSet(capacity: document.count)
        var node = element + 1
        let end = document.end(element)
        while node < end {
            guard document.isElement(node), Flow(document.name(node)) != .inline, !introduced.contains(node) else {
                node += 1
                continue
            }
            let inner = blockRange(node)
            let gain = gains[inner.upperBound] - gains[inner.lowerBound]
            let holdsStart = blocks[inner].contains { $0.isTitle || $0.bonus > 0 }
            if inner.count >= 2, !holdsStart, gain < weights.droppedProse, gain + costs[inner.upperBound] - costs[inner.lowerBound] < 0 {
                dropped.insert(document.subtree(node))
                node = document.end(node)
                continue
            }
            node += 1
        }
        return dropped
    }

    private func isProse(_ block: ContentBlock) -> Bool {
        block.size >= weights.proseSize && block.sentenceMarks > 0 && block.linkShare < 0.4 && !block.isFurniture && !block.isAboutArticle && block.kind != .heading
    }
}
