/// A table of text: comma- or tab-separated, its first line naming the columns.
///
/// Cells may stand in double quotes, a quotation mark in them doubled (RFC 4180). In a tab-separated table `\n`, `\t` and `\\` in a cell that is
/// not in quotes stand for a line feed, a tab and a backslash, and `\"` at its beginning for a quotation mark; a text there that only begins with a quotation is as it is.
package struct Table: Hashable, Sendable {
    package var header: [String]
    package var rows: [Row]

    package struct Row: Hashable, Sendable {
        /// As many as the header has.
        package var cells: [String]
        /// Line of the file, from 1.
        package var line: Int
    }

    package struct Fault: Error, Hashable, Sendable {
        /// From 1.
        package var line: Int
        package var reason: String

        package init(line: Int, reason: String) {
            self.line = line
            self.reason = reason
        }
    }

    /// - Parameter separator: `nil` takes the one of tab, comma and semicolon that stands in the first line.
    package init(_ text: String, separator: Character?) throws(Fault) {
        var bytes = Array(text.utf8)
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
        let first = bytes.prefix { $0 != 0x0A }
        let mark = separator?.asciiValue ?? [0x09, 0x2C, 0x3B].first { first.contains($0) } ?? 0x09
        var records = Self.records(bytes, mark)
        guard !records.isEmpty else { throw Fault(line: 1, reason: "the table is empty") }
        let head = records.removeFirst()
        header = head.cells.map { $0.lowercased() }
        rows = []
        for record in records {
            guard !record.isOpen else { throw Fault(line: record.line, reason: "a quotation mark is not closed") }
            var cells = record.cells
            if cells == [""] { continue }
            guard cells.count <= header.count || cells[header.count...].allSatisfy(\.isEmpty) else {
                throw Fault(line: record.line, reason: "\(cells.count) cells, where the first line names \(header.count) columns")
            }
            cells = Array(cells.prefix(header.count))
            while cells.count < header.count { cells.append("") }
            rows.append(Row(cells: cells, line: record.line))
        }
    }

    /// The column of the first of these names that there is.
    package func column(_ names: String...) -> Int? { names.lazy.compactMap { name in header.firstIndex(of: name) }.first }

    private typealias Record = (cells: [String], line: Int, isOpen: Bool)

    private static func records(_ bytes: [UInt8], _ mark: UInt8) -> [Record] {
        var records: [Record] = []
        var cells: [String] = []
        var cell: [UInt8] = []
        var line = 1, start = 1
        var isQuoted = false, wasQuoted = false
        var at = 0
        func endCell() {
            if mark == 0x09, !wasQuoted { cell = unescaped(cell) }
            cells.append(String(decoding: cell, as: UTF8.self))
            (cell, wasQuoted) = ([], false)
        }
        func endRecord() {
            if cell.last == 0x0D, !wasQuoted { cell.removeLast() }
            endCell()
            records.append((cells, start, isQuoted))
            cells = []
        }
        while at < bytes.count {
            let byte = bytes[at]
            at += 1
            if byte == 0x0A { line += 1 }
            if isQuoted {
                if byte != 0x22 { cell.append(byte) } else if at < bytes.count, bytes[at] == 0x22 {
                    cell.append(0x22)
                    at += 1
                } else {
                    isQuoted = false
                }
            } else if byte == 0x22, cell.isEmpty, !wasQuoted, mark != 0x09 || isWholeCell(bytes, from: at) {
                (isQuoted, wasQuoted) = (true, true)
            } else if byte == mark {
                endCell()
            } else if byte == 0x0A {
                endRecord()
                start = line
            } else if !(wasQuoted && byte == 0x0D) {
                cell.append(byte)
            }
        }
        if !cell.isEmpty || !cells.isEmpty || isQuoted { endRecord() }
        return records
    }

    /// Whether the quotation mark before a place opens a cell that another one closes: in a tab-separated table a text may begin with words
    /// in quotation marks.
    private static func isWholeCell(_ bytes: [UInt8], from start: Int) -> Bool {
        var at = start
        let isDoubled = bytes[start...].starts(with: [0x22, 0x22])
        while at < bytes.count {
            // The next cell begins; only a cell whose text itself begins with a quotation mark goes on.
            if bytes[at] == 0x09, !isDoubled { return false }
            if bytes[at] == 0x22 {
                guard at + 1 < bytes.count, bytes[at + 1] == 0x22 else { break }
                at += 1
            }
            at += 1
        }
        // Never closed: said as an error.
        return at + 1 >= bytes.count || [0x09, 0x0A, 0x0D].contains(bytes[at + 1])
    }

    private static func unescaped(_ cell: [UInt8]) -> [UInt8] {
        guard cell.contains(0x5C) else { return cell }
        var plain: [UInt8] = []
        var at = 0
        while at < cell.count {
            let next = at + 1 < cell.count ? cell[at + 1] : 0
            if cell[at] == 0x5C, let meant: UInt8 = [0x6E: 0x0A, 0x74: 0x09, 0x5C: 0x5C][next] {
                plain.append(meant)
                at += 2
            } else {
                // `\"` at the beginning: the mark alone.
                if at > 0 || cell[0] != 0x5C || next != 0x22 { plain.append(cell[at]) }
                at += 1
            }
        }
        return plain
    }

    /// A table in tabs, as `init` reads it.
    package static func tabSeparated(_ rows: [[String]]) -> String {
        rows.map { row in
            row.map { cell in
                // A cell that begins with a quotation mark would be read as a quoted one. Every row stays on a line of its own.
                let text = cell.replacing("\\", with: "\\\\").replacing("\t", with: "\\t").replacing("\r", with: " ").replacing("\n", with: "\\n")
                return cell.utf8.first == 0x22 ? "\\" + text : text
            }.joined(separator: "\t") + "\n"
        }.joined()
    }
}
