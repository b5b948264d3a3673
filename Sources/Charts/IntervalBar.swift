/// One horizontal bar with the interval around its end: a share of 0 to 1 in the row of a table.
///
/// Classes: `bar track`, `bar fill`, `bar whisker`; the colour is the `color` class `k0`, `k1` ... on the drawing's group.
package struct IntervalBar {
    /// Shares, 0 to 1.
    package var value, low, high: Double
    /// The share at the right end of the bar's scale; bars that stand under one another have the same.
    package var scale: Double
    /// Index of the colour class.
    package var color: Int
    /// What a reader hears in place of the bar.
    package var title: String

    package init(value: Double, low: Double, high: Double, scale: Double = 1, color: Int, title: String) {
        self.value = value
        self.low = low
        self.high = high
        self.scale = scale
        self.color = color
        self.title = title
    }

    package var svg: String {
        let width = 160.0, height = 16.0
        func x(_ share: Double) -> Double { scale > 0 ? min(1, max(0, share / scale)) * width : 0 }
        var svg = SVGWriter()
        svg.begin(width: width, height: height, class: "bar", title: title, description: "")
        svg.open("g", ["class": "k\(max(0, color))"])
        svg.empty("rect", ["class": "track", "x": "0", "y": "3", "width": fixed(width), "height": "10", "rx": "2"])
        svg.empty("rect", ["class": "fill", "x": "0", "y": "3", "width": fixed(x(value)), "height": "10", "rx": "2"])
        svg.close("g")
        let (left, right) = (x(low), x(high))
        svg.empty("path", ["class": "whisker", "d": "M\(fixed(left)) 8H\(fixed(right))M\(fixed(left)) 5V11M\(fixed(right)) 5V11"])
        svg.end()
        return svg.text
    }
}
