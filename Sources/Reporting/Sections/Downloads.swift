import DiscourseModel

extension ReportSection {
    /// The data that the file carries, and how to take them out of it.
    static let downloads = ReportSection(
        id: "downloads", title: "Data", template: "downloads",
        html: { material in
            guard !material.comments.isEmpty else { return nil }
            return ["comments": .text(counted(material.comments.count, "comment")), "matches": .text(counted(material.page.taggings.count, "match", "matches"))]
        },
        markdown: { _ in nil })
}
