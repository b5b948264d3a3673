import DiscourseModel

extension ReportSection {
    /// Pairs of speakers with their replies, the stated apart from the inferred.
    static let whoAnswersWhom = ReportSection(
        id: "replies", title: "Who answers whom", template: "replies",
        html: { material in
            let pairs = replyPairs(material)
            guard !pairs.isEmpty else { return nil }
            return [
                "matrix": matrix(pairs),
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

private let rowLimit = 20

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

/// Speakers that a matrix shows.
private let matrixLimit = 14

/// Who answers whom at a glance: those with the most replies given and received, in that order, answering down, answered across.
/// Fewer than `Minimum.speakers` are read off the list of pairs as easily, and a matrix of empty cells says nothing.
private func matrix(_ pairs: [ReplyPair]) -> TemplateValue {
    var links: [String: Int] = [:]
    for pair in pairs where !pair.isAbsent {
        links[pair.from, default: 0] += pair.comments.count
        links[pair.to, default: 0] += pair.comments.count
    }
    guard links.count >= Minimum.speakers else { return .none }
    let shown = links.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(matrixLimit).map(\.key)
    var counts: [String: [String: Int]] = [:]
    for pair in pairs where !pair.isAbsent { counts[pair.from, default: [:]][pair.to, default: 0] += pair.comments.count }
    let most = shown.flatMap { from in shown.map { counts[from]?[$0] ?? 0 } }.max() ?? 0
    let all = pairs.reduce(0) { $0 + ($1.isAbsent ? 0 : $1.comments.count) }
    var inside = 0
    let rows = shown.enumerated().map { number, from -> Fields in
        let cells = shown.map { counts[from]?[$0] ?? 0 }
        inside += cells.reduce(0, +)
        return [
            "number": .number(number + 1), "name": .text(from),
            "cells": .list(zip(shown, cells).map { to, count in
                ["count": count > 0 ? .number(count) : .text("·"), "heat": .text("h\(heat(count, max(most, 5)))"), "isSelf": .flag(to == from), "pair": .text("\(from) answers \(to)")]
            }),
        ]
    }
    guard Double(inside) >= Double(all) * Minimum.speakersShare else { return .none }
    return .fields([
        "columns": .list(shown.enumerated().map { ["number": .number($0.offset + 1), "name": .text($0.element)] }), "speakers": .list(rows),
        "extent": .text(links.count > shown.count ? "The \(shown.count) of \(grouped(links.count)) speakers with the most replies given and received; \(grouped(inside)) of \(grouped(all)) replies are between them." : "\(grouped(all)) replies between \(grouped(links.count)) speakers."),
    ])
}
