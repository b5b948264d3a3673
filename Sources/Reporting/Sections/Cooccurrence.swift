import DiscourseModel

extension ReportSection {
    /// Tags that stand in one comment.
    static let cooccurrence = ReportSection(
        id: "together", title: "Tags that stand together", template: "cooccurrence", isMinor: true,
        html: { material in
            let pairs = tagPairs(material)
            guard !pairs.isEmpty else { return nil }
            return [
                "rows": .list(pairs.prefix(rowLimit).map { pair in
                    [
                        "first": .text(material.label(pair.first)), "firstKind": .text(material.kind(pair.first).rawValue),
                        "firstHref": .text("#" + material.anchor(tag: pair.first)), "second": .text(material.label(pair.second)),
                        "secondKind": .text(material.kind(pair.second).rawValue), "secondHref": .text("#" + material.anchor(tag: pair.second)),
                        "both": .number(pair.both.count), "firstCount": .number(pair.firstCount), "secondCount": .number(pair.secondCount),
                        "npmi": .text(twoDecimals(pair.npmi)), "p": .text(probability(pair.p)),
                        "comments": .markup(("\(comments: pair.both, limit: 4)" as Prose).markup(material)),
                    ]
                }),
                "more": pairs.count > rowLimit ? .text("\(grouped(pairs.count - rowLimit)) more pairs stand in fewer comments.") : .none,
            ]
        },
        markdown: { material in
            let pairs = tagPairs(material)
            guard !pairs.isEmpty else { return nil }
            return markdownTable(
                ["Tag", "with", "Together", "of", "and", "NPMI", "p", "Comments"],
                pairs.prefix(rowLimit).map { pair in
                    [
                        escapedMarkdownInline(material.label(pair.first)), escapedMarkdownInline(material.label(pair.second)), grouped(pair.both.count),
                        grouped(pair.firstCount), grouped(pair.secondCount), twoDecimals(pair.npmi), escapedMarkdownInline(probability(pair.p)),
                        ("\(comments: pair.both, limit: 4)" as Prose).markdown(material),
                    ]
                }, right: [2, 3, 4, 5])
        },
        absence: { material in
            material.page.measures.detail == nil || material.page.patternSets.isEmpty ? nil : "Tags that stand together: no two tags share more than one comment."
        })
}

private let rowLimit = 15

private func tagPairs(_ material: ReportMaterial) -> [TagPair] { (material.page.measures.detail?.tagPairs ?? []).filter { $0.both.count > 1 } }
