package import DiscourseModel

/// The report of one page as Markdown that reads well on a forge. Whatever the page said is escaped: it shows as it stands.
package func markdownReport(_ page: AnalyzedPage) -> String {
    let material = ReportMaterial(page)
    let article = page.article
    var parts = ["# " + escapedMarkdownInline(material.title)]
    let facts = [
        article.byline.map { escapedMarkdownInline($0) }, article.published.map { escapedMarkdownInline(readable($0)) },
        [article.site, article.section].compactMap(\.self).map { escapedMarkdownInline($0) }.joined(separator: ", "),
        material.liveURL.map { safeLink($0) == nil ? escapedMarkdownInline($0) : markdownLink("the article", to: $0) },
    ].compactMap(\.self).filter { !$0.isEmpty }
    if !facts.isEmpty { parts.append(facts.joined(separator: " · ")) }
    parts.append(
        escapedMarkdownInline(completeness(material)) + ". From " + escapedMarkdownInline(page.page.source)
            + ((page.page.captured ?? article.captured).map { ", captured " + escapedMarkdownInline(readable($0)) } ?? "") + ".")
    for section in ReportSection.all {
        guard let content = section.markdown(material) ?? section.absenceLine(material).map({ "*" + escapedMarkdownInline($0) + "*" }) else { continue }
        parts += ["## " + section.title, content]
    }
    return parts.joined(separator: "\n\n") + "\n"
}
