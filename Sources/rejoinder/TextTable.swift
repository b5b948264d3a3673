internal import Reporting

/// Rows of a table for the terminal, each column as wide as its widest cell; the last is not padded.
struct TextTable {
    var header: [String]
    var rows: [[String]] = []
    /// Columns whose cells stand at the right.
    var right: Set<Int> = []

    /// Lines, safe for a terminal; the last cell of each ends in … where it goes beyond the width.
    func lines(width: Int?) -> [String] {
        let all = ([header] + rows).map { $0.map(terminalSafeLine) }
        let widths = header.indices.map { column in all.map { terminalWidth($0[column]) }.max() ?? 0 }
        let before = widths.dropLast().reduce(0) { $0 + $1 + 2 }
        return all.map { row in
            row.enumerated().map { column, cell in
                let space = String(repeating: " ", count: max(0, widths[column] - terminalWidth(cell)))
                if column == row.count - 1, !right.contains(column) { return width.map { fitted(cell, to: max(8, $0 - before)) } ?? cell }
                return right.contains(column) ? space + cell : cell + space
            }.joined(separator: "  ")
        }
    }

    /// To a terminal in its width, elsewhere whole.
    func print() { for line in lines(width: Terminal.isOutputTerminal ? Terminal.width : nil) { Terminal.print(line) } }
}

private func fitted(_ text: String, to width: Int) -> String {
    guard terminalWidth(text) > width else { return text }
    var kept = ""
    var columns = 1
    for character in text {
        columns += terminalWidth(String(character))
        guard columns <= width else { break }
        kept.append(character)
    }
    return kept + "…"
}
