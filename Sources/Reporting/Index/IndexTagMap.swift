import DiscourseModel

extension IndexSection {
    /// The share of comments that bear each tag, by article; by site where there are many articles.
    static let tagMap = IndexSection(id: "map", title: "Tags by article", template: "index-map") { material in
        let groups = mapColumns(material)
        guard groups.columns.count > 1, !material.tags.isEmpty else { return nil }
        return [
            "of": .text(groups.of), "more": .optional(groups.more),
            "columns": .list(groups.columns.map { ["column": .text($0.name), "href": .optional($0.href), "about": .text($0.about)] }),
            "base": .list(groups.columns.map { ["count": .number($0.base)] }),
            "rows": .list(material.tags.prefix(rowLimit).map { tag in
                [
                    "label": .text(material.label(tag.tag)), "kind": .text(material.kind(tag.tag).rawValue),
                    "cells": .list(groups.columns.map { column in
                        let count = column.tagged[tag.tag] ?? 0
                        return ["count": count > 0 ? .number(count) : .text("·"), "heat": .text("h\(heat(count, column.base))")]
                    }),
                ]
            }),
        ]
    }
}

private let rowLimit = 40
private let columnLimit = 24

private struct MapColumn {
    var name: String
    var about: String
    var href: String?
    var base = 0
    var tagged: [String: Int] = [:]
}

private func mapColumns(_ material: IndexMaterial) -> (of: String, columns: [MapColumn], more: String?) {
    func add(_ entry: IndexEntry, to column: inout MapColumn) {
        column.base += entry.comments
        for tag in entry.tags { column.tagged[tag.tag, default: 0] += tag.comments }
    }
    let commented = material.entries.filter { $0.comments > 0 }
    let sites = Dictionary(grouping: commented, by: { $0.site ?? "site unknown" })
    if commented.count > columnLimit, sites.count > 1 {
        let columns = sites.map { site, entries in
            var column = MapColumn(name: site, about: counted(entries.count, "article"))
            for entry in entries { add(entry, to: &column) }
            return column
        }.sorted { $0.base != $1.base ? $0.base > $1.base : $0.name < $1.name }
        return ("site", Array(columns.prefix(columnLimit)), columns.count > columnLimit ? "\(counted(columns.count - columnLimit, "site")) with fewer comments are not shown." : nil)
    }
    let shown = commented.sorted { $0.comments > $1.comments }.prefix(columnLimit)
    let kept = commented.filter { entry in shown.contains { $0.id == entry.id } }
    let columns = kept.map { entry in
        var column = MapColumn(name: entry.id, about: entry.title, href: entry.file)
        add(entry, to: &column)
        return column
    }
    return ("article", columns, commented.count > kept.count ? "\(counted(commented.count - kept.count, "article")) with fewer comments are not shown." : nil)
}
