import Charts
import DiscourseModel

extension ReportSection {
    /// The threads as an icicle that leads to each comment, and how many comments stand at each depth.
    static let shape = ReportSection(
        id: "shape", title: "The discussion’s shape", template: "shape",
        html: { material in
            // Four comments in a row need no map.
            guard material.comments.count >= 5 else { return nil }
            let figures = material.figures
            return [
                "icicle": .markup(Markup(made: icicle(material).svg)),
                "histogram": figures.byDepth.count > 1 ? .markup(Markup(made: histogram(figures).svg)) : .none,
                "mean": figures.byDepth.count > 1 ? .optional(figures.meanDepth.map(oneDecimal)) : .none,
                "levels": .list(figures.byDepth.enumerated().map { ["depth": .number($0.offset), "count": .number($0.element)] }),
                "unknown": figures.unknownDepth > 0 ? .text(counted(figures.unknownDepth, "comment has", "comments have")) : .none,
            ]
        },
        markdown: { material in
            let figures = material.figures
            guard material.comments.count >= 5, figures.byDepth.count > 1 else { return nil }
            return markdownTable(
                ["Depth"] + figures.byDepth.indices.map(String.init) + (figures.unknownDepth > 0 ? ["unknown"] : []),
                [["Comments"] + figures.byDepth.map(grouped) + (figures.unknownDepth > 0 ? [grouped(figures.unknownDepth)] : [])])
        })
}

private func icicle(_ material: ReportMaterial) -> Icicle {
    Icicle(
        nodes: material.order.map { index, level in
            Icicle.Node(
                level: level, color: material.color(index), label: material.id(index) + " " + material.speaker(index), href: "#" + material.id(index))
        },
        title: "The threads of the discussion",
        description: "Each cell is a comment, as wide as all answers below it; answers hang below what they answer. From left to right in reading order.")
}

private func histogram(_ figures: ThreadFigures) -> DepthHistogram {
    DepthHistogram(
        counts: figures.byDepth, title: "Comments at each depth",
        description: figures.byDepth.enumerated().map { "depth \($0.offset): \($0.element)" }.joined(separator: ", "))
}
