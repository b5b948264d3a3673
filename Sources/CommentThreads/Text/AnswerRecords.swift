import Markup

/// The question, the answers and the remarks of a question page, whose words are signed below: "asked May 6 at 10:20", "answered 2 hours ago".
///
/// Under each of them stand remarks with a time of their own ("Jo 3 May 2024", "commented May 7 by Jo"), before the words of the next answer.
struct AnswerRecords {
    let document: TextDocument
    let lines: [TextLine]

    /// `nil` where the page has no such signatures: an answer's and the question's, or those of two answers.
    func find() -> [TextRecord]? {
        let signed = lines.indices.filter { lines[$0].signsAnswer }
        let answers = signed.filter { !lines[$0].signsQuestion }
        guard let first = answers.first, let last = answers.last else { return nil }
        let question = signed.last { $0 < first && lines[$0].signsQuestion }
        let anchors = (question.map { [$0] } ?? []) + signed.filter { $0 >= first && $0 <= last && !lines[$0].signsQuestion }
        guard anchors.count >= 2, zip(anchors, anchors.dropFirst()).allSatisfy({ words($0 + 1..<$1) >= 4 }) else { return nil }
        return split(anchors, hasQuestion: question != nil)
    }

    private func words(_ range: Range<Int>) -> Int { range.reduce(0) { $0 + (lines[$1].isFurniture ? 0 : lines[$1].words) } }

    private func split(_ anchors: [Int], hasQuestion: Bool) -> [TextRecord] {
        var records: [TextRecord] = []
        var start = questionStart(anchors[0])
        for (position, anchor) in anchors.enumerated() {
            let signature = signature(anchor)
            var record = TextRecord(anchor: anchor, lines: start..<signature.end, body: bodyStart(start, anchor)..<anchor, name: signature.name)
            if hasQuestion, position > 0 { record.answers = 0 }
            records.append(record)
            let limit = position + 1 < anchors.count ? anchors[position + 1] : end(after: signature.end)
            start = addRemarks(signature.end..<limit, on: records.count - 1, to: &records)
        }
        return records
    }

    /// The words above the first signature, up to what is furniture again.
    private func questionStart(_ anchor: Int) -> Int {
        var index = anchor - 1
        let low = max(0, anchor - 200)
        while index > low, !lines[index].has(.prose) { index -= 1 }
        while index > low, !lines[index - 1].isFurniture, !lines[index - 1].has([.unposted, .postTime, .opensSection]) { index -= 1 }
        return max(index, 0)
    }

    /// Behind the furniture and the heading that may stand above the words.
    private func bodyStart(_ start: Int, _ anchor: Int) -> Int {
        guard let prose = (start..<max(start, anchor)).first(where: { lines[$0].has(.prose) || lines[$0].words >= 8 }) else { return min(start, anchor) }
        return ((start..<prose).last { lines[$0].isFurniture || lines[$0].has(.opensSection) } ?? start - 1) + 1
    }

    /// Whose signature it is, and where it ends: the name stands in the line or below it, and the person's score below that.
    private func signature(_ anchor: Int) -> (name: Range<Int>?, end: Int) {
        if let name = InlineName.find(in: lines[anchor]) { return (name, anchor + 1) }
        var index = anchor + 1
        while index < lines.count, index - anchor <= 3, lines[index].isFurniture { index += 1 }
        guard index < lines.count, lines[index].isNameLike, let name = lines[index].wholeName else { return (nil, anchor + 1) }
        let isScored = index + 1 < lines.count && lines[index + 1].words <= 8 && lines[index + 1].tokens.first?.kind == .number && !lines[index + 1].has(.prose)
        return (name, index + (isScored ? 2 : 1))
    }

    /// Remarks are told by times of their own; a time that is shown twice, in lines that follow each other, is one.
    private func addRemarks(_ range: Range<Int>, on answered: Int, to records: inout [TextRecord]) -> Int {
        var start = range.lowerBound
        for anchor in range where lines[anchor].has(.postTime) && !lines[anchor].signsAnswer {
            if anchor + 1 < range.upperBound, lines[anchor + 1].has(.postTime) { continue }
            guard anchor - start <= 40, words(start..<anchor) >= 2 else { continue }
            var name = InlineName.find(in: lines[anchor]), top = anchor
            if name == nil {
                while top > start + 1, anchor - top < 3, lines[top].time != nil { top -= 1 }
                name = lines[top].isNameLike ? lines[top].wholeName : nil
                if name == nil { top = anchor }
            }
            while top > start, lines[top - 1].time != nil { top -= 1 }
            var record = TextRecord(anchor: anchor, lines: start..<anchor + 1, body: start..<top, name: name)
            record.answers = answered
            records.append(record)
            start = anchor + 1
        }
        return start
    }

    private func end(after start: Int) -> Int {
        (start..<lines.count).first { lines[$0].has(.endsSection) || lines[$0].isTeaser && lines[$0].has(.opensSection) } ?? lines.count
    }
}

extension TextLine {
    /// "asked May 6 at 10:20", "answered 2 hours ago": the verb of a question page, then the time at once.
    var signsAnswer: Bool {
        guard time != nil, tokens.count <= 12, let verb = tokens.first, Vocabulary.answerVerbs.contains(verb.folded) || signsQuestion else { return false }
        return tokens.dropFirst().first { !$0.classes.contains(.glue) }?.kind == .time
    }

    /// The same for the question itself.
    var signsQuestion: Bool { tokens.first.map { Vocabulary.questionVerbs.contains($0.folded) } ?? false }
}
