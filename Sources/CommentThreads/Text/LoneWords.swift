import Markup

/// Lines that hold nothing but a word of a header ("says:", "by", "on", "in reply to"), joined to the name or the time that they belong to: a tool gave each
/// piece of text of the page a line of its own.
struct LoneWords {
    /// The same text, in fewer lines.
    let document: TextDocument
    /// The lines of the whole text that each line is made of.
    private let wholes: [Range<Int>]
    private let whole: TextDocument

    init(_ whole: TextDocument) {
        self.whole = whole
        var wholes: [Range<Int>] = []
        wholes.reserveCapacity(whole.lines.count)
        var goesOn = false, answers = false
        whole.bytes.withUnsafeBufferPointer { bytes in
            for index in whole.lines.indices {
                let part = LoneWords.part(bytes, whole.lines[index].range)
                let next = index + 1 < whole.lines.count ? whole.lines[index + 1] : nil
                let isBetween = part == .between && LoneWords.isTime(bytes, next?.range)
                // "in reply to", "The ferry", "by", "Jo".
                let follows = part == .behind || isBetween || part == .before && answers
                if let above = wholes.last, goesOn || follows && LoneWords.takesMore(bytes, whole.lines[above.lowerBound], whole.lines[index - 1]) {
                    wholes[wholes.count - 1] = above.lowerBound..<index + 1
                } else {
                    wholes.append(index..<index + 1)
                    answers = false
                }
                if part == .answers { answers = true }
                let opens = part == .before || part == .answers || isBetween
                goesOn = opens && next.map { $0.range.count <= LoneWords.longest && $0.bullet == .none } ?? false
            }
        }
        self.wholes = wholes
        guard wholes.count < whole.lines.count else {
            document = whole
            return
        }
        var bytes = whole.bytes
        let lines = wholes.map { range in
            var line = whole.lines[range.lowerBound]
            for part in whole.lines[range.dropFirst()] {
                // Close together, with a blank between; what the white space between them took is blank behind them.
                bytes[line.end] = 0x20
                let moved = line.end + 1..<line.end + 1 + part.range.count
                bytes.replaceSubrange(moved, with: bytes[part.range])
                for at in max(moved.upperBound, part.start)..<part.end { bytes[at] = 0x20 }
                line.end = moved.upperBound
            }
            return line
        }
        document = TextDocument(bytes: bytes, lines: lines)
    }

    /// The lines of the whole text that claimed lines are made of.
    func claimed(_ joined: NodeSet) -> NodeSet {
        guard wholes.count < whole.lines.count else { return joined }
        var claimed = NodeSet(capacity: whole.lines.count)
        for (line, range) in wholes.enumerated() where joined.contains(line) { claimed.insert(range) }
        return claimed
    }

    /// The longest line that is a name or a time, in bytes.
    private static let longest = 60

    private enum Part {
        /// "says:": stands behind a name.
        case behind
        /// "by", "posted by": stands before a name.
        case before
        /// "on", "at": stands before a time.
        case between
        /// "In reply to": stands before the name of who is answered.
        case answers
    }

    private static let answers: Set<String> = Set(Vocabulary.plainReplyLabels.map(Folding.fold))

    private static func part(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Part? {
        guard range.count <= 24, range.count >= 2 else { return nil }
        var tokens = LineToken.split(bytes, range)
        if tokens.last?.folded == ":" { tokens.removeLast() }
        guard let first = tokens.first, tokens.count <= 4, tokens.allSatisfy({ $0.kind == .word && !$0.classes.isEmpty }) else { return nil }
        if answers.contains(tokens.map(\.folded).joined(separator: " ")) { return .answers }
        guard tokens.allSatisfy({ !$0.classes.isDisjoint(with: [.says, .by, .posted, .glue]) }) else { return nil }
        if tokens.contains(where: { $0.classes.contains(.says) && !$0.classes.contains(.posted) }) { return .behind }
        if let last = tokens.last, last.classes.contains(.by), tokens.count == 1 || tokens.contains(where: { $0.classes.contains(.posted) }) { return .before }
        return tokens.count == 1 && first.classes == .glue ? .between : nil
    }

    /// A short line with a digit.
    private static func isTime(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>?) -> Bool {
        guard let range, range.count <= 40 else { return false }
        return bytes[range].contains { (0x30...0x39).contains($0) }
    }

    /// Whether lines are short, and end no sentence: a name or a time.
    private static func takesMore(_ bytes: UnsafeBufferPointer<UInt8>, _ first: TextDocument.Line, _ last: TextDocument.Line) -> Bool {
        let end = bytes[last.end - 1]
        return last.end - first.start <= longest && end != 0x2E && end != 0x21 && end != 0x3F && end != 0x3A
    }
}
