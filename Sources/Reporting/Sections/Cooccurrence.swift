import DiscourseModel

extension ReportSection {
    /// Tags that stand together: in one comment, in a comment and its reply, in one thread.
    static let cooccurrence = ReportSection(
        id: "together", title: "Tags that stand together", template: "cooccurrence", isMinor: true,
        html: { material in
            let levels = levels(material)
            guard !levels.isEmpty else { return nil }
            return [
                "levels": .list(levels.map { level, pairs in
                    [
                        "heading": .text(heading(level)), "of": .text(base(level, pairs[0].base)), "firstHead": .text(level == .reply ? "Comment" : "Tag"),
                        "secondHead": .text(level == .reply ? "Reply" : "with"), "where": .text(level == .reply ? "Replies" : level == .thread ? "Threads" : "Comments"),
                        "rows": .list(pairs.prefix(rowLimit(level)).map { rowFields(material, $0) }),
                        "more": pairs.count > rowLimit(level) ? .text("\(grouped(pairs.count - rowLimit(level))) more pairs are less sure.") : .none,
                    ]
                })
            ]
        },
        markdown: { material in
            let levels = levels(material)
            guard !levels.isEmpty else { return nil }
            return levels.map { level, pairs in
                let table = markdownTable(
                    ["Tag", "with", "Together", "of", "and", "NPMI", "p", level == .thread ? "Threads" : level == .reply ? "Replies" : "Comments"],
                    pairs.prefix(rowLimit(level)).map { pair in
                        [
                            escapedMarkdownInline(material.label(pair.first)), escapedMarkdownInline(material.label(pair.second)), grouped(pair.both.count),
                            grouped(pair.firstCount), grouped(pair.secondCount), twoDecimals(pair.npmi), escapedMarkdownInline(probability(pair.p)),
                            ("\(comments: pair.both, limit: 4)" as Prose).markdown(material),
                        ]
                    }, right: [2, 3, 4, 5])
                return "\(heading(level)), of \(base(level, pairs[0].base)):\n\n" + table
            }.joined(separator: "\n\n")
        },
        absence: { material in
            material.page.measures.detail == nil || material.page.patternSets.isEmpty ? nil
                : "Tags that stand together: no two tags share \(Minimum.together) comments, links or threads of at least \(Minimum.units)."
        })
}

private func rowLimit(_ level: TagPair.Level) -> Int { level == .comment ? 15 : 8 }

private func levels(_ material: ReportMaterial) -> [(TagPair.Level, [TagPair])] {
    let pairs = material.page.measures.detail?.tagPairs ?? []
    return TagPair.Level.allCases.compactMap { level in
        let here = pairs.filter { $0.level == level }
        return here.isEmpty ? nil : (level, here)
    }
}

private func heading(_ level: TagPair.Level) -> String {
    switch level {
    case .comment: "In one comment"
    case .reply: "In a comment and its reply"
    case .thread: "In one thread"
    }
}

private func base(_ level: TagPair.Level, _ count: Int) -> String {
    switch level {
    case .comment: counted(count, "comment")
    case .reply: counted(count, "reply", "replies") + " to others"
    case .thread: counted(count, "thread") + " of at least two comments"
    }
}

private func rowFields(_ material: ReportMaterial, _ pair: TagPair) -> Fields {
    [
        "first": .text(material.label(pair.first)), "firstKind": .text(material.kind(pair.first).rawValue),
        "firstHref": .text("#" + material.anchor(tag: pair.first)), "second": .text(material.label(pair.second)),
        "secondKind": .text(material.kind(pair.second).rawValue), "secondHref": .text("#" + material.anchor(tag: pair.second)),
        "both": .number(pair.both.count), "firstCount": .number(pair.firstCount), "secondCount": .number(pair.secondCount),
        "npmi": .text(twoDecimals(pair.npmi)), "p": .text(probability(pair.p)),
        "comments": .markup(("\(comments: pair.both, limit: 4)" as Prose).markup(material)),
    ]
}
