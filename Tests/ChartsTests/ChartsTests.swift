import Foundation
#if canImport(FoundationXML)
import FoundationXML
#endif
import Testing

@testable import Charts

struct ChartsTests {
    @Test func subtreesCountThemselvesAndAllBelow() {
        #expect(subtreeSizes(levels: [0, 1, 2, 1, 0, 0, 1]) == [4, 2, 1, 1, 1, 2, 1])
    }

    @Test func cellsCoverEveryLevelWithoutOverlap() {
        // A wide forest, whose narrow cells are joined: at each level no two cells overlap, and the counts still add up.
        let levels = (0..<5_000).map { [0, 1, 1, 2, 1][$0 % 5] }
        let icicle = Icicle(nodes: levels.enumerated().map { .init(level: $1, color: $0 % 3 == 0 ? 1 : 0, label: "") }, title: "", description: "")
        let cells = icicle.cells(unit: 0.2)
        #expect(cells.map(\.count).reduce(0, +) == 5_000)
        #expect(cells.count < 5_000)
        var end: [Int: Int] = [:]
        for cell in cells {
            let level = levels[cell.first]
            #expect(cell.start >= end[level, default: 0])
            end[level] = cell.start + cell.width
        }
    }

    @Test func chartsAreWellFormedWhateverTheTextsSay() {
        let hostile = "</title><script>alert(1)</script> \" ' & <\u{338}b> \u{0600}<i> \u{1B}[31m"
        let drawings = [
            Icicle(
                nodes: [.init(level: 0, color: 1, label: hostile, href: "#\"><script>"), .init(level: 1, color: 2, label: hostile)],
                title: hostile, description: hostile
            ).svg,
            IntervalBar(value: 0.2, low: 0.1, high: 1.4, color: 2, title: hostile).svg,
            DepthHistogram(counts: [3, 0, 1], title: hostile, description: hostile).svg,
        ]
        for svg in drawings {
            #expect(XMLParser(data: Data(svg.utf8)).parse(), "\(svg)")
            #expect(!svg.utf8Contains("<script"))
            #expect(!svg.utf8Contains("<b") && !svg.utf8Contains("<i>"))
            #expect(svg.contains("role=\"\(svg.contains("<a ") ? "group" : "img")\"") && svg.contains("<title>"))
        }
    }

    @Test func aDeepChainIsCutAndSaysSo() {
        let svg = Icicle(nodes: (0..<5_000).map { .init(level: $0, color: 0, label: "x") }, title: "t", description: "d.").svg
        #expect(svg.contains("Levels below 47 are not drawn."))
        #expect(svg.utf8.count < 20_000)
    }

    @Test(arguments: [(0.0, "0"), (1.5, "1.5"), (2.0 / 3, "0.67"), (-1.05, "-1.05"), (-0.001, "0"), (Double.nan, "0"), (12.0, "12")])
    func numbersHaveTwoDecimalsAtMost(value: Double, text: String) {
        #expect(fixed(value) == text)
    }

    @Test func emptyInputStillDraws() {
        #expect(XMLParser(data: Data(Icicle(nodes: [], title: "t", description: "").svg.utf8)).parse())
        #expect(XMLParser(data: Data(DepthHistogram(counts: [], title: "t", description: "").svg.utf8)).parse())
    }

    @Test func deepDepthsShareTheLastColumn() {
        let svg = DepthHistogram(counts: Array(repeating: 2, count: 40), title: "t", description: "").svg
        #expect(svg.contains(">15+<"))
        #expect(svg.contains(">50<"))
    }
}

extension String {
    /// Whether the bytes stand in the text, whatever graphemes they form.
    func utf8Contains(_ other: String) -> Bool { Data(utf8).range(of: Data(other.utf8)) != nil }
}
