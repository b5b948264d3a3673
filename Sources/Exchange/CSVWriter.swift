/// Writes a table as comma-separated values (RFC 4180): UTF-8, lines ended by CR LF, a header.
///
/// Nothing is written for a value that is not there, and `""` for a text that is empty, so that readers that know the difference keep it.
package struct CSVWriter: Sendable {
    /// A value of a cell; numbers and truth values are never quoted.
    package enum Cell: Hashable, Sendable {
        case text(String)
        case number(Int)
        case real(Double)
        case nothing
    }

    package private(set) var bytes: [UInt8] = []
    /// Whether a text that a spreadsheet would take for a formula gets an apostrophe before it.
    private let guardsFormulas: Bool

    package init(header: [String], guardsFormulas: Bool = true) {
        self.guardsFormulas = guardsFormulas
        row(header.map(Cell.text))
    }

    package mutating func row(_ cells: [Cell]) {
        for (index, cell) in cells.enumerated() {
            if index > 0 { bytes.append(0x2C) }
            switch cell {
            case .nothing: break
            case .number(let number): bytes.append(contentsOf: String(number).utf8)
            case .real(let number): if number.isFinite { bytes.append(contentsOf: number.description.utf8) }
            case .text(let text): append(text)
            }
        }
        bytes.append(contentsOf: [0x0D, 0x0A])
    }

    /// What was written since the last time.
    package mutating func take() -> [UInt8] {
        defer { bytes.removeAll(keepingCapacity: true) }
        return bytes
    }

    private mutating func append(_ text: String) {
        let utf8 = Array(text.utf8)
        let isFormula = guardsFormulas && isFormulaLike(utf8)
        guard utf8.isEmpty || utf8.contains(where: { $0 == 0x22 || $0 == 0x2C || $0 == 0x0D || $0 == 0x0A }) || utf8.first == 0x20 || utf8.last == 0x20 else {
            if isFormula { bytes.append(0x27) }
            bytes.append(contentsOf: utf8)
            return
        }
        bytes.append(0x22)
        if isFormula { bytes.append(0x27) }
        for byte in utf8 {
            if byte == 0x22 { bytes.append(0x22) }
            bytes.append(byte)
        }
        bytes.append(0x22)
    }
}

/// Whether a spreadsheet would calculate with a text: it begins, behind white space, with = + - @ or their full-width forms
/// (OWASP, "CSV Injection"), or with a tab or a carriage return.
func isFormulaLike(_ utf8: [UInt8]) -> Bool {
    if utf8.first == 0x09 || utf8.first == 0x0D { return true }
    let rest = utf8.drop { $0 == 0x20 || (0x09...0x0D).contains($0) }
    guard let first = rest.first else { return false }
    if first == 0x3D || first == 0x2B || first == 0x2D || first == 0x40 { return true }
    // U+FF0B, U+FF0D, U+FF1D, U+FF20
    guard rest.count >= 3, first == 0xEF, rest[rest.startIndex + 1] == 0xBC else { return false }
    return [0x8B, 0x8D, 0x9D, 0xA0].contains(rest[rest.startIndex + 2])
}
