import DiscourseModel

extension ReportSection {
    /// Where in the threads each tag stands: tagged comments at each depth, under the number of comments there.
    static let tagsByDepth = ReportSection(
        id: "depth", title: "Tags by depth", template: "depth", isMinor: true,
        html: { material in
            guard let table = depthTable(material) else { return nil }
            return [
                "columns": .list(table.columns.map { ["column": .text($0)] }),
                "least": .number(Minimum.byDepth),
                "hasTrend": .flag(table.rows.contains { trend(material, $0.tag) != nil }),
                "base": .list(table.base.map { ["count": .number($0)] }),
                "rows": .list(table.rows.map { row in
                    [
                        "label": .text(material.label(row.tag)), "kind": .text(material.kind(row.tag).rawValue),
                        "href": .text("#" + material.anchor(tag: row.tag)), "trend": .optional(trend(material, row.tag)),
                        "cells": .list(zip(row.counts, table.base).map { count, base in
                            ["count": count > 0 ? .number(count) : .text("·"), "heat": .text("h\(heat(count, base))")]
                        }),
                    ]
                }),
            ]
        },
        markdown: { material in
            guard let table = depthTable(material) else { return nil }
            return markdownTable(
                ["Depth"] + table.columns, [["*all comments*"] + table.base.map(grouped)]
                    + table.rows.map { [escapedMarkdownInline(material.label($0.tag))] + $0.counts.map { $0 > 0 ? grouped($0) : "·" } },
                right: Set(1...table.columns.count))
        },
        absence: { material in
            material.page.patternSets.isEmpty ? nil : "Tags by depth: fewer than \(Minimum.comments) comments, or all at one depth, or no tag in \(Minimum.byDepth) of them."
        })
}

/// Depths that have a column; deeper ones share the last.
private let columnLimit = 7

private struct DepthTable {
    var columns: [String]
    var base: [Int]
    var rows: [(tag: String, counts: [Int])]
}

/// `nil` where all comments stand at one depth, or too few for a table to tell more than the tree does.
private func depthTable(_ material: ReportMaterial) -> DepthTable? {
    let figures = material.figures
    let depths = figures.byDepth.count
    let tags = (material.tags(.theme) + material.tags(.rhetoric)).filter { $0.comments >= Minimum.byDepth }
    guard depths > 1, figures.comments >= Minimum.comments, !tags.isEmpty else { return nil }
    let shown = min(depths, columnLimit)
    func folded(_ counts: [Int], _ unknown: Int) -> [Int] {
        var cells = [Int](repeating: 0, count: shown)
        for (depth, count) in counts.enumerated() { cells[min(depth, shown - 1)] += count }
        return figures.unknownDepth > 0 ? cells + [unknown] : cells
    }
    let columns = (0..<shown).map { $0 == shown - 1 && depths > shown ? "\($0)+" : String($0) } + (figures.unknownDepth > 0 ? ["unknown"] : [])
    return DepthTable(
        columns: columns, base: folded(figures.byDepth, figures.unknownDepth),
        rows: tags.map { ($0.tag, folded($0.byDepth, $0.unknownDepth)) })
}

/// Whether the tag becomes more or less frequent with depth; `nil` where the test wants more comments.
private func trend(_ material: ReportMaterial, _ tag: String) -> String? {
    material.detail(tag)?.depthTrend.value.map { $0.p >= 0.05 ? "none, " + probability($0.p) : ($0.z > 0 ? "more deeper, " : "less deeper, ") + probability($0.p) }
}

/// A shade of 0 to 5 for a share.
func heat(_ count: Int, _ base: Int) -> Int {
    guard base > 0, count > 0 else { return 0 }
    return min(5, 1 + Int(Double(count) / Double(base) * 5))
}
