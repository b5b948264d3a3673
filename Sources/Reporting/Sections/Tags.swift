import Charts
import DiscourseModel

extension ReportSection {
    /// What the comments speak of.
    static let themes = tagSection(.theme, id: "themes", title: "Themes")
    /// How they speak.
    static let rhetoric = tagSection(.rhetoric, id: "rhetoric", title: "Rhetoric")
}

private func tagSection(_ kind: TagDefinition.Kind, id: String, title: String) -> ReportSection {
    ReportSection(
        id: id, title: title, template: "tags",
        html: { material in
            let tags = material.tags(kind)
            guard !tags.isEmpty else { return nil }
            let scale = min(1, max(0.1, tags.map(\.high).max() ?? 1))
            return [
                "kind": .text(kind.rawValue),
                "base": .text(counted(tags.map(\.base).max() ?? 0, "comment")),
                "rows": .list(tags.map { tagFields(material, $0, kind, scale: scale) }),
                "quotedOnly": .optional(quotedOnly(material, kind)?.markup(material)),
            ]
        },
        markdown: { material in
            let tags = material.tags(kind)
            guard !tags.isEmpty else { return nil }
            let table = markdownTable(
                [title, "Comments", "of", "Share", "95% interval", "Authors", "Matches", "First found in"],
                tags.map { tag in
                    [
                        escapedMarkdownInline(material.label(tag.tag)), grouped(tag.comments), grouped(tag.base), share(tag), interval(tag),
                        grouped(tag.authors), grouped(tag.matches),
                        exemplars(material, tag.tag).map { ("\(comment: $0.comment) “\(name: $0.words)”" as Prose).markdown(material) }.joined(separator: ", "),
                    ]
                }, right: [1, 2, 3, 5, 6])
            return [table, quotedOnly(material, kind)?.markdown(material)].compactMap(\.self).joined(separator: "\n\n")
        },
        absence: { material in
            material.comments.isEmpty ? nil
                : material.page.patternSets.contains { $0.kind == kind } ? "No pattern matched in these comments." : "No patterns of this kind were used."
        })
}

private func share(_ tag: TagFigures) -> String { tag.base > 0 ? percent(Double(tag.comments) / Double(tag.base)) : "–" }
private func interval(_ tag: TagFigures) -> String { tag.base > 0 ? percent(tag.low).dropLast() + "–" + percent(tag.high) : "–" }

private func tagFields(_ material: ReportMaterial, _ tag: TagFigures, _ kind: TagDefinition.Kind, scale: Double) -> Fields {
    let value = tag.base > 0 ? Double(tag.comments) / Double(tag.base) : 0
    let bar = IntervalBar(
        value: value, low: tag.low, high: tag.high, scale: scale, color: kind == .theme ? 1 : 2,
        title: "\(material.label(tag.tag)): \(share(tag)) of comments, 95% interval \(interval(tag))")
    return [
        "anchor": .text(material.anchor(tag: tag.tag)), "label": .text(material.label(tag.tag)), "about": .optional(material.about(tag.tag)),
        "experimental": .flag(material.isExperimental(tag.tag)), "measured": measured(material, tag.tag),
        "bar": .markup(Markup(made: bar.svg)), "comments": .number(tag.comments), "share": .text(share(tag)), "interval": .text(interval(tag)),
        // Of a few comments there is nothing to draw.
        "byAuthors": tag.comments < 5 ? .none : .optional(material.detail(tag.tag)?.byAuthors.value.map { percent($0.low).dropLast() + "–" + percent($0.high) }),
        "authors": .number(tag.authors), "matches": .number(tag.matches),
        "quoted": tag.quoted > 0 ? .text("\(tag.quoted) quoted") : .none,
        "exemplars": .list(exemplars(material, tag.tag).map {
            ["id": .text(material.id($0.comment)), "hint": .text(material.hint($0.comment)), "words": .text($0.words)]
        }),
    ]
}

/// How right and how complete the tag's patterns were on texts that others coded, where that was measured; of several data the largest.
private func measured(_ material: ReportMaterial, _ tag: String) -> TemplateValue {
    guard let best = material.page.tagMeasurements.filter({ $0.tag == tag }).max(by: { ($0.count, $1.data) < ($1.count, $0.data) }) else { return .none }
    return .fields([
        "precision": .text(hundredths(best.precision)), "recall": .text(hundredths(best.recall)), "data": .text(best.data), "texts": .text(counted(best.count, "text")),
    ])
}

/// The first comments that bear the tag, with the words that it matched.
private func exemplars(_ material: ReportMaterial, _ tag: String) -> [(comment: Int, words: String)] {
    material.comments(tagged: tag).prefix(3).compactMap { index in
        material.taggings[index].first { $0.tag == tag && $0.voice == .own }.map {
            (index, excerpt($0.span.text(in: material.comments[index].text), limit: 40))
        }
    }
}

/// Tags that stand only in what comments quote.
private func quotedOnly(_ material: ReportMaterial, _ kind: TagDefinition.Kind) -> Prose? {
    let tags = material.page.measures.tags.filter { material.kind($0.tag) == kind && $0.comments == 0 && $0.quoted > 0 }.sorted { $0.tag < $1.tag }
    guard !tags.isEmpty else { return nil }
    return "Only in words that comments quote, and in no figure above: \(list: tags.map { "\(material.label($0.tag)) (\($0.quoted))" })."
}
