internal import DiscourseModel

/// Lines that open or close most records alike are labels of the page in whatever language, and no one's words; so is what stands before
/// a colon at the head of most. Where that would leave most records without a word, it is their text.
///
/// - Returns: the labels taken away, by their hashes.
func removeRepeatedLines(_ records: [ReadRecord]) -> Set<UInt64> {
    guard records.count >= 3 else { return [] }
    var labels: Set<UInt64> = []
    for atEnd in [false, true] {
        for _ in 0..<12 {
            var counts: [UInt64: (all: Int, whole: Int)] = [:]
            let edges = records.map { edgeLine($0.text, atEnd: atEnd) }
            for (record, edge) in zip(records, edges) {
                guard let edge else { continue }
                let hash = labelHash(edge)
                counts[hash, default: (0, 0)].all += 1
                if edge.utf8.count == record.text.utf8.count { counts[hash, default: (0, 0)].whole += 1 }
            }
            guard let (label, count) = counts.max(by: { ($0.value.all, $1.key) < ($1.value.all, $0.key) }), count.all * 2 > records.count, count.all >= 3, count.whole * 2 <= count.all else { break }
            labels.insert(label)
            for index in records.indices {
                guard let edge = edges[index], labelHash(edge) == label else { continue }
                records[index].text = withoutEdge(records[index].text, atEnd: atEnd)
            }
        }
    }
    removeInnerLabels(records)
    removeFieldLabels(records)
    return labels
}

/// "Verified purchase" between a title and the words: a short line of its own that most records hold among their first four, whatever stands above it.
private func removeInnerLabels(_ records: [ReadRecord]) {
    guard records.count >= 4 else { return }
    var counts: [UInt64: Int] = [:]
    for record in records { for line in Set(openingLines(record.text)) { counts[line, default: 0] += 1 } }
    let labels = Set(counts.filter { $0.value * 10 > records.count * 6 }.keys)
    guard !labels.isEmpty else { return }
    for index in records.indices {
        let lines = records[index].text.split(separator: "\n", omittingEmptySubsequences: false)
        var said = 0
        let kept = lines.filter { line in
            if !line.isEmpty { said += 1 }
            return said > 4 || line.isEmpty || !labels.contains(labelHash(line))
        }
        guard kept.count < lines.count else { continue }
        let text = kept.joined(separator: "\n").replacing("\n\n\n", with: "\n\n")
        let words = text.drop { $0 == "\n" }
        if !words.isEmpty { records[index].text = String(words.reversed().drop { $0 == "\n" }.reversed()) }
    }
}

/// Hashes of those of the first four lines of a text that are short enough for a label; none where the text is one line.
private func openingLines(_ text: String) -> [UInt64] {
    var copy = text
    let lines: [Range<Int>] = copy.withUTF8 { bytes in
        var lines: [Range<Int>] = [], at = 0
        while at < bytes.count, lines.count < 4 {
            let end = bytes[at...].firstIndex(of: 0x0A) ?? bytes.count
            if end > at { lines.append(at..<end) }
            at = end + 1
        }
        return lines
    }
    guard lines.count > 1 else { return [] }
    return lines.filter { $0.count <= 40 }.map { labelHash(text.bytes($0)) }
}

extension String {
    /// A part of the text, by the bytes of its UTF-8 between whose characters it stands.
    fileprivate func bytes(_ range: Range<Int>) -> Substring {
        self[utf8.index(startIndex, offsetBy: range.lowerBound)..<utf8.index(startIndex, offsetBy: range.upperBound)]
    }
}

/// A text without such lines at its ends.
func withoutLabels(_ text: String, _ labels: Set<UInt64>) -> String {
    var text = text
    for atEnd in [false, true] {
        while let edge = edgeLine(text, atEnd: atEnd), labels.contains(labelHash(edge)) { text = withoutEdge(text, atEnd: atEnd) }
    }
    return text
}

/// "1. Ann", "2. Ben": names that the page counts, one more at each record.
func removeNumbers(_ records: [ReadRecord]) {
    // How far each number is from the place of its record: the same for all, from the first on or from the last.
    var numbered: [Int] = [], ahead: Set<Int> = [], behind: Set<Int> = []
    for (index, record) in records.enumerated() {
        guard let name = record.author?.name, let digits = name.utf8.firstIndex(where: { !(0x30...0x39).contains($0) }), name.utf8[digits] == 0x2E || name.utf8[digits] == 0x29,
            let number = Int(name[..<digits])
        else { continue }
        numbered.append(index)
        ahead.insert(number - index)
        behind.insert(number + index)
    }
    guard numbered.count >= 2, ahead.count == 1 || behind.count == 1 else { return }
    for index in numbered {
        guard let name = records[index].author?.name else { continue }
        let alone = Labels.nameAlone(String(name.drop { $0.isNumber }.dropFirst()))
        if !alone.isEmpty { records[index].author?.name = alone }
    }
}

/// A line as a label; one of signs alone ("···") by its bytes.
private func labelHash(_ line: Substring) -> UInt64 {
    // "Subject: Re: The ferry" is the label of the answers to "Subject: The ferry".
    if line.utf8.count > 6, let answer = line.utf8.firstIndex(of: 0x52), line.utf8[answer...].starts(with: answerMark) { return labelHash(line[..<answer] + line[answer...].dropFirst(4)) }
    return LabelTable.hash(of: line) ?? nameHash(ArraySlice(line.utf8)).hash
}

private let answerMark = Array("Re: ".utf8)

/// "Message: …" at the head of most records.
private func removeFieldLabels(_ records: [ReadRecord]) {
    var counts: [Substring: Int] = [:]
    let labels = records.map { record -> Substring? in
        guard let colon = record.text.utf8.prefix(32).firstIndex(of: 0x3A) else { return nil }
        let label = record.text[...colon]
        return label.utf8.contains(0x0A) || label.count < 3 ? nil : label
    }
    for case let label? in labels { counts[label, default: 0] += 1 }
    guard let (label, count) = counts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }), count >= 3, count * 2 > records.count else { return }
    for index in records.indices where labels[index] == label {
        records[index].text = String(records[index].text.dropFirst(label.count).drop { $0.isWhitespace })
    }
}

/// Bytes of the longest label: "12 out of 15 found this helpful. Was this review helpful? Sign in to vote."
private let longestLabel = 100

/// The first or the last line of a text, where it is short enough for a label.
private func edgeLine(_ text: String, atEnd: Bool) -> Substring? {
    var text = text
    let range: Range<Int> = text.withUTF8 { bytes in
        if atEnd { return (bytes.suffix(longestLabel + 1).lastIndex(of: 0x0A) ?? -1) + 1..<bytes.count }
        return 0..<(bytes.prefix(longestLabel + 1).firstIndex(of: 0x0A) ?? bytes.count)
    }
    guard !range.isEmpty, range.count <= longestLabel else { return nil }
    return text.bytes(range)
}

private func withoutEdge(_ text: String, atEnd: Bool) -> String {
    var text = text[...]
    if atEnd {
        while let last = text.last, last != "\n" { text.removeLast() }
        while text.last == "\n" { text.removeLast() }
    } else {
        text = text.drop { $0 != "\n" }.drop { $0 == "\n" }
    }
    return String(text)
}
