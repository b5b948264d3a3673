internal import Reporting

/// Rows of a table for the terminal, each column as wide as its widest cell; the last is not padded.
struct TextTable {
    var header: [String]
    var rows: [[String]] = []
    /// Columns whose cells stand at the right.
    var right: Set<Int> = []

    /// Lines, safe for a terminal.
    var lines: [String] {
        let all = ([header] + rows).map { $0.map(terminalSafeLine) }
        let widths = header.indices.map { column in all.map { terminalWidth($0[column]) }.max() ?? 0 }
        return all.map { row in
            row.enumerated().map { column, cell in
                let space = String(repeating: " ", count: max(0, widths[column] - terminalWidth(cell)))
                return right.contains(column) ? space + cell : column == row.count - 1 ? cell : cell + space
            }.joined(separator: "  ")
        }
    }

    func print() { for line in lines { Terminal.print(line) } }
}
