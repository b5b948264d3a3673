import DiscourseModel

/// A comment's own text as HTML: paragraphs, with each tagged stretch marked by the kinds of tags on it and titled by their names,
/// and each passage that repeats the article or another comment set off with a link to its source.
func commentBody(_ material: ReportMaterial, _ index: Int) -> Markup {
    let comment = material.comments[index]
    let utf8 = Array(comment.text.utf8)
    let taggings = material.taggings[index]
    let quotations = material.quotations[index]
    let tagSpans = taggings.map(\.span.bytes)
    let quoteSpans = quotations.map(\.span.bytes)

    return Markup { html in
        for paragraph in paragraphs(of: utf8) {
            let runs = textSegments(of: utf8, in: paragraph, spans: quoteSpans)
            let isQuotation = !runs.isEmpty && runs.allSatisfy { !$0.spans.isEmpty }
            html.open("p", ["class": isQuotation ? "repeats" : nil])
            for run in runs {
                let source = run.spans.first.map { quotations[$0] }
                if let source { html.open("span", ["class": "rep", "title": sourceTitle(material, source)]) }
                for segment in textSegments(of: utf8, in: run.range, spans: tagSpans) {
                    let text = utf8[segment.range]
                    guard !segment.spans.isEmpty else {
                        html.lines(text)
                        continue
                    }
                    let here = segment.spans.map { taggings[$0] }
                    html.open("mark", ["class": markClass(material, here), "title": markTitle(material, here)])
                    html.lines(text)
                    html.close("mark")
                }
                if let source {
                    html.close("span")
                    if source.span.end <= run.range.upperBound { sourceLink(&html, material, source) }
                }
            }
            html.close("p")
        }
    }
}

/// `theme`, `rhetoric` or `both`; `quoted` where the author only repeats the words.
private func markClass(_ material: ReportMaterial, _ taggings: [Tagging]) -> String {
    let kinds = Set(taggings.map { material.kind($0.tag) })
    let kind = kinds.count > 1 ? "both" : kinds.first == .rhetoric ? "rhetoric" : "theme"
    return taggings.allSatisfy { $0.voice == .quoted } ? kind + " quoted" : kind
}

private func markTitle(_ material: ReportMaterial, _ taggings: [Tagging]) -> String {
    var titles: [String] = []
    for tagging in taggings {
        let title = material.kind(tagging.tag).rawValue + ": " + material.label(tagging.tag) + (tagging.voice == .quoted ? " (in quoted words)" : "")
        if !titles.contains(title) { titles.append(title) }
    }
    return titles.joined(separator: "; ")
}

private func sourceTitle(_ material: ReportMaterial, _ quotation: Quotation) -> String {
    switch quotation.source {
    case .article(let block): "Repeats " + material.blockName(block) + (material.blockName(block).hasPrefix("the") ? "" : " of the article")
    case .comment(let index): "Repeats \(material.id(index)) by \(material.speaker(index))"
    case .elsewhere: "Quotes something that is not on this page"
    }
}

private func sourceLink(_ html: inout HTMLWriter, _ material: ReportMaterial, _ quotation: Quotation) {
    let link: (label: String, href: String)? = switch quotation.source {
    case .article(let block): ("¶\(material.blockName(block).split(separator: " ").last ?? "")", "#" + material.blockAnchor(block))
    case .comment(let index): (material.id(index), "#" + material.id(index))
    case .elsewhere: nil
    }
    guard let link else { return }
    html.element("a", link.label, ["class": "source", "href": link.href, "title": sourceTitle(material, quotation)])
}
