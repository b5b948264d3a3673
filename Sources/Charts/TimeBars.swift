/// Counts in columns side by side, from the earliest to the latest. It stretches to its box; the texts of its axis stand beside it.
///
/// Classes: `k0` for the columns, `base` for the floor.
package struct TimeBars {
    package var counts: [Int]
    /// What is told of each column on hover.
    package var labels: [String]
    package var title: String
    package var description: String

    package init(counts: [Int], labels: [String], title: String, description: String) {
        self.counts = counts
        self.labels = labels
        self.title = title
        self.description = description
    }

    package var svg: String {
        let width = 1_000.0, height = 90.0, floor = 88.0
        let step = width / Double(max(1, counts.count))
        let most = Double(max(1, counts.max() ?? 1))
        var svg = SVGWriter()
        svg.begin(width: width, height: height, class: "timebars", title: title, description: description, stretch: true)
        for (column, count) in counts.enumerated() where count > 0 {
            let tall = max(2, Double(count) / most * (floor - 2))
            svg.open("rect", [
                "class": "k0", "x": fixed(Double(column) * step + step * 0.08), "y": fixed(floor - tall), "width": fixed(step * 0.84), "height": fixed(tall),
            ])
            if labels.indices.contains(column) { svg.element("title", labels[column]) }
            svg.close("rect")
        }
        svg.empty("path", ["class": "base", "d": "M0 \(fixed(floor + 1))H\(fixed(width))"])
        svg.end()
        return svg.text
    }
}
