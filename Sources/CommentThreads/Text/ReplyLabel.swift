/// "X in reply to Y": whom a header line says the comment answers.
struct ReplyLabel {
    /// Bytes of the document before the label; empty where it begins the line.
    var before: Range<Int>
    /// Bytes of the name after it.
    var target: Range<Int>
}

extension ReplyLabel {
    /// Finds the longest label of the line; white space around it may be lost ("anniein reply tobob(Hide comment)").
    ///
    /// `nil` where no name follows ("Reply to this") or where the line is a sentence.
    static func find(in line: TextLine, _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> ReplyLabel? {
        guard line.words <= 22, range.count <= 200, !line.tokens.isEmpty else { return nil }
        var folded: [UInt8] = [], offsets: [Int] = []
        var at = range.lowerBound
        while at < range.upperBound {
            let (scalar, width) = LineToken.decode(bytes, at, range.upperBound)
            if let next = Folding.fold(scalar) {
                for byte in UTF8.encode(next) ?? .init() {
                    folded.append(byte)
                    offsets.append(at)
                }
            }
            at += width
        }
        offsets.append(range.upperBound)
        for label in labels {
            guard let found = position(of: label, in: folded) else { continue }
            let before = trim(bytes, range.lowerBound..<offsets[found])
            let after = offsets[found + label.count]..<range.upperBound
            guard let target = name(in: line, after, bytes), countGaps(bytes, before) <= 6 else { continue }
            return ReplyLabel(before: before, target: target)
        }
        // Where the label stands behind the name, the line must end with it.
        var end = folded.count
        while end > 0, folded[end - 1] == 0x3A || folded[end - 1] == 0x20 { end -= 1 }
        for label in labelsBehind where end > label.count && folded[(end - label.count)..<end].elementsEqual(label) {
            guard let target = name(in: line, range.lowerBound..<offsets[end - label.count], bytes) else { continue }
            return ReplyLabel(before: range.lowerBound..<range.lowerBound, target: target)
        }
        return nil
    }

    private static let labels: [[UInt8]] = Vocabulary.replyLabels.map { Array(Folding.fold($0).utf8) }.sorted { $0.count > $1.count }

    private static let labelsBehind: [[UInt8]] = Vocabulary.replyLabelsBehind.map { Array(Folding.fold($0).utf8) }.sorted { $0.count > $1.count }

    /// The name behind a label: up to a bracket, a separator or the next handle ("Replying to @jo @ann"); in "in reply to SUBJECT by NAME" what follows the last "by".
    private static func name(in line: TextLine, _ range: Range<Int>, _ bytes: UnsafeBufferPointer<UInt8>) -> Range<Int>? {
        var tokens = LineToken.split(bytes, range)
        if let time = line.time, time.lowerBound > range.lowerBound { tokens = tokens.filter { $0.range.upperBound <= time.lowerBound } }
        if let by = tokens.lastIndex(where: { $0.folded == "by" || $0.folded == "von" || $0.folded == "par" || $0.folded == "por" }), by > 0, by + 1 < tokens.count {
            tokens.removeSubrange(...by)
        } else if tokens.count(where: { $0.kind == .word }) > 6 {
            return nil
        }
        // "#3 Jo": the number of the answered post, and who wrote it.
        while let first = tokens.first, first.kind == .mark {
            tokens.removeFirst()
            if first.folded == "#", tokens.count > 1, tokens[0].kind == .number { tokens.removeFirst() }
        }
        let all = tokens
        if let stop = tokens.firstIndex(where: { "(|·•»—–:#（,@".contains($0.folded) && $0.kind == .mark }) {
            // "(not verified)" is part of how a page words a name; "(Show comment)" is a button.
            let rest = tokens[stop...]
            let isButton = rest.contains { !$0.classes.isDisjoint(with: [.toggle, .comment, .action, .reply]) } || tokens[stop].folded != "("
            if isButton { tokens.removeSubrange(stop...) }
        }
        // "Kacper W." ends with an initial.
        while let last = tokens.last, last.kind == .mark, !")!*".contains(last.folded), !(last.folded == "." && tokens.dropLast().last?.range.count == 1) { tokens.removeLast() }
        guard let first = tokens.first, let last = tokens.last, all.contains(where: \.isUnknownWord) || first.kind == .number else { return nil }
        guard tokens.contains(where: { $0.isUnknownWord || $0.classes.contains(.role) }), tokens.count(where: { $0.kind == .word }) <= 6 else { return nil }
        return first.range.lowerBound..<last.range.upperBound
    }

    private static func position(of needle: [UInt8], in hay: [UInt8]) -> Int? {
        guard hay.count >= needle.count else { return nil }
        for start in 0...(hay.count - needle.count) where hay[start] == needle[0] {
            if hay[start..<start + needle.count].elementsEqual(needle) { return start }
        }
        return nil
    }

    private static func trim(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Range<Int> {
        var end = range.upperBound
        while end > range.lowerBound, bytes[end - 1] <= 0x20 || bytes[end - 1] == 0x3A || bytes[end - 1] == 0x7C || bytes[end - 1] == 0x2C { end -= 1 }
        return range.lowerBound..<end
    }

    private static func countGaps(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int {
        var gaps = 0
        for index in range where bytes[index] == 0x20 { gaps += 1 }
        return gaps
    }
}
