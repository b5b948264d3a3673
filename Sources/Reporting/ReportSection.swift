/// A section of the report. Adding one is a file in `Sections/`, a line in `all`, and a template for its HTML.
struct ReportSection: Sendable {
    /// The anchor.
    var id: String
    var title: String
    /// The template that lays the section out.
    var template: StaticString
    /// Whether the line of an empty section stands among the conventions of the method, and not under a heading of its own:
    /// a short discussion has a short report.
    var isMinor = false
    /// What the template is given; `nil` where the section has nothing to say.
    var html: @Sendable (ReportMaterial) -> Fields?
    /// The section as Markdown without its heading; `nil` where it has nothing to say.
    var markdown: @Sendable (ReportMaterial) -> String?
    /// The line that stands in the place of an empty section where a reader would miss it.
    var absence: @Sendable (ReportMaterial) -> String? = { _ in nil }

    /// In the report's order.
    static let all: [ReportSection] = [
        .summary, .doubts, .shape, .discussion, .article, .themes, .rhetoric, .tagsByDepth, .cooccurrence, .associations, .timeline,
        .whoAnswersWhom, .repeatedTexts, .measures, .concordance, .method, .downloads,
    ]
}

extension ReportSection {
    /// The heading's line where the section is empty; `nil` where its absence is told elsewhere or not worth telling.
    func absenceLine(_ material: ReportMaterial) -> String? { isMinor ? nil : absence(material) }

    /// What the sections say that are left out of this report, for its method.
    static func leftOut(_ material: ReportMaterial) -> [String] {
        all.filter(\.isMinor).compactMap { $0.html(material) == nil ? $0.absence(material) : nil } + figuresLeftOut(material)
    }
}
