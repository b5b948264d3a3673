import DiscourseModel

/// What is new in an index since the last run.
package struct IndexChanges: Sendable {
    /// Articles and patterns that changed, a line each.
    package var lines: [String]
    /// Tags of the last run and of this one, over all articles; by tag.
    package var before: TagCounts
    package var now: TagCounts

    package init(lines: [String], before: TagCounts = TagCounts(), now: TagCounts = TagCounts()) {
        (self.lines, self.before, self.now) = (lines, before, now)
    }

    /// How many comments bear each tag.
    package struct TagCounts: Hashable, Sendable, Codable {
        /// Live comments with words of their own.
        package var base: Int
        package var comments: [String: Int]
        /// By tag: those that could have borne it, where its sets are for one language.
        package var bases: [String: Int]
        package init(base: Int = 0, comments: [String: Int] = [:], bases: [String: Int] = [:]) { (self.base, self.comments, self.bases) = (base, comments, bases) }
        func share(_ tag: String) -> Double {
            let base = bases[tag] ?? base
            return base > 0 ? Double(comments[tag] ?? 0) / Double(base) : 0
        }
    }
}

/// The section of what changed: lines, then the tags whose share moved, the farthest first.
func changeFields(_ material: IndexMaterial, _ changes: IndexChanges) -> Fields {
    let (before, now) = (changes.before, changes.now)
    let tags = Set(before.comments.keys).union(now.comments.keys)
    let moved = before.base > 0 && now.base > 0
        ? tags.filter { before.comments[$0] != now.comments[$0] || before.base != now.base }.map { (tag: $0, by: now.share($0) - before.share($0)) }
            .filter { abs($0.by) >= leastShift }.sorted { (abs($1.by), $0.tag) < (abs($0.by), $1.tag) }
        : []
    return [
        "lines": .list(changes.lines.map { ["line": .text($0)] }), "isSame": .flag(changes.lines.isEmpty && moved.isEmpty), "hasRates": .flag(!moved.isEmpty),
        "rates": .list(moved.prefix(rowLimit).map { row in
            [
                "label": .text(material.label(row.tag)), "kind": .text(material.kind(row.tag).rawValue), "before": .number(before.comments[row.tag] ?? 0),
                "beforeShare": .text(tenthPercent(before.share(row.tag))), "now": .number(now.comments[row.tag] ?? 0), "nowShare": .text(tenthPercent(now.share(row.tag))),
                "shift": .text((row.by < 0 ? "−" : "+") + oneDecimal(abs(row.by) * 100)),
            ]
        }),
        "beforeBase": .number(before.base), "nowBase": .number(now.base),
        "more": moved.count > rowLimit ? .text("\(counted(moved.count - rowLimit, "tag")) moved less.") : .none,
    ]
}

private func tenthPercent(_ share: Double) -> String { oneDecimal(share * 100) + "%" }

private let rowLimit = 20
/// Half a tenth of a percentage point: less would be shown as none.
private let leastShift = 0.0005
