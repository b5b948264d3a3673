import DiscourseModel

extension ReportSection {
    /// Tags of a comment against tags of its replies, and the strongest of them as excerpts.
    static let associations = ReportSection(
        id: "associations", title: "What answers what", template: "associations", isMinor: true,
        html: { material in
            let found = rankedAssociations(material)
            guard !found.isEmpty else { return nil }
            return [
                "rows": .list(found.prefix(rowLimit).map { rowFields(material, $0) }),
                "method": .text("Odds ratios with 95% intervals; within threads by Mantel and Haenszel; p by \(grouped(found[0].draws)) shuffles of the replies’ tags within thread and depth (seed \(found[0].seed)). An association, not a cause. Replies told from shared words or quotations, and replies to oneself, are not in it."),
                // What may well be chance is no example of anything.
                "chains": .list(found.filter { $0.permutationP < 0.05 }.prefix(3).flatMap { chains(material, $0) }),
            ]
        },
        markdown: { material in
            let found = rankedAssociations(material)
            guard !found.isEmpty else { return nil }
            return markdownTable(
                ["Comment", "Reply", "Links with both", "Odds ratio", "95% interval", "p"],
                found.prefix(rowLimit).map { row in
                    [
                        escapedMarkdownInline(material.label(row.parentTag)), escapedMarkdownInline(material.label(row.replyTag)), grouped(row.counts.first ?? 0),
                        twoDecimals(row.oddsRatio), interval(row.interval), escapedMarkdownInline(probability(row.permutationP)),
                    ]
                }, right: [2, 3])
        },
        absence: { material in
            guard let detail = material.page.measures.detail, !material.page.patternSets.isEmpty else { return nil }
            return "What answers what: too few replies for any pair of tags (\(counted(detail.explicitLinks.links, "stated reply", "stated replies")); a pair wants \(Int(Minimum.expected)) expected in each cell)."
        })
}

private let rowLimit = 15

private func rankedAssociations(_ material: ReportMaterial) -> [TagAssociation] {
    (material.page.measures.detail?.associations ?? []).sorted {
        $0.permutationP != $1.permutationP ? $0.permutationP < $1.permutationP
            : $0.oddsRatio != $1.oddsRatio ? $0.oddsRatio > $1.oddsRatio : ($0.parentTag, $0.replyTag) < ($1.parentTag, $1.replyTag)
    }
}

private func interval(_ bounds: Bounds) -> String { twoDecimals(bounds.low) + "–" + twoDecimals(bounds.high) }

private func rowFields(_ material: ReportMaterial, _ row: TagAssociation) -> Fields {
    [
        "parent": .text(material.label(row.parentTag)), "parentKind": .text(material.kind(row.parentTag).rawValue),
        "parentHref": .text("#" + material.anchor(tag: row.parentTag)), "reply": .text(material.label(row.replyTag)),
        "replyKind": .text(material.kind(row.replyTag).rawValue), "replyHref": .text("#" + material.anchor(tag: row.replyTag)),
        "both": .number(row.counts.first ?? 0), "links": .number(row.counts.reduce(0, +)),
        "ratio": .text(twoDecimals(row.oddsRatio)), "interval": .text(interval(row.interval)),
        "within": .text(row.withinThreads.value.map(twoDecimals) ?? "–"), "withinInterval": .optional(row.withinThreadsInterval.map(interval)),
        "p": .text(probability(row.permutationP)), "comments": .markup(("\(comments: row.replies, limit: 4)" as Prose).markup(material)),
    ]
}

/// The first two links of an association: the words that bore the tag, and those of the reply.
private func chains(_ material: ReportMaterial, _ row: TagAssociation) -> [Fields] {
    row.replies.prefix(2).compactMap { reply in
        guard material.comments.indices.contains(reply), let parent = material.discussion.parent(of: reply) else { return nil }
        func around(_ index: Int, _ tag: String) -> TemplateValue {
            let text = material.comments[index].text
            guard let hit = material.taggings[index].first(where: { $0.tag == tag && $0.voice == .own }) else { return .text(excerpt(text, limit: 120)) }
            let line = KeywordInContext(hit.span.bytes, in: text, width: 60)
            return .markup(Markup { html in
                html.text(line.left)
                html.element("mark", line.keyword, ["class": material.kind(tag).rawValue])
                html.text(line.right)
            })
        }
        return [
            "labels": .text(material.label(row.parentTag) + " → " + material.label(row.replyTag)),
            "parentID": .text(material.id(parent)), "parentAuthor": .text(material.speaker(parent)), "parentWords": around(parent, row.parentTag),
            "replyID": .text(material.id(reply)), "replyAuthor": .text(material.speaker(reply)), "replyWords": around(reply, row.replyTag),
        ]
    }
}
