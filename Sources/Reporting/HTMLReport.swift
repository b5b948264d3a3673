import Digest
package import DiscourseModel

/// Writes the report of one page as a single HTML file that needs nothing else: no network, no script but its own, a strict security policy.
/// Without script everything is there to read; the script filters, folds, sorts and moves about.
///
/// The same page with the same templates gives the same bytes.
package struct HTMLReport: Sendable {
    private let templates: ReportTemplates
    private let frame: PageFrame

    package init(templates: ReportTemplates) {
        self.templates = templates
        frame = PageFrame(templates)
    }

    /// - Parameter record: the page as JSON, to be carried in the file for those who read on with a program; `nil` leaves it out.
    /// - Parameter stamp: the state of the database that the report shows, by which a later run knows whether it is still true.
    package func render(_ page: AnalyzedPage, record: String? = nil, stamp: String? = nil) -> String {
        let material = ReportMaterial(page)
        var context: Fields = [
            "title": .text(material.title), "header": .fields(headerFields(material)),
            "sections": .list(ReportSection.all.compactMap { sectionFields($0, material) }),
            "stamp": .optional(stamp), "data": record.map { .markup(dataBlock($0)) } ?? .none,
        ]
        frame.add(to: &context)
        return templates.render("report", context)
    }

    private func sectionFields(_ section: ReportSection, _ material: ReportMaterial) -> Fields? {
        var fields: Fields = [
            "section": .text(section.id), "heading": .text(section.title), "template": .template(section.template),
        ]
        if let content = section.html(material) {
            fields.add("content", .fields(content))
            fields.add("absence", .none)
        } else if let absence = section.absenceLine(material) {
            fields.add("absence", .text(absence))
            fields.add("content", .none)
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
