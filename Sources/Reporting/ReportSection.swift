/// A section of the report. Adding one is a file in `Sections/`, a line in `all`, and a template for its HTML.
struct ReportSection: Sendable {
    /// The anchor.
    var id: String
    var title: String
    /// The template that lays the section out.
    var template: StaticString
    /// What the template is given; `nil` where the section has nothing to say.
    var html: @Sendable (ReportMaterial) -> Fields?
    /// The section as Markdown without its heading; `nil` where it has nothing to say.
    var markdown: @Sendable (ReportMaterial) -> String?
    /// The line that stands in the place of an empty section where a reader would miss it.
    var absence: @Sendable (ReportMaterial) -> String? = { _ in nil }

    /// In the report's order.
    static let all: [ReportSection] = [
        .summary, .doubts, .shape, .discussion, .article, .themes, .rhetoric, .tagsByDepth, .whoAnswersWhom, .method,
    ]
}
