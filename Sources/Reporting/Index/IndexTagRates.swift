import DiscourseModel

extension IndexSection {
    /// The share of comments that bear each tag, over time.
    static let tagRates = IndexSection(id: "time", title: "Tags over time", template: "index-time") { material in
        guard let (unit, figures) = material.corpus.overTime else { return nil }
        let periods = Set(figures.rates.map(\.group)).sorted()
        guard periods.count > 1 else { return nil }
        let shown = periods.suffix(columnLimit)
        let rates = Dictionary(figures.rates.map { (Cell(period: $0.group, tag: $0.tag), $0) }) { first, _ in first }
        let bases = Dictionary(figures.rates.map { ($0.group, $0.base) }) { first, _ in first }
        let tags = material.tags.prefix(rowLimit).filter { tag in shown.contains { !(rates[Cell(period: $0, tag: tag.tag)]?.comments.isEmpty ?? true) } }
        return [
            "unit": .text(unit), "columns": .list(shown.map { ["column": .text($0)] }), "base": .list(shown.map { ["count": .number(bases[$0] ?? 0)] }),
            "rows": .list(tags.map { tag in
                [
                    "label": .text(material.label(tag.tag)), "kind": .text(material.kind(tag.tag).rawValue),
                    "cells": .list(shown.map { cellFields(rates[Cell(period: $0, tag: tag.tag)]) }),
                ]
            }),
            "more": .optional(leftOut(unit, figures, earlier: periods.count - shown.count)),
        ]
    }
}

private let columnLimit = 12
private let rowLimit = 20

private struct Cell: Hashable { var period: String, tag: String }

private func cellFields(_ rate: GroupRate?) -> Fields {
    guard let rate, !rate.comments.isEmpty else { return ["share": .text("·"), "interval": .none, "heat": .text("h0")] }
    let bounds = rate.interval
    return [
        "share": .text(percent(Double(rate.comments.count) / Double(rate.base))), "interval": .text(percent(bounds.low).dropLast() + "–" + percent(bounds.high)),
        "heat": .text("h\(heat(rate.comments.count, rate.base))"),
    ]
}

/// What the table does not show.
private func leftOut(_ unit: String, _ figures: GroupedRates, earlier: Int) -> String? {
    let small = figures.leftOut.values.reduce(0, +)
    let parts = [
        small > 0 ? "\(counted(figures.leftOut.count, unit)) with fewer than \(Minimum.period) comments (\(grouped(small)) together)" : nil,
        figures.ungrouped > 0 ? "\(counted(figures.ungrouped, "comment")) without a date" : nil, earlier > 0 ? counted(earlier, "earlier " + unit) : nil,
    ].compactMap(\.self)
    return parts.isEmpty ? nil : "Not shown: " + parts.joined(separator: ", ") + "."
}
