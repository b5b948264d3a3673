import Markup

/// Comments that are items of a list and show no time: bullets at one column, the words indented below.
///
/// A list of links or points looks much the same, so something must speak for comments: a heading just above, "in reply to" in an item,
/// names with a web address, buttons to reply, or portraits' texts that open many items.
struct BulletRecords {
    let document: TextDocument
    let lines: [TextLine]

    struct Found {
        var records: [TextRecord]
        var heading: Int?
        var recurrence: Recurrence
    }

    func best() -> Found? {
        var best: Found?, bestScore = 0.0, index = 0
        while index < lines.count {
            guard document.lines[index].bullet != .none else {
                index += 1
                continue
            }
            let block = block(from: index)
            if let (found, score) = judge(block), score > bestScore { (best, bestScore) = (found, score) }
            index = block.upperBound
        }
        return best
    }

    /// The list that begins at a bullet: items at its column and all that is indented below them.
    private func block(from start: Int) -> Range<Int> {
        let column = document.lines[start].indent
        var end = start + 1
        while end < lines.count {
            let line = document.lines[end]
            guard line.indent > column || (line.bullet != .none && line.indent == column) else { break }
            end += 1
        }
        return start..<end
    }

    private func judge(_ block: Range<Int>) -> (Found, Double)? {
        let column = document.lines[block.lowerBound].indent
        let heading = heading(before: block.lowerBound)
        let top = block.filter { document.lines[$0].bullet != .none && document.lines[$0].indent == column }
        guard top.count >= 2 || heading != nil else { return nil }
        let anchors = items(in: block, column: column)
        let recurrence = Recurrence(lines: lines, anchors: anchors, region: block)
        var records: [TextRecord] = []
        var labelled = 0, linked = 0, named = 0, acting = 0, portraits = 0, talking = 0, words = 0
        for (position, anchor) in anchors.enumerated() {
            let end = position + 1 < anchors.count ? anchors[position + 1] : block.upperBound
            let header = ItemHeader(document: document, lines: lines, range: anchor..<end, recurrence: recurrence)
            if header.target != nil { labelled += 1 }
            if lines[anchor].has(.linkedName) { linked += 1 }
            if header.name != nil { named += 1 }
            if lines[anchor].has(.alt) { portraits += 1 }
            if (header.body..<end).contains(where: { lines[$0].has(.acts) }) { acting += 1 }
            let said = (header.body..<end).reduce(0) { $0 + (lines[$1].isFurniture ? 0 : lines[$1].words) }
            if said >= 2, header.name != nil || portraits > 0 || said >= 8 { talking += 1 }
            words += said
            records.append(
                TextRecord(anchor: anchor, lines: anchor..<end, body: header.body..<end, name: header.name, target: header.target, indent: document.lines[anchor].indent))
        }
        let count = Double(anchors.count)
        var evidence = heading == nil ? 0 : 1.0
        evidence += labelled > 0 ? 1 : 0
        evidence += Double(linked) >= 0.3 * count ? 1 : 0
        evidence += Double(acting) >= 0.5 * count && Double(named) >= 0.5 * count ? 0.5 : 0
        evidence += Double(portraits) >= 0.3 * count ? 0.5 : 0
        guard evidence >= 1, Double(talking) >= 0.6 * count, Double(words) >= 5 * count, Double(named + portraits) >= 0.5 * count else { return nil }
        return (Found(records: records, heading: heading, recurrence: recurrence), evidence * evidence * count.squareRoot())
    }

    /// Items at the list's own column, and nested ones that open as items do (a name above indented words).
    private func items(in block: Range<Int>, column: Int) -> [Int] {
        block.filter { index in
            let line = document.lines[index]
            guard line.bullet != .none else { return false }
            if line.indent == column { return true }
            let next = index + 1
            return next < block.upperBound && document.lines[next].bullet == .none && document.lines[next].indent >= line.textIndent
                && (lines[index].isNameLike || lines[index].has([.linkedName, .alt])) && lines[next].words > 0
        }
    }

    private func heading(before start: Int) -> Int? {
        var index = start - 1, steps = 0
        while index >= 0, steps < 6 {
            if lines[index].has(.opensSection) { return index }
            if lines[index].has([.prose, .endsSection]) { return nil }
            (index, steps) = (index - 1, steps + 1)
        }
        return nil
    }
}

/// The header of a list item: a portrait's text, then a name or "X in reply to Y".
struct ItemHeader {
    var name: Range<Int>?
    var target: String?
    /// The first line after the header.
    var body: Int

    init(document: TextDocument, lines: [TextLine], range: Range<Int>, recurrence: Recurrence) {
        body = range.lowerBound
        while body < range.upperBound - 1, lines[body].has(.alt) || (recurrence.isFurniture(body) && !lines[body].has(.linkedName)) { body += 1 }
        let label = document.bytes.withUnsafeBufferPointer { ReplyLabel.find(in: lines[body], $0, document.lines[body].range) }
        if let label, !lines[body].has(.prose) || body + 1 < range.upperBound {
            name = label.before.isEmpty ? nil : label.before
            target = document.text(label.target)
            body += 1
        } else if body + 1 < range.upperBound, lines[body].isNameLike || lines[body].has(.linkedName) {
            name = lines[body].wholeName
            body += 1
        }
    }
}
