import DiscourseModel

extension IndexSection {
    /// The share of comments that bear each tag, over time.
    static let tagRates = IndexSection(id: "time", title: "Tags over time", template: "index-time") { material in
        guard let periods = periods(material) else { return nil }
        return [
            "unit": .text(periods.unit), "columns": .list(periods.columns.map { ["column": .text($0.name)] }),
            "base": .list(periods.columns.map { ["count": .number($0.comments)] }), "more": .optional(periods.more),
            "rows": .list(material.tags.prefix(20).map { tag in
                [
                    "label": .text(material.label(tag.tag)), "kind": .text(material.kind(tag.tag).rawValue),
                    "cells": .list(periods.columns.map { column in
                        let count = column.tagged[tag.tag] ?? 0
                        let share = column.comments >= baseMinimum ? percent(Double(count) / Double(column.comments)) : "(\(count))"
                        return ["count": count > 0 ? .text(share) : .text("·"), "heat": .text("h\(column.comments >= baseMinimum ? heat(count, column.comments) : 0)")]
                    }),
                ]
            }),
        ]
    }
}

/// Comments that a share of a period needs; below, the count stands in brackets.
private let baseMinimum = 20
private let columnLimit = 16

private func periods(_ material: IndexMaterial) -> (unit: String, columns: [(name: String, comments: Int, tagged: [String: Int])], more: String?)? {
    var months: [Int: IndexEntry.Month] = [:]
    for (month, figures) in material.entries.lazy.flatMap(\.months) {
        months[month, default: IndexEntry.Month()].comments += figures.comments
        for (tag, count) in figures.tagged { months[month, default: IndexEntry.Month()].tagged[tag, default: 0] += count }
    }
    guard let first = months.keys.min(), let last = months.keys.max(), last > first else { return nil }
    let isYears = last - first >= columnLimit
    var columns: [Int: IndexEntry.Month] = [:]
    for (month, figures) in months {
        let key = isYears ? month / 12 : month
        columns[key, default: IndexEntry.Month()].comments += figures.comments
        for (tag, count) in figures.tagged { columns[key, default: IndexEntry.Month()].tagged[tag, default: 0] += count }
    }
    let keys = columns.keys.sorted()
    let shown = keys.suffix(columnLimit)
    return (
        isYears ? "year" : "month",
        shown.map { key in
            let column = columns[key] ?? IndexEntry.Month()
            let name = isYears ? String(key) : "\(key / 12)-\(key % 12 < 9 ? "0" : "")\(key % 12 + 1)"
            return (name, column.comments, column.tagged)
        },
        keys.count > shown.count ? "\(counted(keys.count - shown.count, "earlier year")) are not shown." : nil
    )
}
