import Charts
import DiscourseModel

extension ReportSection {
    /// When the comments were written.
    static let timeline = ReportSection(
        id: "timeline", title: "Over time", template: "timeline", isMinor: true,
        html: { material in
            guard let buckets = timeBuckets(material.comments.compactMap(\.posted)), let first = buckets.columns.first, let last = buckets.columns.last
            else { return nil }
            let chart = TimeBars(
                counts: buckets.columns.map(\.count), labels: buckets.columns.map { "\($0.label): \(counted($0.count, "comment"))" },
                title: "Comments \(buckets.unit.name)", description: "From \(first.label) to \(last.label).")
            return [
                "chart": .markup(Markup(made: chart.svg)), "first": .text(first.label), "last": .text(last.label),
                "unit": .text(buckets.unit.name), "most": .number(buckets.columns.map(\.count).max() ?? 0),
                "lines": .list(timeLines(material).map { ["line": .markup($0.markup(material))] }),
                "rows": .list(buckets.columns.filter { $0.count > 0 }.map { ["label": .text($0.label), "count": .number($0.count)] }),
            ]
        },
        markdown: { material in
            guard timeBuckets(material.comments.compactMap(\.posted)) != nil else { return nil }
            let lines = timeLines(material)
            return lines.isEmpty ? nil : lines.map { "- " + $0.markdown(material) }.joined(separator: "\n")
        },
        absence: { material in
            material.comments.isEmpty ? nil : "Over time: fewer than \(timeMinimum) comments have a time that differs."
        })
}

private func timeLines(_ material: ReportMaterial) -> [Prose] {
    let timed = material.comments.indices.compactMap { index in material.comments[index].posted.map { (index: index, time: $0) } }.sorted { $0.time < $1.time }
    guard let first = timed.first, let last = timed.last else { return [] }
    var lines: [Prose] = ["The first comment is of \(readable(first.time)) (\(comment: first.index)), the last of \(readable(last.time)) (\(comment: last.index))."]
    let half = timed[(timed.count - 1) / 2]
    if half.time.dateOnly != last.time.dateOnly || half.time.hour != nil { lines.append("Half of the \(timed.count) dated comments were there by \(readable(half.time)) (\(comment: half.index)).") }
    if let links = material.page.measures.detail?.allLinks, let lag = links.lag.value {
        let left = [
            links.lagsUntimed > 0 ? "\(grouped(links.lagsUntimed)) without both times" : nil, links.lagsNegative > 0 ? "\(grouped(links.lagsNegative)) earlier than what they answer" : nil,
        ].compactMap(\.self)
        lines.append("Half of \(counted(lag.count, "reply", "replies")) came within \(duration(lag.median)), nine in ten within \(duration(lag.ninetieth))\(left.isEmpty ? "" : "; left out: " + left.joined(separator: ", ")).")
    }
    let untimed = material.comments.count - timed.count
    if untimed > 0 { lines.append("\(counted(untimed, "comment shows", "comments show")) no time and \(untimed == 1 ? "is" : "are") not in the chart.") }
    return lines
}
