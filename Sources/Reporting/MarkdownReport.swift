package import DiscourseModel

/// The report of one page as Markdown that reads well on a forge. Whatever the page said is escaped: it shows as it stands.
package func markdownReport(_ page: AnalyzedPage) -> String {
    let material = ReportMaterial(page)
    let article = page.article
    var parts = ["# " + escapedMarkdown(oneLine(material.title))]
    let facts = [
        article.byline.map { escapedMarkdown(oneLine($0)) }, article.published.map { escapedMarkdown(readable($0)) },
        [article.site, article.section].compactMap(\.self).map { escapedMarkdown(oneLine($0)) }.joined(separator: ", "),
        material.liveURL.map { safeLink($0) == nil ? escapedMarkdown($0) : markdownLink("the article", to: $0) },
    ].compactMap(\.self).filter { !$0.isEmpty }
    if !facts.isEmpty { parts.append(facts.joined(separator: " · ")) }
    parts.append(
        escapedMarkdown(completeness(material)) + ". From `" + terminalSafeLine(page.page.source).replacing("`", with: "'") + "`"
            + ((page.page.captured ?? article.captured).map { ", captured " + escapedMarkdown(readable($0)) } ?? "") + ".")
    for section in ReportSection.all {
        guard let content = section.markdown(material) ?? section.absence(material).map({ "*" + escapedMarkdown($0) + "*" }) else { continue }
        parts += ["## " + section.title, content]
    }
    return parts.joined(separator: "\n\n") + "\n"
}

private func oneLine(_ text: String) -> String { text.split(whereSeparator: \.isNewline).joined(separator: " ") }
