internal import DiscourseModel
internal import Markup

/// Marks the blocks that stand in page furniture: navigation, share bars, related links, forms, newsletters, cookie texts, what follows the comments;
/// and those that stand in what the page names for its article's text.
/// An element that holds much of the page's prose is no furniture, whatever its name: themes call the article's own column a widget.
struct FurnitureMarker {
    let document: HTMLDocument
    let claimed: NodeSet
    let roles: ElementRoles
    let weights: ArticleWeights

    /// - Parameter teasers: elements that lead to other pages. In what the page names for its text, they may be what the article is about.
    /// - Returns: the elements that hold links to other articles.
    func mark(_ blocks: inout [ContentBlock], teasers: [Int]) -> [Int] {
        let (furniture, bodies) = markBodies(&blocks)
        var prose = [0.0], sizes = [0]
        for block in blocks {
            prose.append(prose[prose.count - 1] + (block.kind == .heading && !block.isTitle ? 0 : max(0, block.weight(weights))))
            sizes.append(sizes[sizes.count - 1] + block.size)
        }
        let whole = max(1, prose[blocks.count])
        var end = 0
        var related: [Int] = []
        for (named, role) in furniture {
            guard named >= end else { continue }
            let node = document.name(named) == .form ? box(around: named, blocks, sizes) ?? named : named
            let range = blocks.range(in: document.subtree(node))
            guard !range.isEmpty else { continue }
            let share = (prose[range.upperBound] - prose[range.lowerBound]) / whole
            guard share < (role.contains(.margin) ? weights.marginShare : weights.furnitureShare) else { continue }
            if role.contains(.related) { related.append(node) }
            for index in range { blocks[index].isFurniture = true }
            end = max(end, document.end(node))
        }
        for teaser in teasers {
            let range = blocks.range(in: document.subtree(teaser))
            guard !range.isEmpty, !blocks[range].contains(where: \.isTitle), !bodies.contains(where: { document.contains($0, teaser) }) else { continue }
            if !blocks[range.lowerBound].isFurniture { related.append(teaser) }
            for index in range {
                blocks[index].isFurniture = true
                // Where each of several posts has a text by name, none is the article's.
                blocks[index].bonus = 0
            }
        }
        for index in buttons(blocks) { blocks[index].isFurniture = true }
        if let start = commentStart() {
            let first = blocks.range(in: start..<document.count)
            if prose[first.lowerBound] >= weights.beforeComments * whole { for index in first { blocks[index].isFurniture = true } }
        }
        return related
    }

    /// Marks what is named for the article's text. Gives the elements whose names speak of furniture, and those named for the text, in page order.
    private func markBodies(_ blocks: inout [ContentBlock]) -> (furniture: [(node: Int, role: ElementRole)], bodies: [Int]) {
        var furniture: [(node: Int, role: ElementRole)] = []
        var bodies: [Int] = []
        for node in 0..<document.count where document.isElement(node) {
            let role = roles[node]
            guard !role.isEmpty else { continue }
            if role.contains(.caption) {
                let range = blocks.range(in: document.subtree(node))
                if blocks[range].reduce(0, { $0 + $1.size }) <= 4 * weights.captionSize {
                    for index in range where blocks[index].kind != .heading && blocks[index].size <= weights.captionSize { blocks[index].kind = .caption }
                }
            }
            if !role.isDisjoint(with: [.margin, .furniture]) {
                furniture.append((node, role))
            } else if role.contains(.body), !blocks.range(in: document.subtree(node)).isEmpty {
                bodies.append(node)
            }
        }
        // The innermost names: an outer one may hold the whole column.
        let title = blocks.first { $0.isTitle }?.nodes.lowerBound ?? 0
        var isFirst = true
        var innermost: [Int] = []
        for (index, node) in bodies.enumerated() {
            if index + 1 < bodies.count, document.contains(node, bodies[index + 1]) { continue }
            let range = blocks.range(in: document.subtree(node))
            for index in range { blocks[index].isBody = true }
            innermost.append(node)
            if isFirst, node > title {
                blocks[range.lowerBound].bonus = weights.body
                isFirst = false
            }
        }
        return (furniture, innermost)
    }

    /// Short blocks that are a link and say the same thing again and again: "Get the recipe", "Buy on …".
    private func buttons(_ blocks: [ContentBlock]) -> [Int] {
        var places: [UInt64: [Int]] = [:]
        for (index, block) in blocks.enumerated() where block.size <= weights.buttonSize && block.linkSize == block.size && !block.isTitle {
            places[wordsHash(block.nodes), default: []].append(index)
        }
        return places.values.filter { $0.count >= weights.buttonRun }.flatMap(\.self)
    }

    /// FNV-1a over what some nodes say, white space aside.
    private func wordsHash(_ nodes: Range<Int>) -> UInt64 {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for node in nodes where document.isText(node) {
            document.textBytes(node).withUnsafeBufferPointer { for byte in $0 where byte > 0x20 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 } }
        }
        return hash
    }

    /// The largest element around a form that holds little else.
    private func box(around form: Int, _ blocks: [ContentBlock], _ sizes: [Int]) -> Int? {
        var box: Int?
        for ancestor in document.ancestors(form) where ancestor != HTMLDocument.root {
            let range = blocks.range(in: document.subtree(ancestor))
            guard sizes[range.upperBound] - sizes[range.lowerBound] <= weights.formBox, !blocks[range].contains(where: { $0.isTitle || $0.bonus > 0 }) else { break }
            box = ancestor
        }
        return box
    }

    /// Where the longest run of claimed nodes begins.
    private func commentStart() -> Int? {
        var best: Range<Int>?
        var node = 0
        while node < document.count {
            guard claimed.contains(node) else {
                node += 1
                continue
            }
            let start = node
            while node < document.count, claimed.contains(node) { node += 1 }
            if node - start > best?.count ?? 0 { best = start..<node }
        }
        return best?.lowerBound
    }
}

extension [ContentBlock] {
    /// The blocks that begin in a stretch of nodes.
    func range(in nodes: Swift.Range<Int>) -> Swift.Range<Int> {
        let low = first(from: nodes.lowerBound)
        return low..<Swift.max(low, first(from: nodes.upperBound))
    }

    private func first(from node: Int) -> Int {
        var low = 0, high = count
        while low < high {
            let middle = (low + high) / 2
            if self[middle].nodes.lowerBound < node { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
