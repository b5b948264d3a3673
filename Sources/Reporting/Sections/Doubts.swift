import DiscourseModel

extension ReportSection {
    /// What was doubtful, limited or lost.
    static let doubts = ReportSection(
        id: "doubts", title: "What to doubt", template: "doubts",
        html: { material in
            let lines = doubtLines(material)
            guard !lines.isEmpty else { return nil }
            return ["lines": .list(lines.map { ["severity": .text($0.severity), "line": .markup($0.line.markup(material))] })]
        },
        markdown: { material in
            let lines = doubtLines(material)
            return lines.isEmpty ? nil : lines.map { "- *\($0.severity)*: " + $0.line.markdown(material) }.joined(separator: "\n")
        },
        absence: { _ in "Nothing was noted as doubtful." })
}

/// The page's completeness, then the notes: what was lost first, what is merely worth knowing last.
func doubtLines(_ material: ReportMaterial) -> [(severity: String, line: Prose)] {
    var lines: [(severity: String, line: Prose)] = []
    if let claimed = material.discussion.completeness.claimed, claimed > material.comments.count {
        let here = material.comments.count
        let reasons = material.discussion.completeness.reasons.joined(separator: "; ")
        let why = reasons.isEmpty ? "" : " (" + reasons + ")"
        lines.append(("lost", "The page states \(counted(claimed, "comment")), and \(here) \(here == 1 ? "is" : "are") here\(why)."))
    } else {
        lines += material.discussion.completeness.reasons.map { ("lost", "More comments may exist: \($0).") }
    }
    let order: [Note.Severity] = [.lost, .limit, .doubt, .info]
    for severity in order {
        for note in material.page.notes where note.severity == severity {
            let place: Prose = note.comment.map { " (\(comment: $0))" } ?? ""
            lines.append((severity == .info ? "note" : severity.rawValue, "\(note.message)\(place)"))
        }
    }
    return lines
}
