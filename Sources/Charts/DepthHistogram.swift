/// How many comments stand at each depth, as upright columns with their counts above and the depth below.
///
/// Classes: `k0` for the columns, `count` and `axis` for the texts.
package struct DepthHistogram {
    /// Comments at depth 0, 1, 2 ...
    package var counts: [Int]
    package var title: String
    package var description: String

    package init(counts: [Int], title: String, description: String) {
        self.counts = counts
        self.title = title
        self.description = description
    }

    /// Columns drawn; the last one holds all that lies deeper.
    package static let columnLimit = 16

    package var svg: String {
        let columns = folded
        let most = Double(max(1, columns.max() ?? 1))
        let step = 44.0, floor = 96.0, tall = 72.0
        var svg = SVGWriter()
        svg.begin(
            width: Double(max(1, columns.count)) * step, height: 116, class: "histogram", title: title, description: description)
        for (depth, count) in columns.enumerated() {
            let x = Double(depth) * step
            let height = count == 0 ? 0 : max(1.5, Double(count) / most * tall)
            svg.empty("rect", [
                "class": "k0", "x": fixed(x + 6), "y": fixed(floor - height), "width": fixed(step - 12), "height": fixed(height), "rx": "2",
            ])
            svg.element(
                "text", String(count),
                ["class": "count", "x": fixed(x + step / 2), "y": fixed(floor - height - 6), "text-anchor": "middle"])
            let deeper = depth == Self.columnLimit - 1 && counts.count > Self.columnLimit
            svg.element(
                "text", String(depth) + (deeper ? "+" : ""),
                ["class": "axis", "x": fixed(x + step / 2), "y": "112", "text-anchor": "middle"])
        }
        svg.empty("path", ["class": "base", "d": "M0 \(fixed(floor))H\(fixed(Double(max(1, columns.count)) * step))"])
        svg.end()
        return svg.text
    }

    private var folded: [Int] {
        guard counts.count > Self.columnLimit else { return counts }
        let kept = counts.prefix(Self.columnLimit - 1)
        return kept + [counts.dropFirst(kept.count).reduce(0, +)]
    }
}
