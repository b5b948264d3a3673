package import DiscourseModel

/// Reads a table of measured tags: the columns tag, data, n, precision, recall, f1; others are for people.
package func readMeasurements(_ text: String) throws(Table.Fault) -> [TagMeasurement] {
    let table = try Table(text, separator: "\t")
    let names = ["tag", "data", "n", "precision", "recall", "f1"]
    let columns = names.compactMap { table.column($0) }
    guard columns.count == names.count else {
        throw Table.Fault(line: 1, reason: "the first line must name the columns \(names.joined(separator: ", "))")
    }
    var measurements: [TagMeasurement] = []
    for row in table.rows {
        let cells = columns.map { row.cells[$0] }
        let shares = cells[3...].map(Double.init)
        guard let count = Int(cells[2]), count > 0, let precision = shares[0], zip(cells[3...], shares).allSatisfy({ $0.isEmpty || $1 != nil }),
            shares.allSatisfy({ (0...1).contains($0 ?? 0) })
        else {
            throw Table.Fault(
                line: row.line, reason: "n must be a number above 0, and precision, recall and f1 shares from 0 to 1 (recall and f1 may be empty: not known)")
        }
        measurements.append(TagMeasurement(tag: cells[0], data: cells[1], count: count, precision: precision, recall: shares[1], f1: shares[2]))
    }
    return measurements
}
