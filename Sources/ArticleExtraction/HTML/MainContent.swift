internal import DiscourseModel
internal import Markup

/// Chooses the subtree that is the article, and what in it belongs to it.
struct MainContent {
    let document: HTMLDocument
    let blocks: [ContentBlock]
    let weights: ArticleWeights
    /// Running sums of the blocks' weights, by block.
    private let sums: [Double]
    private let gains: [Double]

    init(_ document: HTMLDocument, blocks: [ContentBlock], weights: ArticleWeights) {
        self.document = document
        self.blocks = blocks
        self.weights = weights
        var sums = [0.0], gains = [0.0]
        for block in blocks {
            let weight = block.weight(weights)
            sums.append(sums[sums.count - 1] + weight)
            gains.append(gains[gains.count - 1] + (block.kind == .heading ? 0 : max(0, weight)))
        }
        self.sums = sums
        self.gains = gains
    }

    /// The article's blocks, in page order, and the element that holds them; `nil` for a page without prose.
    func choose() -> (element: Int, blocks: [ContentBlock])? {
        var best: (element: Int, sum: Double)?
        for element in 0..<document.count where document.isElement(element) || element == HTMLDocument.root {
            let range = blocks(in: document.subtree(element))
            guard !range.isEmpty else { continue }
            let sum = sums[range.upperBound] - sums[range.lowerBound]
            // The title alone is no article.
            guard gains[range.upperBound] > gains[range.lowerBound] else { continue }
            if sum > (best?.sum ?? 0) || (sum == best?.sum && sum > 0) { best = (element, sum) }
        }
        guard var best else { return nil }
        // A smaller subtree that has nearly all of it leaves less room for what does not belong.
        while let inner = denser(than: best.element, sum: best.sum) { best = inner }
        return (best.element, kept(in: best.element))
    }

    private func denser(than element: Int, sum: Double) -> (element: Int, sum: Double)? {
        for child in document.elements(element) {
            let range = blocks(in: document.subtree(child))
            guard !range.isEmpty else { continue }
            guard gains[range.upperBound] > gains[range.lowerBound] else { continue }
            let inner = sums[range.upperBound] - sums[range.lowerBound]
            if inner >= sum * (1 - weights.gain) { return (child, inner) }
        }
        return nil
    }

    /// The blocks of an element without the furniture in it: subtrees that cost more than they bring, and blocks that say nothing by themselves.
    private func kept(in element: Int) -> [ContentBlock] {
        let range = blocks(in: document.subtree(element))
        var dropped = NodeSet(capacity: document.count)
        var node = element + 1
        let end = document.end(element)
        while node < end {
            guard document.isElement(node), Flow(document.name(node)) != .inline else {
                node += 1
                continue
            }
            let inner = blocks(in: document.subtree(node))
            if inner.count >= 2, sums[inner.upperBound] - sums[inner.lowerBound] < 0, gains[inner.upperBound] - gains[inner.lowerBound] < 200 {
                dropped.insert(document.subtree(node))
                node = document.end(node)
                continue
            }
            node += 1
        }
        var proseParents: Set<Int> = []
        for block in blocks[range] where isProse(block) { proseParents.insert(document.parent(block.element) ?? block.element) }
        var kept: [ContentBlock] = []
        for block in blocks[range] where !dropped.contains(block.nodes.lowerBound) && !block.isFurniture {
            let weight = block.weight(weights)
            if weight >= 0 || block.kind == .table || isBetweenProse(block, in: range)
                || (block.linkShare < 0.3 && proseParents.contains(document.parent(block.element) ?? block.element))
            {
                kept.append(block)
            }
        }
        // A heading heads something.
        while let last = kept.last, last.kind == .heading { kept.removeLast() }
        return kept
    }

    /// A short line with prose directly before and behind it belongs to the text: a line of a dialogue, an emphatic word.
    private func isBetweenProse(_ block: ContentBlock, in range: Range<Int>) -> Bool {
        guard block.linkShare < 0.4, let index = blocks[range].firstIndex(where: { $0.nodes == block.nodes }) else { return false }
        func isProse(at place: Int) -> Bool { range.contains(place) && self.isProse(blocks[place]) }
        return (isProse(at: index - 1) || isProse(at: index - 2)) && (isProse(at: index + 1) || isProse(at: index + 2))
    }

    private func isProse(_ block: ContentBlock) -> Bool {
        block.size >= weights.proseSize && block.sentenceMarks > 0 && block.linkShare < 0.4 && !block.isFurniture && block.kind != .heading
    }

    /// The blocks that begin in a stretch of nodes.
    private func blocks(in nodes: Range<Int>) -> Range<Int> {
        let low = firstBlock(from: nodes.lowerBound)
        return low..<max(low, firstBlock(from: nodes.upperBound))
    }

    private func firstBlock(from node: Int) -> Int {
        var low = 0, high = blocks.count
        while low < high {
            let middle = (low + high) / 2
            if blocks[middle].nodes.lowerBound < node { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
