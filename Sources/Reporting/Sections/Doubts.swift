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

/// The notes: what was lost first, what is merely worth knowing last.
func doubtLines(_ material: ReportMaterial) -> [(severity: String, line: Prose)] {
    var lines: [(severity: String, line: Prose)] = []
    let order: [Note.Severity] = [.lost, .limit, .doubt, .info]
    for severity in order {
        for note in material.page.allNotes where note.severity == severity {
            let place: Prose = note.comment.map { " (\(comment: $0))" } ?? ""
            lines.append((severity == .info ? "note" : severity.rawValue, "\(note.message)\(place)"))
        }
    }
    return lines
}
