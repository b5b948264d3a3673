import DiscourseModel

extension ReportSection {
    /// Pairs of speakers with their replies, the stated apart from the inferred.
    static let whoAnswersWhom = ReportSection(
        id: "replies", title: "Who answers whom", template: "replies",
        html: { material in
            let pairs = replyPairs(material)
            guard !pairs.isEmpty else { return nil }
            return [
                "rows": .list(pairs.prefix(rowLimit).map { pair in
                    [
                        "from": .text(pair.from), "to": .text(pair.to), "isAbsent": .flag(pair.isAbsent),
                        "stated": pair.stated > 0 ? .number(pair.stated) : .text("·"), "inferred": pair.inferred > 0 ? .number(pair.inferred) : .text("·"),
                        "comments": .markup(("\(comments: pair.comments, limit: 6)" as Prose).markup(material)),
                    ]
                }),
                "more": pairs.count > rowLimit ? .text("\(grouped(pairs.count - rowLimit)) more pairs with fewer replies are not shown.") : .none,
            ]
        },
        markdown: { material in
            let pairs = replyPairs(material)
            guard !pairs.isEmpty else { return nil }
            return markdownTable(
                ["Who", "answers", "Stated", "Inferred", "Comments"],
                pairs.prefix(rowLimit).map { pair in
                    [
                        escapedMarkdownInline(pair.from), escapedMarkdownInline(pair.to) + (pair.isAbsent ? " *(not on this page)*" : ""),
                        grouped(pair.stated), grouped(pair.inferred), ("\(comments: pair.comments, limit: 6)" as Prose).markdown(material),
                    ]
                }, right: [2, 3])
        },
        absence: { material in material.comments.isEmpty ? nil : "No comment is known to answer another." })
}

private let rowLimit = 40

private struct ReplyPair {
    var from: String
    var to: String
    var isAbsent: Bool
    var stated = 0
    var inferred = 0
    var comments: [Int] = []
}

/// Pairs by their number of replies, then in page order. Two comments without a name are not one speaker.
private func replyPairs(_ material: ReportMaterial) -> [ReplyPair] {
    func speaker(_ index: Int) -> String {
        material.isNamed(index) ? material.speaker(index) : material.speaker(index) + " (" + material.id(index) + ")"
    }
    struct Key: Hashable { var from: String, to: String, isAbsent: Bool }
    var pairs: [ReplyPair] = []
    var positions: [Key: Int] = [:]
    for index in material.comments.indices {
        guard let reply = material.discussion.replies[index] else { continue }
        let key: Key
        if let parent = reply.parent {
            key = Key(from: speaker(index), to: speaker(parent), isAbsent: false)
        } else if !reply.isGuess, let name = reply.targetName ?? reply.targetKey {
            key = Key(from: speaker(index), to: name, isAbsent: true)
        } else {
            continue
        }
        let at = positions[key] ?? pairs.count
        if at == pairs.count {
            pairs.append(ReplyPair(from: key.from, to: key.to, isAbsent: key.isAbsent))
            positions[key] = at
        }
        if reply.isExplicit { pairs[at].stated += 1 } else { pairs[at].inferred += 1 }
        pairs[at].comments.append(index)
    }
    return pairs.sorted { $0.comments.count != $1.comments.count ? $0.comments.count > $1.comments.count : $0.comments[0] < $1.comments[0] }
}
