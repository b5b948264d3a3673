/// Reads comma-separated values (RFC 4180; line feeds alone end a line as well, a byte order mark is passed over).
///
/// - Returns: the rows, the header first; a row that is empty is left out.
/// - Throws: `CSVError` where a quotation mark is not closed.
package func readCSV(_ bytes: some Collection<UInt8>) throws(CSVError) -> [[String]] {
    var rows: [[String]] = []
    var row: [String] = []
    var cell: [UInt8] = []
    var isQuoted = false
    var wasQuoted = false
    var line = 1
    var openedAt = 1
    var bytes = Array(bytes)
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
    func endCell() {
        row.append(String(decoding: cell, as: UTF8.self))
        cell = []
        wasQuoted = false
    }
    func endRow() {
        endCell()
        if row != [""] { rows.append(row) }
        row = []
    }
    var at = 0
    while at < bytes.count {
        let byte = bytes[at]
        if byte == 0x0A { line += 1 }
        if isQuoted {
            if byte == 0x22, at + 1 < bytes.count, bytes[at + 1] == 0x22 {
                cell.append(byte)
                at += 1
            } else if byte == 0x22 {
                isQuoted = false
            } else {
                cell.append(byte)
            }
        } else {
            switch byte {
            case 0x22 where cell.isEmpty && !wasQuoted:
                (isQuoted, wasQuoted) = (true, true)
                openedAt = line
            case 0x2C: endCell()
            case 0x0D where at + 1 < bytes.count && bytes[at + 1] == 0x0A: break
            case 0x0A, 0x0D: endRow()
            default: cell.append(byte)
            }
        }
        at += 1
    }
    guard !isQuoted else { throw CSVError(line: openedAt, message: "a quotation mark is not closed") }
    if !cell.isEmpty || wasQuoted || !row.isEmpty { endRow() }
    return rows
}

/// A table that cannot be read.
package struct CSVError: Error, Hashable, Sendable {
    /// From 1.
    package var line: Int
    package var message: String
}
