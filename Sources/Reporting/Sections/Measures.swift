import DiscourseModel

extension ReportSection {
    /// Shape, people, time and words in figures, by stated links alone and by all links.
    static let measures = ReportSection(
        id: "measures", title: "In figures", template: "measures",
        html: { material in
            guard let detail = material.page.measures.detail, material.comments.count >= Minimum.comments else { return nil }
            let rows = linkRows(detail)
            return [
                "rows": .list(rows.map { ["name": .text($0.name), "about": .text($0.about), "stated": .text($0.stated ?? "–"), "all": .text($0.all ?? "–")] }),
                "others": .list(otherRows(material, detail).map { ["name": .text($0.name), "about": .text($0.about), "value": .text($0.value)] }),
                "isIncomplete": .flag(!detail.isComplete),
            ]
        },
        markdown: { material in
            guard let detail = material.page.measures.detail, material.comments.count >= Minimum.comments else { return nil }
            let table = markdownTable(["Figure", "Stated links", "All links"], linkRows(detail).map { [$0.name, $0.stated ?? "–", $0.all ?? "–"] }, right: [1, 2])
            let others = otherRows(material, detail).map { "- \($0.name): \(escapedMarkdownInline($0.value))" }.joined(separator: "\n")
            return table + (others.isEmpty ? "" : "\n\n" + others)
        })
}

private func linkRows(_ detail: DiscussionDetail) -> [(name: String, about: String, stated: String?, all: String?)] {
    func row(_ name: String, _ about: String, _ value: (LinkFigures) -> String?) -> (name: String, about: String, stated: String?, all: String?) {
        (name, about, value(detail.explicitLinks), value(detail.allLinks))
    }
    let rows = [
        row("Replies", "links from a comment to a comment", { grouped($0.links) }),
        row("Mean depth", "the article at 0, a comment on it at 1", { twoDecimals($0.meanDepth) }),
        row("Width", "the most comments at one depth", { grouped($0.width) }),
        row("Top level", "the share of comments that answer the article", { $0.comments > 0 ? percent(Double($0.topLevel) / Double($0.comments)) : nil }),
        row("Unanswered", "comments that nobody answers", { grouped($0.leaves) }),
        row("Outside the tree", "comments that answer someone absent, or stand below one that does", { $0.orphans > 0 ? grouped($0.orphans) : nil }),
        row("Branching", "the mean number of answers to whatever has one", { twoDecimals($0.branching) }),
        row("Structural virality", "the mean distance of two comments in the tree", { $0.structuralVirality.value.map(twoDecimals) }),
        row("h-index", "the last of the first levels that hold as many comments as their number", { $0.hIndex.value.map(grouped) }),
        row("h-index, gaps passed over", "the last level at all that holds as many comments as its number; shown where it differs", { $0.hIndexAcrossGaps != $0.hIndex ? $0.hIndexAcrossGaps.value.map(grouped) : nil }),
        row("Reciprocity", "of the pairs A answered B, those where B answered A", { $0.reciprocity.value.map(percent) }),
        row("Reciprocity beyond chance", "0: as by chance; 1: all returned; below 0: avoided", { $0.reciprocityBeyondChance.value.map(twoDecimals) }),
        row("Ping-pong", "of answers to answers, those that read A, B, A", { $0.pingPong.value.map(percent) }),
        row("To oneself", "replies of an author to their own comment; in no figure of pairs", { $0.selfReplies > 0 ? grouped($0.selfReplies) : nil }),
        row("Median reply lag", "from a comment to its answer", { $0.lag.value.map { duration($0.median) } }),
        row("Reply lag, middle half", "from the lower to the upper quartile", { $0.lag.value.map { duration($0.lowerQuartile) + " to " + duration($0.upperQuartile) } }),
    ]
    return rows.filter { $0.stated != nil || $0.all != nil }
}

private func otherRows(_ material: ReportMaterial, _ detail: DiscussionDetail) -> [(name: String, about: String, value: String)] {
    var rows: [(name: String, about: String, value: String)] = []
    func add(_ name: String, _ about: String, _ value: String?) { if let value { rows.append((name, about, value)) } }
    add("Inequality of authors (Gini)", "0: all wrote as much; towards 1: a few wrote nearly all", detail.people.gini.value.map(twoDecimals))
    add("Evenness of authors (entropy)", "1: all wrote as much", detail.people.entropy.value.map(twoDecimals))
    add("Re-entry", "the share of comments whose author had written before: high where few keep talking, low where many look in once", detail.people.reEntry.value.map(percent))
    add("To the first comment", "from the article", detail.time.toFirst.value.map { duration(Double($0)) })
    add("Half-life", "from the first comment until half had come", detail.time.halfLife.value.map { duration(Double($0)) })
    add("Burstiness", "−1 like a clock, 0 by chance, 1 in bursts", detail.time.burstiness.value.map(twoDecimals))
    add(
        "Most disputed by votes", "all votes to the power of the smaller side by the larger",
        detail.disputed.isEmpty ? nil : detail.disputed.prefix(3).map { "\(material.id($0.comment)) (\(grouped($0.up)) for, \(grouped($0.down)) against)" }.joined(separator: ", "))
    add("Median length", "words a comment", detail.words.medianLength.value.map(oneDecimal))
    add("Lexical diversity (MTLD)", "words until they repeat much", detail.words.mtld.value.map(oneDecimal))
    add("Different words in 50 (MATTR)", "the share of different words in runs of 50", detail.words.mattr.value.map(twoDecimals))
    return rows
}

/// Figures that were left out, with their reasons, a line a reason.
func figuresLeftOut(_ material: ReportMaterial) -> [String] {
    guard let detail = material.page.measures.detail, material.comments.count > 0 else { return [] }
    let reasons: [(name: String, reason: String?)] = [
        ("structural virality", detail.allLinks.structuralVirality.reason), ("h-index", detail.allLinks.hIndex.reason), ("reciprocity", detail.allLinks.reciprocity.reason), ("reciprocity beyond chance", detail.allLinks.reciprocityBeyondChance.reason),
        ("ping-pong", detail.allLinks.pingPong.reason), ("reply lag", detail.allLinks.lag.reason), ("Gini", detail.people.gini.reason),
        ("entropy", detail.people.entropy.reason), ("re-entry", detail.people.reEntry.reason), ("time to the first comment", detail.time.toFirst.reason),
        ("half-life", detail.time.halfLife.reason), ("burstiness", detail.time.burstiness.reason), ("median length", detail.words.medianLength.reason),
        ("lexical diversity (MTLD)", detail.words.mtld.reason), ("lexical diversity (MATTR)", detail.words.mattr.reason),
    ]
    var order: [String] = []
    var names: [String: [String]] = [:]
    for case (let name, let reason?) in reasons {
        if names[reason] == nil { order.append(reason) }
        names[reason, default: []].append(name)
    }
    return order.map { reason in
        let list = (names[reason] ?? []).joined(separator: ", ")
        return list.prefix(1).uppercased() + list.dropFirst() + ": " + reason + "."
    }
}
