package import DiscourseModel

/// What `analyze` prints of a page: its title, then one line each for comments, replies, themes, rhetoric, and what was doubtful.
///
/// Safe for a terminal; without colours and indentation.
package func summaryLines(for page: AnalyzedPage) -> [String] {
    let material = ReportMaterial(page)
    var lines = [material.title]
    let figures = material.figures
    if page.discussion.comments.isEmpty {
        lines.append("comments: none found")
    } else {
        var line = "comments: \(grouped(page.discussion.comments.count)) by \(counted(figures.authors, "named author"))"
        if figures.unnamed > 0 { line += ", \(figures.unnamed) without a name" }
        if let claimed = page.discussion.completeness.claimed { line += " (the page states \(grouped(claimed)))" }
        lines.append(line)
        lines.append("replies: \(figures.explicitReplies) explicit, \(figures.inferredReplies) inferred,\(figures.humanReplies > 0 ? " \(figures.humanReplies) stated by a person," : "") \(figures.unresolvedReplies) unresolved")
        if !page.patternSets.isEmpty {
            lines.append("themes: " + topTags(material, .theme))
            lines.append("rhetoric: " + topTags(material, .rhetoric))
        }
    }
    for note in page.allNotes where note.severity != .info {
        lines.append("\(note.severity.rawValue): \(note.message)" + (note.comment.map { " (\(material.id($0)))" } ?? ""))
    }
    return lines.map(terminalSafeLine)
}

private func topTags(_ material: ReportMaterial, _ kind: TagDefinition.Kind) -> String {
    let tags = material.tags(kind)
    guard !tags.isEmpty else { return "none" }
    let shown = tags.prefix(5).map { "\(material.label($0.tag)) \($0.comments)" }.joined(separator: ", ")
    return shown + (tags.count > 5 ? ", and \(tags.count - 5) more" : "")
}
