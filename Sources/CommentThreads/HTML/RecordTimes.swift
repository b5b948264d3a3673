internal import DiscourseModel
internal import Markup
internal import TimeExpressions

/// When a record says it was posted.
extension RecordReader {
    func time(_ record: Int, _ own: [Int], body: Int?, quotes: NodeSpans, into result: ReadRecord) -> Int? {
        if let selector = platform?.time {
            let matching = own.filter { document.isElement($0) && selector.matches($0, in: document) }
            if let node = matching.first(where: { signals.timeCount(document.subtree($0)) > 0 }) ?? matching.first {
                let inside = signals.times(in: document.subtree(node))
                let best = inside.max { rank($0.time) < rank($1.time) }
                result.time = best?.time.timestamp
                let line = document.line(node)
                result.timeText = line.isEmpty ? document.attribute(node, .datetime) ?? document.attribute(node, .title) : line
                return node
            }
        }
        var best: (node: Int, score: Int, time: TimeExpression)?
        for (node, time) in signals.times(in: region(record)) {
            if quotes.contains(node) || isInNested(node, record) { continue }
            if let body, document.contains(body, node), !isNearTop(node, body), !isInMetaLine(node, body) { continue }
            let element = document.isText(node) ? document.parent(node) ?? node : node
            let hints = signals.hints[element]
            var score = rank(time)
            if document.name(node) == .time { score += 3 }
            if hints.contains(.time) { score += 2 }
            if document.name(element) == .a { score += 1 }
            if !hints.isDisjoint(with: [.signature, .profile, .badge]) { score -= 3 }
            if document.isText(node) {
                let size = signals.textSize(node..<node + 1)
                // A date in running prose is somebody's topic.
                if size > time.range.count + 60, !opensText(node, time) { score -= 5 }
            }
            // "Joined 3 Feb 2015": since when there is such a person.
            if score >= best?.score ?? -3, followsProfileLabel(node, record) { score -= 6 }
            if template.time != nil, kind(element) == template.time { score += 5 }
            if score > (best?.score ?? -3) { best = (node, score, time) }
        }
        guard let best else { return unreadTime(record, quotes, into: result) }
        result.time = best.time.timestamp
        let element = document.isText(best.node) ? document.parent(best.node) ?? best.node : best.node
        if document.isText(best.node) {
            let bytes = document.textBytes(best.node)
            result.timeText = String(decoding: bytes.dropFirst(best.time.range.lowerBound).prefix(best.time.range.count), as: UTF8.self)
        } else {
            let line = document.line(best.node)
            result.timeText = line.isEmpty ? document.attribute(best.node, .datetime) ?? document.attribute(best.node, .title) : line
        }
        // In a signature the time's own text is all that says it: the element around it is the comment's paragraph.
        if stretches[record]?.signature?.contains(best.node) ?? false { return best.node }
        if element != record || ends[record] != nil, isInside(record, element), element != body, isSmall(element) { return element }
        return best.node
    }

    /// Whether a text begins with a time that a mark parts from what follows: "<b>Jo</b>, 3 May 2024: We took the ferry."
    private func opensText(_ node: Int, _ time: TimeExpression) -> Bool {
        let bytes = document.textBytes(node)
        func isMark(_ byte: UInt8) -> Bool { byte < 0x80 && byte &- 0x30 >= 10 && (byte | 0x20) &- 0x61 >= 26 }
        guard bytes.prefix(time.range.lowerBound).allSatisfy(isMark), let next = bytes.dropFirst(time.range.upperBound).first(where: { $0 > 0x20 }) else { return false }
        return ":)]|-".utf8.contains(next) || next == 0xE2
    }

    /// A `<time>` that holds no time that exists ("31/02/2024 25:61") is kept as it stands.
    private func unreadTime(_ record: Int, _ quotes: NodeSpans, into result: ReadRecord) -> Int? {
        let node = region(record).first { document.name($0) == .time && isSmall($0) && !quotes.contains($0) && !isInNested($0, record) }
        guard let node else { return nil }
        let line = document.line(node)
        result.timeText = line.isEmpty ? document.attribute(node, .datetime) ?? document.attribute(node, .title) : line
        return node
    }

    /// Whether the text before a time says that it is that of a person: "Member since:".
    private func followsProfileLabel(_ node: Int, _ record: Int) -> Bool {
        if document.isText(node), let time = signals.times(in: node..<node + 1).first?.time, Labels.opensProfile(document.textBytes(node).prefix(time.range.lowerBound)) { return true }
        let before = (max(record, node - 6)..<node).reversed().first { document.isText($0) && signals.textSize($0..<$0 + 1) > 0 }
        return before.map { Labels.opensProfile(document.textBytes($0)) } ?? false
    }

    func rank(_ time: TimeExpression) -> Int {
        (time.timestamp?.hour != nil ? 3 : 0) + (time.timestamp != nil ? 1 : 0) + (time.isRelative ? 0 : 1)
    }

    func isSmall(_ node: Int) -> Bool { signals.textSize(document.subtree(node)) <= 80 }

    /// Whether a node stands in the first few words of an element.
    func isNearTop(_ node: Int, _ element: Int) -> Bool { signals.textSize(element..<node) <= 60 }

    /// Whether a node stands in a short line that is named for who and when, wherever in the element.
    func isInMetaLine(_ node: Int, _ element: Int) -> Bool {
        for ancestor in document.ancestors(node).prefix(3) {
            if ancestor <= element { return false }
            if !signals.hints[ancestor].isDisjoint(with: [.meta, .time]) || (signals.hints[ancestor].contains(.author) && signals.timeCount(document.subtree(ancestor)) > 0) {
                return signals.textSize(document.subtree(ancestor)) <= 140
            }
            if closes(ancestor, element) { return true }
        }
        return false
    }

    /// Whether a line of nothing but a name and a time is the last one of an element.
    private func closes(_ line: Int, _ element: Int) -> Bool {
        let nodes = document.subtree(line)
        let size = signals.textSize(nodes)
        return Flow(document.name(line)) != .inline && size <= 140 && size - signals.metaTextSize(nodes) <= 24 && signals.timeCount(nodes) == 1 && signals.nameCount(nodes) == 1
            && signals.textSize(nodes.upperBound..<document.end(element)) <= 40
    }

    func isInNested(_ node: Int, _ record: Int) -> Bool {
        for ancestor in document.ancestors(node) {
            if ancestor == record || ancestor < record { return false }
            if records.contains(ancestor) { return true }
        }
        return false
    }

}
