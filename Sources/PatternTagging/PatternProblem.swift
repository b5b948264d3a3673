/// Something wrong in a pattern file: where, what, and what to write instead.
package struct PatternProblem: Error, Hashable, Sendable {
    package var severity: Severity
    package var file: String
    /// From 1.
    package var line: Int
    /// From 1, in Unicode code points.
    package var column: Int
    /// The tag it stands in, by its full id.
    package var tag: String?
    /// One sentence without a full stop.
    package var reason: String
    package var suggestion: String?
    /// The source line, whole.
    package var sourceLine: String
    /// Code points to underline, at least 1.
    package var width: Int

    package enum Severity: String, Hashable, Sendable, Comparable {
        /// The tag or line is not used.
        case error
        /// It is used, and probably not as meant.
        case warning
        package static func < (a: Severity, b: Severity) -> Bool { a == .error && b == .warning }
    }

    package init(
        severity: Severity, file: String, line: Int, column: Int, tag: String? = nil, reason: String, suggestion: String? = nil,
        sourceLine: String = "", width: Int = 1
    ) {
        self.severity = severity
        self.file = file
        self.line = line
        self.column = column
        self.tag = tag
        self.reason = reason
        self.suggestion = suggestion
        self.sourceLine = sourceLine
        self.width = width
    }
}

extension PatternProblem: CustomStringConvertible {
    /// `FILE:LINE:COL: error: TAG: reason; suggestion`, the source line, and a caret under the place.
    package var description: String {
        var text = "\(file):\(line):\(column): \(severity.rawValue): "
        if let tag { text += tag + ": " }
        text += reason
        if let suggestion { text += "; " + suggestion }
        guard !sourceLine.isEmpty else { return text }

        let scalars = Array(sourceLine.unicodeScalars)
        // A very long line is shown around the place.
        let first = column > 100 ? column - 61 : 0
        let shown = scalars[min(first, scalars.count)..<min(scalars.count, first + 140)]
        let number = String(line)
        let gutter = String(repeating: " ", count: number.count)
        let lead = first > 0 ? "…" : ""
        text += "\n \(number) | \(lead)"
        for scalar in shown { text.unicodeScalars.append(scalar.isControl ? "\u{FFFD}" : scalar) }
        if first + 140 < scalars.count { text += "…" }
        text += "\n \(gutter) | \(lead.isEmpty ? "" : " ")"
        for scalar in shown.prefix(max(0, column - 1 - first)) {
            if scalar == "\t" { text += "\t" } else if !scalar.properties.isGraphemeExtend { text += " " }
        }
        let room = max(1, shown.count - max(0, column - 1 - first))
        return text + String(repeating: "^", count: max(1, min(width, room)))
    }
}

extension PatternProblem: Comparable {
    /// By file and place.
    package static func < (a: PatternProblem, b: PatternProblem) -> Bool {
        if a.file != b.file { return a.file < b.file }
        if a.line != b.line { return a.line < b.line }
        if a.column != b.column { return a.column < b.column }
        return a.severity != b.severity ? a.severity < b.severity : a.reason < b.reason
    }
}

extension Unicode.Scalar {
    fileprivate var isControl: Bool { self != "\t" && (value < 32 || (127...159).contains(value)) }
}
