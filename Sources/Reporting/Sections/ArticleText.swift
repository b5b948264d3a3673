import DiscourseModel

extension ReportSection {
    /// The article itself, with marks at the passages that readers quoted.
    static let article = ReportSection(
        id: "article", title: "The article", template: "article",
        html: { material in
            let blocks = material.page.article.blocks
            guard !blocks.isEmpty else { return nil }
            let quoting = quotationsByBlock(material)
            let cited = quoting.count { !$0.isEmpty }
            return [
                "extent": .text(counted(blocks.count, "block") + ", " + counted(words(blocks), "word")),
                "cited": cited > 0 ? .text(counted(cited, "passage") + " quoted by readers") : .none,
                "isOpen": .flag(material.comments.isEmpty),
                "language": .optional(material.page.article.language),
                "blocks": .list(blocks.indices.map { blockFields(material, $0, quoting[$0]) }),
                "related": .list(material.page.article.related.map { ["title": .text($0.title), "href": .optional(safeLink($0.url))] }),
                "hasRelated": .flag(!material.page.article.related.isEmpty),
            ]
        },
        markdown: { material in
            let blocks = material.page.article.blocks
            guard !blocks.isEmpty else { return nil }
            let quoting = quotationsByBlock(material)
            let body = blocks.indices.map { index in
                var text = markdownBlock(blocks[index])
                let by = quotingComments(quoting[index])
                if !by.isEmpty { text += "\n\n  *" + ("quoted in \(comments: by)" as Prose).markdown(material) + "*" }
                return text
            }
            return (["<details><summary>" + counted(blocks.count, "block") + ", " + counted(words(blocks), "word") + "</summary>"] + body + ["</details>"])
                .joined(separator: "\n\n")
        },
        absence: { _ in "No article text was found on this page." })
}

private func words(_ blocks: [Block]) -> Int {
    blocks.reduce(0) { $0 + $1.text.split(whereSeparator: \.isWhitespace).count }
}

/// The quotations of the article, by the block they repeat.
private func quotationsByBlock(_ material: ReportMaterial) -> [[Quotation]] {
    var quoting = [[Quotation]](repeating: [], count: material.page.article.blocks.count)
    for quotation in material.quotations.joined() {
        if case .article(let block) = quotation.source, quoting.indices.contains(block) { quoting[block].append(quotation) }
    }
    return quoting
}

private func quotingComments(_ quotations: [Quotation]) -> [Int] { Set(quotations.map(\.comment)).sorted() }

private func blockFields(_ material: ReportMaterial, _ index: Int, _ quotations: [Quotation]) -> Fields {
    let block = material.page.article.blocks[index]
    let utf8 = Array(block.text.utf8)
    let text = Markup { html in
        for segment in textSegments(of: utf8, in: 0..<utf8.count, spans: quotations.map(\.sourceSpan.bytes)) {
            let words = utf8[segment.range]
            if segment.spans.isEmpty {
                html.lines(words)
            } else {
                html.open("mark", ["class": "cited"])
                html.lines(words)
                html.close("mark")
            }
        }
    }
    let by = quotingComments(quotations)
    return [
        "anchor": .text(material.blockAnchor(index)), "kind": .text(block.kind.rawValue), "text": .markup(text),
        "isHeading": .flag(block.kind == .heading),
        "quotedIn": by.isEmpty ? .none : .markup(("quoted in \(comments: by)" as Prose).markup(material)),
    ]
}

private func markdownBlock(_ block: Block) -> String {
    let text = escapedMarkdown(block.text)
    return switch block.kind {
    case .heading: "**" + text.replacing("\n", with: " ") + "**"
    case .item: "- " + text.replacing("\n", with: "\n  ")
    case .quote: text.split(separator: "\n", omittingEmptySubsequences: false).map { "> \($0)" }.joined(separator: "\n")
    case .paragraph, .code, .table, .caption, .embed: text
    }
}
