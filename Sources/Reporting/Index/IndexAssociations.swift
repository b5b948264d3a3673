import DiscourseModel

extension IndexSection {
    /// Tags of comments against tags of their replies, threads of all articles taken together.
    static let associations = IndexSection(id: "associations", title: "What answers what", template: "index-associations") { material in
        // The surest first: those whose interval is farthest from 1.
        let found = material.corpus.associations.filter { $0.low > 1 || $0.high < 1 }.sorted {
            let (first, second) = (distance($0), distance($1))
            return first != second ? first > second : ($0.parentTag, $0.replyTag) < ($1.parentTag, $1.replyTag)
        }
        guard !found.isEmpty else { return nil }
        let rest = material.corpus.associations.count - min(found.count, rowLimit)
        return [
            "rows": .list(found.prefix(rowLimit).map { row in
                [
                    "parent": .text(material.label(row.parentTag)), "parentKind": .text(material.kind(row.parentTag).rawValue),
                    "reply": .text(material.label(row.replyTag)), "replyKind": .text(material.kind(row.replyTag).rawValue),
                    "both": .number(row.counts.first ?? 0), "links": .number(row.counts.reduce(0, +)), "threads": .number(row.threads),
                    "ratio": .text(twoDecimals(row.oddsRatio)), "interval": .text(twoDecimals(row.low) + "–" + twoDecimals(row.high)),
                    "at": material.links(to: row.replies, limit: 4),
                ]
            }),
            "more": rest > 0 ? .text("\(counted(rest, "more pair")) of tags with five links expected in each cell \(rest == 1 ? "is" : "are") not shown: the interval holds 1, or others are surer.") : .none,
        ]
    }
}

private let rowLimit = 20

/// How far the nearer end of an interval is from 1, as a ratio.
private func distance(_ row: CorpusAssociation) -> Double { row.low > 1 ? row.low : row.high > 0 ? 1 / row.high : .infinity }
