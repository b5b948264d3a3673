/// The text of a file, and the problems found in it.
struct SourceText {
    let path: String
    let sha256: String
    let bytes: [UInt8]
    private let lineStarts: [Int]
    private(set) var problems: [PatternProblem] = []
    private var seen: Set<String> = []

    init(_ file: PatternFile) {
        path = file.path
        sha256 = file.sha256
        bytes = Array(file.text.utf8)
        var starts = [0]
        for (index, byte) in bytes.enumerated() where byte == 0x0A { starts.append(index + 1) }
        lineStarts = starts
    }

    /// Notes a problem at a place of the file; one that was noted there before is not noted twice.
    mutating func add(
        _ severity: PatternProblem.Severity, at offset: Int, width: Int = 1, tag: String? = nil, _ reason: String, suggestion: String? = nil
    ) {
        let (line, column) = position(of: offset)
        guard seen.insert("\(line):\(column):\(reason)").inserted else { return }
        problems.append(problem(severity, line: line, column: column, width: width, tag: tag, reason, suggestion: suggestion))
    }

    mutating func add(_ severity: PatternProblem.Severity, line: Int, column: Int, _ reason: String, suggestion: String? = nil) {
        problems.append(problem(severity, line: line, column: column, width: 1, tag: nil, reason, suggestion: suggestion))
    }

    func problem(
        _ severity: PatternProblem.Severity, line: Int, column: Int, width: Int, tag: String?, _ reason: String, suggestion: String? = nil
    ) -> PatternProblem {
        PatternProblem(
            severity: severity, file: path, line: line, column: column, tag: tag, reason: reason, suggestion: suggestion,
            sourceLine: text(ofLine: line), width: width)
    }

    /// Line and column of a byte, both from 1; columns are code points.
    func position(of offset: Int) -> (line: Int, column: Int) {
        let offset = min(max(0, offset), bytes.count)
        var low = 0
        var high = lineStarts.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if lineStarts[middle] <= offset { low = middle } else { high = middle }
        }
        let column = bytes[lineStarts[low]..<offset].reduce(1) { $1 & 0xC0 == 0x80 ? $0 : $0 + 1 }
        return (low + 1, column)
    }

    private func text(ofLine line: Int) -> String {
        guard line >= 1, line <= lineStarts.count else { return "" }
        var end = line < lineStarts.count ? lineStarts[line] - 1 : bytes.count
        let start = lineStarts[line - 1]
        if end > start, bytes[end - 1] == 0x0D { end -= 1 }
        return String(decoding: bytes[start..<max(start, end)], as: UTF8.self)
    }
}
