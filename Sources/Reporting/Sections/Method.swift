import DiscourseModel

extension ReportSection {
    /// Where everything came from: the page, the patterns, the conventions.
    static let method = ReportSection(
        id: "method", title: "Method and provenance", template: "method",
        html: { material in
            let leftOut = ReportSection.leftOut(material)
            return [
                "facts": .list(provenance(material).map { ["term": .text($0.term), "value": .text($0.value)] }),
                "sets": .list(material.page.patternSets.map { set in
                    [
                        "set": .text(set.set), "kind": .text(set.kind.rawValue), "file": .text(set.file), "language": .text(set.language ?? "any"),
                        "tags": .number(set.tags.count), "hash": .text(String(set.sha256.prefix(12))), "sha256": .text(set.sha256),
                    ]
                }),
                "hasSets": .flag(!material.page.patternSets.isEmpty),
                "conventions": .list(conventions(material).map { ["line": .text($0)] }),
                "leftOut": .list(leftOut.map { ["line": .text($0)] }), "hasLeftOut": .flag(!leftOut.isEmpty),
            ]
        },
        markdown: { material in
            var parts = [provenance(material).map { "- \($0.term): " + escapedMarkdownInline($0.value) }.joined(separator: "\n")]
            if !material.page.patternSets.isEmpty {
                parts.append(markdownTable(
                    ["Pattern set", "File", "Language", "Tags", "SHA-256"],
                    material.page.patternSets.map { set in
                        [set.set, set.file, set.language ?? "any", grouped(set.tags.count), String(set.sha256.prefix(12))].map(escapedMarkdownInline)
                    }, right: [3]))
            }
            parts.append(conventions(material).map { "- " + escapedMarkdownInline($0) }.joined(separator: "\n"))
            let leftOut = ReportSection.leftOut(material)
            if !leftOut.isEmpty { parts.append("Left out:\n\n" + leftOut.map { "- " + escapedMarkdownInline($0) }.joined(separator: "\n")) }
            return parts.joined(separator: "\n\n")
        })
}

private func provenance(_ material: ReportMaterial) -> [(term: String, value: String)] {
    let page = material.page.page
    var facts = [("Source", page.source), ("SHA-256", page.id)]
    facts.append(("Read as", "\(page.media == .html ? "HTML" : "plain text"), \(page.encoding), \(counted(page.byteCount, "byte"))"))
    if page.replacedBytes > 0 { facts.append(("Bytes that could not be read", grouped(page.replacedBytes))) }
    if let url = page.url { facts.append(("Scraped from", url)) }
    if let url = page.canonicalURL, url != page.url { facts.append(("The page’s own address", url)) }
    if let captured = page.captured ?? material.page.article.captured { facts.append(("Captured", readable(captured))) }
    facts.append(("Comments recognised by", material.discussion.platform))
    let evidence = material.figures.repliesByEvidence.sorted { $0.value != $1.value ? $0.value > $1.value : $0.key < $1.key }
    if !evidence.isEmpty { facts.append(("Replies by evidence", evidence.map { "\($0.key.replacing("-", with: " ")) \($0.value)" }.joined(separator: ", "))) }
    return facts
}

/// The conventions that this report's figures follow.
private func conventions(_ material: ReportMaterial) -> [String] {
    guard !material.comments.isEmpty else { return [] }
    var lines = [
        "A reply is stated where the page says so (nesting, ids, labels, quote boxes), else inferred; a guess that is not sure enough is shown and not counted."
    ]
    lines += measureConventions
    if !material.page.patternSets.isEmpty {
        lines.append("A tag means that a pattern matched words, not that a claim is right or a person is so.")
        if let measured = measured(material) { lines.append(measured) }
        lines += tagConventions
    }
    lines += Minimum.lines
    return lines
}

/// How good the tags of this page are, as far as they were measured.
private func measured(_ material: ReportMaterial) -> String? {
    let here = Set(material.page.taggings.map(\.tag))
    let figures = material.page.tagMeasurements.filter { here.contains($0.tag) }.map {
        "\(material.label($0.tag)) \(hundredths($0.precision)) and \($0.recall.map(hundredths) ?? "unknown") (\($0.data), \(grouped($0.count)) texts)"
    }
    guard !figures.isEmpty else { return nil }
    return "Precision and recall of tags on texts that others coded, on which the patterns were tuned, or precision on a sample of hits that was read: " + figures.joined(separator: "; ") + ". Other tags were not measured."
}
