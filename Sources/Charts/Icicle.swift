/// The forest of a discussion's threads as an icicle: a comment is as wide as all that hangs below it, and stands at its level.
///
/// Nodes come in reading order (each comment, then its answers), so that the drawing reads from left to right as the discussion does
/// (J. Kruskal, J. Landwehr, "Icicle plots", The American Statistician 37 (1983)). Classes: `k0`, `k1` ... by colour.
package struct Icicle {
    package struct Node {
        /// 0 for a thread's first comment, one more than its parent's for an answer.
        package var level: Int
        /// Index of the colour class.
        package var color: Int
        /// What is told of it on hover and to screen readers.
        package var label: String
        /// The anchor a click leads to.
        package var href: String?

        package init(level: Int, color: Int, label: String, href: String? = nil) {
            self.level = level
            self.color = color
            self.label = label
            self.href = href
        }
    }

    package var nodes: [Node]
    package var title: String
    package var description: String

    package init(nodes: [Node], title: String, description: String) {
        self.nodes = nodes
        self.title = title
        self.description = description
    }

    /// Levels drawn; what lies deeper is left out and the description says so.
    package static let levelLimit = 48
    private static let width = 1_000.0
    /// Cells narrower than this, side by side and alike, are drawn as one.
    private static let narrow = 2.0

    package var svg: String {
        let deepest = nodes.lazy.map(\.level).max() ?? 0
        let rows = min(deepest + 1, Self.levelLimit)
        let row = rows <= 12 ? 18.0 : max(6, 216 / Double(rows))
        let unit = nodes.isEmpty ? 1 : Self.width / Double(nodes.count)
        let gap = unit > 6 ? 1.5 : 0

        var description = description
        if deepest >= rows { description += " Levels below \(rows - 1) are not drawn." }
        var svg = SVGWriter()
        svg.begin(width: Self.width, height: Double(rows) * row, class: "icicle", title: title, description: description, stretch: true,
            hasLinks: nodes.contains { $0.href != nil })
        for cell in cells(unit: unit) {
            let node = nodes[cell.first]
            let label = cell.count == 1 ? node.label : "\(cell.count) comments, the first: \(node.label)"
            // The map is for the pointer: a keyboard would have to pass through every cell, and finds the same links in the text.
            if let href = node.href { svg.open("a", ["href": href, "tabindex": "-1"]) }
            svg.open("rect", [
                "class": "k\(max(0, node.color))", "x": fixed(Double(cell.start) * unit), "y": fixed(Double(node.level) * row),
                "width": fixed(max(0.3, Double(cell.width) * unit - gap)), "height": fixed(row - 1.5), "rx": gap > 0 ? "2" : "0",
            ])
            svg.element("title", label)
            svg.close("rect")
            if node.href != nil { svg.close("a") }
        }
        svg.end()
        return svg.text
    }

    /// The cells to draw, in reading order: where each begins and how wide it is, in comments, and the nodes it stands for.
    func cells(unit: Double) -> [(first: Int, count: Int, start: Int, width: Int)] {
        let sizes = subtreeSizes(levels: nodes.map(\.level))
        var cells: [(first: Int, count: Int, start: Int, width: Int)] = []
        /// By level: the cell that a narrow neighbour may join.
        var last: [Int: Int] = [:]
        for (index, node) in nodes.enumerated() where node.level < Self.levelLimit {
            if Double(sizes[index]) * unit < Self.narrow, let open = last[node.level] {
                let cell = cells[open]
                if cell.start + cell.width == index, nodes[cell.first].color == node.color, Double(cell.width) * unit < Self.narrow {
                    cells[open].count += 1
                    cells[open].width += sizes[index]
                    continue
                }
            }
            last[node.level] = cells.count
            cells.append((index, 1, index, sizes[index]))
        }
        return cells
    }
}
