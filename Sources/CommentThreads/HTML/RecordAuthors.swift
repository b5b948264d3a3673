internal import DiscourseModel
internal import Markup
internal import TimeExpressions

/// Who a record says wrote it.
extension RecordReader {
    func author(
        _ record: Int, _ own: [Int], body: Int?, timeNode: Int?, quotes: NodeSpans, into result: ReadRecord
    ) -> Int? {
        if let signer = stretches[record]?.author {
            let name = Labels.nameAlone(document.line(signer))
            if !name.isEmpty { result.author = Author(name: name, profile: profileLink(signer)) }
            return signer
        }
        if let selector = platform?.author {
            for node in own where document.isElement(node) && selector.matches(node, in: document) && signals.textSize(document.subtree(node)) <= 120 {
                let name = Labels.nameAlone(authorLine(node, timeNode: timeNode))
                guard isName(name) else { continue }
                result.author = Author(name: name, profile: profileLink(node), badges: badges(own, behind: node))
                return node
            }
        }
        for attribute in authorAttributes {
            guard let name = document.attribute(record, attribute).map(Labels.stripAuthor), isName(name) else { continue }
            result.author = Author(name: name, badges: badges(own))
            // The name stands in the record as words, too: those are no part of the text.
            return own.first { document.isElement($0) && signals.textSize(document.subtree($0)) <= name.utf8.count + 4 && document.line($0) == name }
        }
        let usual = usualAuthor(own)
        var best: (node: Int, score: Int, name: String)?
        for node in own where document.isElement(node) {
            let hints = signals.hints[node]
            let tag = document.name(node)
            let isNamed = hints.contains(.author) || tag == .cite
            guard isNamed || node == usual || tag == .b || tag == .strong || tag == .a || tag == .h3 || tag == .h4 || tag == .h5 else { continue }
            let size = signals.textSize(document.subtree(node))
            guard size >= 1, size <= 80, !quotes.contains(node) else { continue }
            if let body, document.contains(body, node), body != record, !(isNamed && isNearTop(node, body)), !isInMetaLine(node, body) { continue }
            var score = 0
            if hints.contains(.exactName) { score += 6 }
            if hints.contains(.profile) { score += 4 }
            if tag == .cite { score += 4 }
            if hints.contains(.author) { score += 3 }
            if tag == .a { score += 1 }
            if !isNamed { score -= tag == .a ? 2 : 1 }
            if !hints.isDisjoint(with: [.avatar, .badge]) { score -= 4 }
            if hints.contains(.body), !hints.contains(.exactName) { score -= 6 }
            if !hints.isDisjoint(with: [.action, .vote, .signature]), !hints.contains(.exactName) { score -= 4 }
            if signals.textSize(record..<node) > 80 { score -= 2 }
            if document.contains(node, timeNode ?? -1) { score -= 2 }
            // One letter in place of a picture; "@Jo" in an answer is whom it answers.
            if size == 1 { score -= 6 }
            if isAddress(node) { score -= 6 }
            if template.author != nil, kind(node) == template.author { score += 5 }
            guard score > (best?.score ?? -2) else { continue }
            let name = Labels.nameAlone(authorLine(node, timeNode: timeNode))
            // An element named for nothing but the name may hold any: there are people called "spam" and "link", and names that are a sentence.
            let isOnlyName = hints.contains(.exactName) || (tag == .cite || hints.contains(.author) && tag == .a) && !Labels.isAction(name)
            guard isName(name) || isOnlyName && (1...80).contains(name.utf8.count) && !Labels.isAffix(name), !(score < 3 && isTime(node)) else { continue }
            best = (node, score, name)
        }
        if best.map({ $0.score < 3 }) ?? true, let names = template.names, let node = own.first(where: { $0 != record && signals.textSize(document.subtree($0)) <= 80 && document.isElement($0) && kind($0) == names && isName(Labels.nameAlone(document.line($0))) }) {
            let name = Labels.nameAlone(authorLine(node, timeNode: timeNode))
            if isName(name) {
                result.author = Author(name: name, profile: profileLink(node), badges: badges(own, behind: node))
                return node
            }
        }
        // A name that stands beside the time is surer than a bold word or a link that nothing calls an author.
        if best.map({ $0.score < 3 }) ?? true, let timeNode, let beside = nameBeside(timeNode, record), !quotes.contains(beside.node) {
            let holder = best.flatMap { $0.name == beside.name ? $0.node : nil } ?? (beside.node == beside.time ? timeNode : nameElement(beside.node, record))
            result.author = Author(name: beside.name, profile: profileLink(holder), badges: badges(own, behind: holder))
            return holder
        }
        if let best, best.score >= 0 {
            result.author = Author(name: best.name, profile: profileLink(best.node), badges: badges(own, behind: best.node))
            return best.node
        }
        if best == nil, let (node, name) = introduced(own, body, timeNode) {
            result.author = Author(name: name, profile: profileLink(node), badges: badges(own, behind: node))
            return node
        }
        // "Posted by: X | 5 May": the words beside the time.
        if let timeNode, let (node, name) = besideTime(timeNode, record) {
            result.author = Author(name: name, profile: profileLink(node), badges: badges(own, behind: node))
            return node
        }
        if let best {
            result.author = Author(name: best.name, profile: profileLink(best.node), badges: badges(own, behind: best.node))
            return best.node
        }
        if let timeNode, let number = postNumber(beside: timeNode) {
            result.isNumbered = true
            return number
        }
        if template.hasNamedPictures, let picture = own.first(where: { document.name($0) == .img && document.attribute($0, .alt).flatMap(Labels.pictured) != nil }) {
            result.author = document.attribute(picture, .alt).flatMap(Labels.pictured).map { Author(name: $0, profile: profileLink(picture), badges: badges(own)) }
            return picture
        }
        return nil
    }

    /// The record's element of the kind that names who wrote most; `nil` where it has none, or several.
    private func usualAuthor(_ own: [Int]) -> Int? {
        guard let usual = template.author, platform == nil else { return nil }
        let found = own.lazy.filter { document.isElement($0) && kind($0) == usual }.prefix(2)
        return found.count == 1 ? found.first : nil
    }

    /// "X said:" or "Comment from: X" on a line of its own above the text. The words that follow the name vouch for it, however long it is.
    private func introduced(_ own: [Int], _ body: Int?, _ timeNode: Int?) -> (Int, String)? {
        guard let first = own.first(where: { document.isText($0) && signals.textSize($0..<$0 + 1) > 0 && $0 < body ?? .max }) else { return nil }
        // "Comment from: <b>X</b>"
        if document.textBytes(first).withUnsafeBufferPointer(Labels.introducesAuthor), Labels.isAffix(document.plainText(first)),
            let next = own.first(where: { $0 > first && document.isText($0) && signals.textSize($0..<$0 + 1) > 0 }), next < body ?? .max
        {
            let name = Labels.nameAlone(document.plainText(next))
            if isName(name) { return (next, name) }
        }
        for holder in [first] + document.ancestors(first).prefix(3) where holder == first || own.contains(holder) {
            guard signals.textSize(document.subtree(holder)) <= 100 else { return nil }
            let line = document.isText(holder) ? document.plainText(holder) : document.line(holder) { $0 == timeNode }
            if let name = Labels.speaker(line), (1...80).contains(name.utf8.count), !Labels.isAffix(name) { return (holder, name) }
        }
        return nil
    }

    /// The name that stands beside the record's time.
    func nameBeside(_ timeNode: Int, _ record: Int) -> NamesBesideTimes.Entry? {
        for (node, _) in signals.times(in: document.subtree(timeNode)) {
            guard var entry = signals.names.beside(node) else { continue }
            // The name above belongs to the record before: this one has its own behind the time.
            if entry.node < record, let next = signals.names.behind(node, document, signals.hidden) { entry = next }
            if isInside(record, entry.node), !isInNested(entry.node, record), !isCount(entry.name), !isPostNumber(entry.name) { return entry }
        }
        return nil
    }

    /// The element that holds a name and nothing else; the text itself where there is none.
    private func nameElement(_ text: Int, _ record: Int) -> Int {
        var holder = text
        while let parent = document.parent(holder), isInside(record, parent), parent != record,
            signals.textSize(document.subtree(parent)) == signals.textSize(document.subtree(text))
        {
            holder = parent
        }
        return holder
    }

    /// Whether an element's words begin with `@`.
    private func isAddress(_ node: Int) -> Bool {
        guard let text = firstText(in: node) else { return false }
        return document.textBytes(text).first { $0 > 0x20 } == 0x40
    }

    func authorLine(_ node: Int, timeNode: Int?) -> String {
        // "Name", and on a line below what else there is to say of the person: fans, a handle, a motto.
        let below = document.subtree(node).first { Flow(document.name($0)) != .inline && document.isElement($0) && signals.textSize(node..<$0) > 0 }
        let first = authorLine(node, timeNode: timeNode, below: below)
        return below == nil || isName(Labels.nameAlone(first)) ? first : authorLine(node, timeNode: timeNode, below: nil)
    }

    private func authorLine(_ node: Int, timeNode: Int?, below: Int?) -> String {
        document.line(node) { inner in
            inner == timeNode || inner >= below ?? .max
                || inner != node && isIdleColumn(inner)
                // "<a>Jo Marsh</a><a>@jo</a>": the handle beside the name.
                || inner != node && document.isElement(inner) && isAddress(inner) && signals.textSize(node..<inner) > 0
                || (inner != node && document.isElement(inner)
                    && (!signals.hints[inner].isDisjoint(with: [.badge, .hiddenText, .time, .action]) || document.name(inner) == .button)
                    && !signals.hints[inner].contains(.exactName))
        }
    }

    func isTime(_ node: Int) -> Bool { signals.timeCount(document.subtree(node)) > 0 }

    /// Whether a text can be a name: short, with a letter, and no button.
    func isName(_ text: String) -> Bool {
        guard !text.isEmpty, text.utf8.count <= 80, text.hasLetter || text.hasNumber else { return false }
        if let label = LabelTable.hash(of: text) {
            if text.utf8.count <= 60 && Labels.isAction(label) || Labels.isAffix(label) { return false }
        } else if text.utf8.count <= 60 {
            return false
        }
        if isClock(text) || isPostNumber(text) || text.utf8.contains(0x3A) && text.contains("://") || text.utf8.contains(0xE2) && text.contains(where: RecordReader.bullets.contains) { return false }
        return text.wordCount <= 7 && !text.hasSuffix("?")
    }

    /// Signs that open a title, and no name.
    private static let bullets: Set<Character> = ["■", "□", "●", "○", "◆", "◇"]

    /// A time of day and at most a word or two with it: "at 2:23 pm".
    private func isClock(_ text: String) -> Bool {
        var text = text
        return text.withUTF8 { bytes in
            guard bytes.count < 24, let colon = bytes.firstIndex(of: 0x3A), colon > 0, colon + 2 < bytes.count else { return false }
            let isDigit = { (byte: UInt8) in (0x30...0x39).contains(byte) }
            return isDigit(bytes[colon - 1]) && isDigit(bytes[colon + 1]) && isDigit(bytes[colon + 2]) && bytes.count { $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A } <= 4
        }
    }

    /// The number that a board gives a post, beside its time.
    private func postNumber(beside timeNode: Int) -> Int? {
        (document.end(timeNode)..<min(document.end(timeNode) + 6, document.count)).first { document.isText($0) && isPostNumber(document.plainText($0)) }
    }

    /// "No.5100"
    private func isPostNumber(_ text: String) -> Bool { text.hasPrefix("No.") && text.hasNumber && text.dropFirst(3).allSatisfy { $0.isNumber || $0 == " " } }

    /// "Reader comments (12)".
    private func isCount(_ text: String) -> Bool { text.utf8.contains { (0x30...0x39).contains($0) } && CommentCount.read(text) != nil }

    /// "Posted by: X | 5 May": the words that stand with the time, in its own element or in the line around it.
    func besideTime(_ timeNode: Int, _ record: Int) -> (Int, String)? {
        if let name = name(inLine: wordsAround(timeNode)) { return (timeNode, name) }
        var line = timeNode
        for _ in 0..<2 {
            guard let parent = document.parent(line), isInside(record, parent), parent != record || ends[record] != nil else { return nil }
            if signals.textSize(document.subtree(parent)) > 140 || hasParagraph(parent, besides: line) { return nil }
            line = parent
            let words = document.line(line, excluding: { $0 == timeNode || ($0 != line && document.isElement($0) && isFurniture($0, record: record)) })
            if let name = name(inLine: words) { return (line, name) }
        }
        return nil
    }

    func name(inLine words: String) -> String? {
        let name = Labels.nameBeforeTime(words)
        return isName(name) && !NamesBesideTimes.smallWords.contains(name.lowercased()) && !signals.names.labels.contains(name) ? name : nil
    }

    /// What stands before the time in its own text, else what stands behind it.
    func wordsAround(_ timeNode: Int) -> String {
        var before = "", after = "", isPast = false
        for node in document.subtree(timeNode) where document.isText(node) {
            let bytes = document.textBytes(node)
            if !isPast, let time = signals.times(in: node..<node + 1).first?.time {
                before += String(decoding: bytes.prefix(time.range.lowerBound), as: UTF8.self)
                after += String(decoding: bytes.dropFirst(time.range.upperBound), as: UTF8.self)
                isPast = true
            } else if isPast {
                after += String(decoding: bytes, as: UTF8.self)
            } else {
                before += String(decoding: bytes, as: UTF8.self)
            }
        }
        guard isPast else { return "" }
        let words = Labels.stripAuthor(before).isEmpty ? after : before
        return words.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// Whether an element holds a paragraph beside the given one: then it is more than a line.
    func hasParagraph(_ node: Int, besides line: Int) -> Bool {
        document.elements(node).contains { $0 != line && Flow(document.name($0)) == .paragraph && signals.textSize(document.subtree($0)) > 0 }
    }

    func profileLink(_ node: Int) -> String? {
        for inner in document.subtree(node) where document.name(inner) == .a { return document.attribute(inner, .href) }
        for ancestor in document.ancestors(node).prefix(2) where document.name(ancestor) == .a { return document.attribute(ancestor, .href) }
        return nil
    }

    func badges(_ own: [Int], behind name: Int? = nil) -> [String] {
        var badges: [String] = []
        for node in own where document.isElement(node) && signals.hints[node].contains(.badge) {
            let line = document.line(node)
            if (2...30).contains(line.utf8.count), !badges.contains(line), !Labels.isAction(line), line.hasLetter {
                badges.append(line)
            }
        }
        if let name { badges += roles(behind: name, own).filter { !badges.contains($0) } }
        return Array(badges.prefix(4))
    }

    /// Roles in words of their own close behind the name, in an element that nothing names for them.
    private func roles(behind name: Int, _ own: [Int]) -> [String] {
        var roles: [String] = []
        let end = document.end(name)
        for node in own where node >= end && node < end + 8 && document.isText(node) {
            guard let holder = document.parent(node), Flow(document.name(holder)) == .inline, document.name(holder) != .a,
                signals.textSize(node..<node + 1) == signals.textSize(document.subtree(holder))
            else { continue }
            let words = document.line(holder)
            if let label = LabelTable.hash(of: words), Labels.isRole(label) { roles.append(words) }
        }
        return roles
    }
}
