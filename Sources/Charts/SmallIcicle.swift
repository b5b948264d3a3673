/// The threads of a discussion as an icicle of a thumb's size, for tables: no labels, no links, a path a colour.
///
/// Classes: `small` for the drawing, `k0`, `k1` ... by colour.
package struct SmallIcicle {
    package var nodes: [(level: Int, color: Int)]

    package init(nodes: [(level: Int, color: Int)]) { self.nodes = nodes }

    private static let width = 120
    private static let levels = 7

    package var svg: String {
        let count = nodes.count
        // Cells are whole units of the drawing's width; of those that share a unit at one level the first is drawn.
        var paths: [Int: String] = [:]
        var drawnTo = [Int](repeating: 0, count: Self.levels)
        let sizes = subtreeSizes(levels: nodes.map(\.level))
        for (index, node) in nodes.enumerated() where node.level < Self.levels {
            let from = max(drawnTo[node.level], index * Self.width / max(1, count))
            let to = max((index + sizes[index]) * Self.width / max(1, count), from + 1)
            guard index * Self.width / max(1, count) >= drawnTo[node.level], to <= Self.width else { continue }
            drawnTo[node.level] = to
            let gap = to - from > 3 ? 1 : 0
            paths[node.color, default: ""] += "M\(from) \(node.level * 4)h\(to - from - gap)v3h-\(to - from - gap)z"
        }
        var svg = SVGWriter()
        svg.begin(width: Double(Self.width), height: Double(Self.levels * 4), class: "small", title: "The threads in small", description: "")
        for (color, path) in paths.sorted(by: { $0.key < $1.key }) { svg.empty("path", ["class": "k\(max(0, color))", "d": path]) }
        svg.end()
        return svg.text
    }
}
