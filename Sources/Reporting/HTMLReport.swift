import Digest
package import DiscourseModel
import Mustache

/// Writes the report of one page as a single HTML file that needs nothing else: no script, no network, a strict security policy.
///
/// The same page with the same templates gives the same bytes.
package struct HTMLReport: Sendable {
    private let templates: ReportTemplates
    private let policy: String

    package init(templates: ReportTemplates) {
        self.templates = templates
        let hash = base64(SHA256.digest(templates.style.utf8))
        policy = "default-src 'none'; style-src 'sha256-\(hash)'; img-src data:; base-uri 'none'; form-action 'none'"
    }

    package func render(_ page: AnalyzedPage) -> String {
        let material = ReportMaterial(page)
        let sections = ReportSection.all.compactMap { sectionFields($0, material) }
        let context: Fields = [
            "policy": .text(policy), "style": .markup(Markup(made: templates.style)), "title": .text(material.title),
            "header": .fields(headerFields(material)), "sections": .list(sections),
        ]
        return templates.library.render(context, withTemplate: "report") ?? ""
    }

    private func sectionFields(_ section: ReportSection, _ material: ReportMaterial) -> Fields? {
        var fields: Fields = [
            "section": .text(section.id), "heading": .text(section.title), "template": .template(section.template), "absence": .none,
        ]
        if let content = section.html(material) {
            fields.values["content"] = .fields(content)
        } else if let absence = section.absence(material) {
            fields.values["absence"] = .text(absence)
            fields.values["content"] = TemplateValue.none
        } else {
            return nil
        }
        return fields
    }
}

/// What the head of a report tells of the article and of the capture.
private func headerFields(_ material: ReportMaterial) -> Fields {
    let article = material.page.article
    let page = material.page.page
    return [
        "title": .text(material.title), "language": .optional(article.language),
        "kicker": .text([article.site, article.section].compactMap(\.self).joined(separator: " · ")),
        "byline": .optional(article.byline),
        "published": .optional(article.published.map(readable)), "publishedISO": .optional(article.published?.iso8601),
        "live": .optional(safeLink(material.liveURL)), "address": .optional(material.liveURL),
        "tags": .list(article.tags.map { ["tag": .text($0)] }), "hasTags": .flag(!article.tags.isEmpty),
        "source": .text(page.source), "hash": .text(String(page.id.prefix(12))), "sha256": .text(page.id),
        "captured": .optional((page.captured ?? article.captured).map(readable)),
        "completeness": .text(completeness(material)),
    ]
}

/// `13 comments here; the page states 118`.
func completeness(_ material: ReportMaterial) -> String {
    let here = material.comments.isEmpty ? "No comments here" : counted(material.comments.count, "comment") + " here"
    return here + (material.discussion.completeness.claimed.map { "; the page states \(grouped($0))" } ?? "; the page states no number")
}
