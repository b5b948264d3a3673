/// Rows of cells as lines with straight columns: the first few to the left, the others to the right.
func aligned(_ rows: [[String]], leftColumns: Int = 1) -> String {
    let columns = rows.map(\.count).max() ?? 0
    let widths = (0..<columns).map { column in rows.map { column < $0.count ? $0[column].unicodeScalars.count : 0 }.max() ?? 0 }
    return rows.map { row in
        var line = ""
        for (column, cell) in row.enumerated() {
            let pad = String(repeating: " ", count: widths[column] - cell.unicodeScalars.count)
            line += (column == 0 ? "" : "  ") + (column < leftColumns ? cell + pad : pad + cell)
        }
        while line.last == " " { line.removeLast() }
        return line + "\n"
    }.joined()
}

/// Rows of cells as the rows of a Markdown table.
func markdown(_ rows: [[String]]) -> String { rows.map { "| " + $0.joined(separator: " | ") + " |\n" }.joined() }

/// A figure with three decimals.
func threeDecimals(_ value: Double) -> String { decimals(value, 3) }

/// A figure with a number of decimals, rounded half away from zero.
func decimals(_ value: Double, _ places: Int) -> String {
    guard value.isFinite else { return "-" }
    var scale = 1.0
    for _ in 0..<places { scale *= 10 }
    let rounded = Int((abs(value) * scale).rounded())
    let whole = rounded / Int(scale), rest = String(rounded % Int(scale))
    let sign = value < 0 && rounded > 0 ? "-" : ""
    return places == 0 ? "\(sign)\(whole)" : "\(sign)\(whole)." + String(repeating: "0", count: places - rest.count) + rest
}
