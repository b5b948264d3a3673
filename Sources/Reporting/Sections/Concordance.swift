import DiscourseModel

extension ReportSection {
    /// Each match of a pattern with the words around it.
    static let concordance = ReportSection(
        id: "concordance", title: "Matches in context", template: "concordance",
        html: { material in
            let hits = hits(material)
            guard !hits.isEmpty else { return nil }
            return [
                "extent": .text(counted(hits.count, "match", "matches") + " in the authors’ own voice"),
                "more": hits.count > rowLimit ? .text("\(grouped(hits.count - rowLimit)) more are not in the table; all are in the data of this file.") : .none,
                "rows": .rows(count: min(hits.count, rowLimit)) { row in
                    let hit = hits[row]
                    let line = KeywordInContext(hit.span.bytes, in: material.comments[hit.comment].text)
                    return [
                        "left": .text(line.left), "keyword": .text(line.keyword), "right": .text(line.right), "label": .text(material.label(hit.tag)),
                        "kind": .text(material.kind(hit.tag).rawValue), "href": .text("#" + material.anchor(tag: hit.tag)),
                        "author": .text(material.speaker(hit.comment)), "id": .text(material.id(hit.comment)),
                    ]
                },
            ]
        },
        // A concordance wants a screen's width and sorting; in Markdown the exemplars of each tag must do.
        markdown: { _ in nil })
}

private let rowLimit = 400

/// Matches by tag, the most frequent tag first, and in page order.
private func hits(_ material: ReportMaterial) -> [Tagging] {
    let tags = material.tags(.theme) + material.tags(.rhetoric)
    let byTag = Dictionary(grouping: material.taggings.joined().filter { $0.voice == .own }, by: \.tag)
    return tags.sorted { $0.matches != $1.matches ? $0.matches > $1.matches : $0.tag < $1.tag }.flatMap { byTag[$0.tag] ?? [] }
}
