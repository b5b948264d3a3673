import DiscourseModel

extension IndexSection {
    /// A row an article.
    static let articles = IndexSection(id: "articles", title: "Articles", template: "index-articles") { material in
        guard !material.entries.isEmpty else { return nil }
        return ["rows": .rows(count: material.entries.count) { articleFields(material, material.entries[$0]) }]
    }
}

private func articleFields(_ material: IndexMaterial, _ entry: IndexEntry) -> Fields {
    [
        "id": .text(entry.id), "href": .text(entry.file), "title": .text(entry.title), "site": .optional(entry.site),
        "date": .optional(entry.published?.dateOnly.iso8601), "comments": .number(entry.comments),
        "complete": .optional(entry.completeness.map(percent)), "claimed": .optional(entry.claimed.map(grouped)),
        "isIncomplete": .flag((entry.completeness ?? 1) < 0.95),
        "authors": .number(entry.authors), "stated": .number(entry.explicitReplies), "inferred": .number(entry.inferredReplies),
        "depth": .optional(entry.maxDepth.map(grouped)), "doubts": entry.doubts > 0 ? .number(entry.doubts) : .none,
        "tags": .list(entry.tags.sorted { $0.comments != $1.comments ? $0.comments > $1.comments : $0.tag < $1.tag }.prefix(3).map { tag in
            ["label": .text(material.label(tag.tag)), "kind": .text(material.kind(tag.tag).rawValue), "count": .number(tag.comments)]
        }),
        "shape": .markup(entry.shape),
    ]
}
