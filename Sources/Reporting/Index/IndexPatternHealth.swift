import DiscourseModel

extension IndexSection {
    /// Which tags never matched, and which hang on one line of their pattern file.
    static let patternHealth = IndexSection(id: "patterns", title: "The patterns", template: "index-patterns") { material in
        guard !material.sets.isEmpty else { return nil }
        var lines: [String: [String: Int]] = [:]
        for entry in material.entries {
            for (tag, counts) in entry.lines { for (line, count) in counts { lines[tag, default: [:]][line, default: 0] += count } }
        }
        let defined = material.sets.flatMap(\.tags)
        let silent = defined.filter { lines[$0.id] == nil }.map(\.label)
        let rows: [Fields] = material.tags.compactMap { tag in
            guard let counts = lines[tag.tag], let most = counts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }) else { return nil }
            let all = counts.values.reduce(0, +)
            return [
                "label": .text(material.label(tag.tag)), "kind": .text(material.kind(tag.tag).rawValue), "comments": .number(tag.comments),
                "articles": .number(tag.articles), "matches": .number(all), "lines": .number(counts.count), "most": .text(most.key),
                "share": .text(percent(Double(most.value) / Double(all))),
                // One match is always all of the matches.
                "isLopsided": .flag(all >= 5 && counts.count > 1 && most.value * 2 > all),
            ]
        }
        return [
            "rows": .list(rows), "hasRows": .flag(!rows.isEmpty),
            "silent": silent.isEmpty ? .none : .text(silent.joined(separator: ", ")), "silentCount": .text(counted(silent.count, "tag") + " of \(grouped(defined.count))"),
        ]
    }
}
