internal import DiscourseModel
internal import Markup
internal import TimeExpressions

/// What one record of the page says, before anything is known of the others.
struct ReadRecord: Sendable {
    var node: Int
    var author: Author?
    var time: Timestamp?
    var timeText: String?
    var text = ""
    var quoted: [QuotedPassage] = []
    var signature: String?
    var votes: Votes?
    var state = Comment.State.live
    var kind = Comment.Kind.comment
    var key: String?
    var permalink: String?
    var parentKey: String?
    /// Evidence by which `parentKey` is stated.
    var parentIsLink = false
    var targetName: String?
}

/// Reads author, time, text ... out of one record: by the platform's selectors where it has them, else by names, shapes and content.
///
/// The text is what is left of the record when its parts that are no words of the author are taken away.
struct RecordReader {
    let signals: Signals
    let platform: Platform?
    /// The records, to leave out those inside another.
    let records: NodeSet
    /// Where a record ends that is a stretch of siblings and not one element.
    let ends: [Int: Int]

    private var document: HTMLDocument { signals.document }

    func read(_ record: Int) -> ReadRecord {
        var result = ReadRecord(node: record)
        let own = ownNodes(record)
        let body = bodyElement(record, own)
        let quotes = quoteBoxes(own)
        var out = NodeSpans()
        if ends[record] != nil {
            // The stretches of the answers that lie inside this one.
            var node = record + 1
            while node < region(record).upperBound {
                if records.contains(node) { out.insert(region(node)) }
                node = records.contains(node) ? max(node + 1, region(node).upperBound) : node + 1
            }
        }
        for quote in quotes {
            result.quoted.append(quote.passage)
            out.insert(document.subtree(quote.node))
        }
        let timeNode = time(record, own, body: body, quotes: out, into: &result)
        let authorNode = author(record, own, body: body, timeNode: timeNode, quotes: out, into: &result)
        readKeys(record, own, timeNode: timeNode, into: &result)
        readParent(record, own, body: body, into: &result)
        readState(record, own, into: &result)
        for node in own where isFurniture(node, record: record) { out.insert(document.subtree(node)) }
        readVotes(own, body: body, into: &result)
        if let signature = own.first(where: { signals.hints[$0].contains(.signature) && document.isElement($0) }) {
            result.signature = document.plainText(signature)
            out.insert(document.subtree(signature))
        }
        let marks = out
        for node in [authorNode, timeNode].compactMap({ $0 }) {
            out.insert(document.subtree(metaLine(around: node, record: record, out: marks, marks: [authorNode, timeNode].compactMap { $0 })))
        }
        let except: (Int) -> Bool = { out.contains($0) || (records.contains($0) && $0 != record) }
        result.text = words(body, record, excluding: except)
        if result.text.isEmpty, body == nil {
            // A line that seemed to be all labels held the comment, too.
            var less = marks
            for node in [authorNode, timeNode].compactMap({ $0 }) { less.insert(document.subtree(node)) }
            result.text = words(nil, record, excluding: { less.contains($0) || (records.contains($0) && $0 != record) })
        }
        return result
    }

    private func words(_ body: Int?, _ record: Int, excluding: (Int) -> Bool) -> String {
        if let body { return document.plainText(body, excluding: excluding) }
        guard let end = ends[record] else { return document.plainText(record, excluding: excluding) }
        return document.plainText(of: sequence(first: record) { let next = document.end($0); return next < end ? next : nil }, excluding: excluding)
    }

    /// The record with all in it.
    private func region(_ record: Int) -> Range<Int> { record..<(ends[record] ?? document.end(record)) }

    private func isInside(_ record: Int, _ node: Int) -> Bool { region(record).contains(node) }

    /// The record's nodes without hidden ones and without the records inside it.
    private func ownNodes(_ record: Int) -> [Int] {
        var nodes: [Int] = []
        let isFlat = ends[record] != nil
        var node = isFlat ? record : record + 1
        let end = region(record).upperBound
        while node < end {
            if node != record, records.contains(node) {
                node = max(node + 1, region(node).upperBound)
                continue
            }
            if signals.hidden.contains(node), document.name(node) != .input {
                node = document.end(node)
                continue
            }
            nodes.append(node)
            node += 1
        }
        return nodes
    }

    // MARK: Text

    /// The element that holds the words, where one is named for that and holds nearly all of them.
    private func bodyElement(_ record: Int, _ own: [Int]) -> Int? {
        if let selector = platform?.body {
            if let found = own.first(where: { document.isElement($0) && selector.matches($0, in: document) }) { return found }
        }
        var best: (node: Int, size: Int)?
        let whole = signals.textSize(region(record))
        for node in own where document.isElement(node) {
            let hints = signals.hints[node]
            guard hints.contains(.body), hints.isDisjoint(with: [.meta, .avatar, .signature, .author, .vote]) else { continue }
            let size = signals.textSize(document.subtree(node)) - signals.linkTextSize(document.subtree(node)) / 2
            // An inner element named for the text is the more exact, while it holds as much.
            if let current = best {
                if document.contains(current.node, node) ? size * 10 >= current.size * 6 : size > current.size { best = (node, size) }
            } else {
                best = (node, size)
            }
        }
        guard let best, best.size * 20 >= whole || best.size >= 2 else { return nil }
        // It must not be the header: most of the prose outside of it means the name misleads.
        let inside = signals.textSize(document.subtree(best.node))
        return inside * 5 >= (whole - inside) || inside >= 40 ? best.node : nil
    }

    private func quoteBoxes(_ own: [Int]) -> [(node: Int, passage: QuotedPassage)] {
        var boxes: [(node: Int, passage: QuotedPassage)] = []
        for node in own where document.isElement(node) {
            if let last = boxes.last, document.contains(last.node, node) { continue }
            guard let passage = quote(node) else { continue }
            boxes.append((node, passage))
        }
        return boxes
    }

    /// A quote box that says whom it repeats. One that does not is part of the text: it may quote anything.
    private func quote(_ node: Int) -> QuotedPassage? {
        let isPlatformQuote = platform?.quote?.matches(node, in: document) ?? false
        let name = document.name(node)
        guard isPlatformQuote || name == .blockquote || (signals.hints[node].contains(.quote) && (name == .div || name == .aside || name == .table))
        else { return nil }
        var passage = QuotedPassage(text: "", at: 0)
        for attribute in ["data-author", "data-username", "data-quote", "data-ipsquote-username"] {
            if passage.author == nil { passage.author = document.attribute(node, named: attribute).flatMap { $0.isEmpty ? nil : $0 } }
        }
        for attribute in ["data-ipsquote-contentcommentid", "data-post", "data-source", "data-post-id", "data-pid"] {
            if passage.key == nil { passage.key = document.attribute(node, named: attribute).flatMap(lastNumber) }
        }
        var heading: Int?
        for inner in document.subtree(node).dropFirst() where document.isElement(inner) {
            let hints = signals.hints[inner]
            guard document.name(inner) == .cite || hints.contains(.quote) || hints.contains(.title) || document.name(inner) == .strong else { continue }
            let line = document.line(inner)
            guard line.utf8.count <= 120, let author = quotedAuthor(line, isCite: document.name(inner) == .cite) else { continue }
            if passage.author == nil { passage.author = author }
            heading = inner
            for link in document.subtree(inner) where document.name(link) == .a && passage.key == nil {
                passage.key = document.attribute(link, .href).flatMap(fragmentNumber)
            }
            break
        }
        guard isPlatformQuote || passage.author != nil || passage.key != nil else { return nil }
        passage.text = document.plainText(node, excluding: { $0 == heading })
        return passage
    }

    /// "X wrote:", "Originally Posted by X", "X said:"; a `<cite>` may be the bare name.
    private func quotedAuthor(_ line: String, isCite: Bool) -> String? {
        let trimmed = line.hasSuffix(":") || isCite || line.lowercased().hasPrefix("originally posted by") || line.lowercased().hasPrefix("quote:")
        guard trimmed else { return nil }
        var text = line
        for start in ["Originally Posted by", "Originally posted by", "Quote:", "Quote from:", "Quote from"] where text.hasPrefix(start) {
            text = String(text.dropFirst(start.count))
        }
        let name = Labels.stripAuthor(text)
        return name.isEmpty || name.utf8.count > 60 ? nil : name
    }

    /// Buttons, forms, avatars, hidden labels.
    private func isFurniture(_ node: Int, record: Int) -> Bool {
        guard document.isElement(node) else { return false }
        if let furniture = platform?.furniture, furniture.matches(node, in: document) { return true }
        let name = document.name(node)
        if name == .form { return isInputForm(node) }
        if name == .button || name == .nav { return true }
        let hints = signals.hints[node]
        if hints.contains(.hiddenText) { return signals.textSize(document.subtree(node)) < 60 }
        let size = signals.textSize(document.subtree(node))
        if size == 0 { return name == .img || name == .iframe }
        guard size <= 60 else {
            // A row of buttons.
            return !hints.isDisjoint(with: [.action]) && hints.isDisjoint(with: [.comment, .body, .post]) && size <= 200
                && signals.linkTextSize(document.subtree(node)) * 10 >= size * 7 && name != .p
        }
        if hints.contains(.avatar), hints.isDisjoint(with: [.body]), size < 30, name != .p { return true }
        let isPart = name == .a || name == .span || name == .div || name == .li || name == .p || name == .small || name == .ul || name == .strong
            || name == .td || name == .em || name == .footer || name == .i || name == .b || name == .abbr
        guard isPart else { return false }
        if Labels.isAction(document.line(node)) { return name != .p || size <= 24 && signals.linkTextSize(document.subtree(node)) > 0 }
        if !hints.isDisjoint(with: [.action, .vote]), hints.isDisjoint(with: [.body]) {
            // Named for a button, and a link or without words of its own.
            let links = signals.linkTextSize(document.subtree(node))
            return links * 10 >= size * 6 || size <= 12
        }
        if name == .a, hints.contains(.reply) { return true }
        return hints.contains(.badge) && size <= 30 && name != .p && name != .div
    }

    /// A form to fill in; some platforms wrap a comment's own text in a form.
    private func isInputForm(_ node: Int) -> Bool {
        for inner in document.subtree(node) {
            if document.name(inner) == .textarea { return true }
            if document.name(inner) == .input, let type = document.attribute(inner, .type) { if type == "text" || type == "email" || type == "search" { return true } }
        }
        return signals.textSize(document.subtree(node)) < 40 && !document.subtree(node).contains { signals.hints[$0].contains(.body) }
    }

    /// The largest element around a name or a time that holds nothing but such things and a label or two.
    private func metaLine(around node: Int, record: Int, out: NodeSpans, marks: [Int]) -> Int {
        var line = node
        while let parent = document.parent(line), isInside(record, parent), parent != record || ends[record] != nil {
            if document.name(parent) == .body { break }
            var rest = 0, hasBlock = false
            var inner = parent + 1
            let end = document.end(parent)
            while inner < end {
                if records.contains(inner) { return line }
                if out.contains(inner) || marks.contains(inner) || signals.hidden.contains(inner) {
                    inner = document.end(inner)
                    continue
                }
                if document.isText(inner) {
                    rest += signals.textSize(inner..<inner + 1)
                } else if Flow(document.name(inner)) == .paragraph, !marks.contains(where: { document.contains(inner, $0) }),
                    signals.textSize(document.subtree(inner)) > 0
                {
                    hasBlock = true
                }
                inner += 1
            }
            if rest > 24 || hasBlock { break }
            line = parent
        }
        return line
    }

    // MARK: Time

    private func time(_ record: Int, _ own: [Int], body: Int?, quotes: NodeSpans, into result: inout ReadRecord) -> Int? {
        if let selector = platform?.time {
            let matching = own.filter { document.isElement($0) && selector.matches($0, in: document) }
            guard let node = matching.first(where: { signals.timeCount(document.subtree($0)) > 0 }) ?? matching.first else { return nil }
            let inside = signals.times(in: document.subtree(node))
            let best = inside.max { rank($0.time) < rank($1.time) }
            result.time = best?.time.timestamp
            let line = document.line(node)
            result.timeText = line.isEmpty ? document.attribute(node, .datetime) ?? document.attribute(node, .title) : line
            return node
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
                if size > time.range.count + 60 { score -= 5 }
            }
            if score > (best?.score ?? -3) { best = (node, score, time) }
        }
        guard let best else { return nil }
        result.time = best.time.timestamp
        let element = document.isText(best.node) ? document.parent(best.node) ?? best.node : best.node
        if document.isText(best.node) {
            let bytes = document.textBytes(best.node)
            result.timeText = String(decoding: bytes.dropFirst(best.time.range.lowerBound).prefix(best.time.range.count), as: UTF8.self)
        } else {
            let line = document.line(best.node)
            result.timeText = line.isEmpty ? document.attribute(best.node, .datetime) ?? document.attribute(best.node, .title) : line
        }
        if element != record || ends[record] != nil, isInside(record, element), element != body, isSmall(element) { return element }
        return best.node
    }

    private func rank(_ time: TimeExpression) -> Int {
        (time.timestamp?.hour != nil ? 3 : 0) + (time.timestamp != nil ? 1 : 0) + (time.isRelative ? 0 : 1)
    }

    private func isSmall(_ node: Int) -> Bool { signals.textSize(document.subtree(node)) <= 80 }

    /// Whether a node stands in the first few words of an element.
    private func isNearTop(_ node: Int, _ element: Int) -> Bool { signals.textSize(element..<node) <= 60 }

    /// Whether a node stands in a short line that is named for who and when, wherever in the element.
    private func isInMetaLine(_ node: Int, _ element: Int) -> Bool {
        for ancestor in document.ancestors(node).prefix(3) {
            if ancestor <= element { return false }
            if !signals.hints[ancestor].isDisjoint(with: [.meta, .time]) || (signals.hints[ancestor].contains(.author) && signals.timeCount(document.subtree(ancestor)) > 0) {
                return signals.textSize(document.subtree(ancestor)) <= 140
            }
        }
        return false
    }

    private func isInNested(_ node: Int, _ record: Int) -> Bool {
        for ancestor in document.ancestors(node) {
            if ancestor == record || ancestor < record { return false }
            if records.contains(ancestor) { return true }
        }
        return false
    }

    // MARK: Author

    private func author(
        _ record: Int, _ own: [Int], body: Int?, timeNode: Int?, quotes: NodeSpans, into result: inout ReadRecord
    ) -> Int? {
        if let selector = platform?.author {
            for node in own where document.isElement(node) && selector.matches(node, in: document) {
                let name = Labels.stripAuthor(authorLine(node, timeNode: timeNode))
                guard isName(name) else { continue }
                result.author = Author(name: name, profile: profileLink(node), badges: badges(own))
                return node
            }
        }
        for attribute in RecordReader.authorAttributes {
            guard let name = document.attribute(record, named: attribute).map(Labels.stripAuthor), isName(name) else { continue }
            result.author = Author(name: name, badges: badges(own))
            // The name stands in the record as words, too: those are no part of the text.
            return own.first { document.isElement($0) && signals.textSize(document.subtree($0)) <= name.utf8.count + 4 && document.line($0) == name }
        }
        var best: (node: Int, score: Int, name: String)?
        for node in own where document.isElement(node) {
            let hints = signals.hints[node]
            let tag = document.name(node)
            let isNamed = hints.contains(.author) || tag == .cite
            guard isNamed || tag == .b || tag == .strong || tag == .a || tag == .h3 || tag == .h4 || tag == .h5 else { continue }
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
            if hints.contains(.body), !hints.contains(.exactName) { score -= 3 }
            if !hints.isDisjoint(with: [.action, .vote, .signature]), !hints.contains(.exactName) { score -= 4 }
            if signals.textSize(record..<node) > 80 { score -= 2 }
            if document.contains(node, timeNode ?? -1) { score -= 2 }
            guard score > (best?.score ?? -2) else { continue }
            let name = Labels.stripAuthor(authorLine(node, timeNode: timeNode))
            guard isName(name), !(score < 3 && isTime(node)) else { continue }
            best = (node, score, name)
        }
        if let best, best.score >= 0 {
            result.author = Author(name: best.name, profile: profileLink(best.node), badges: badges(own))
            return best.node
        }
        // "Posted by: X | 5 May": the words beside the time.
        if let timeNode, let (node, name) = besideTime(timeNode, record) {
            result.author = Author(name: name, profile: profileLink(node), badges: badges(own))
            return node
        }
        if let best {
            result.author = Author(name: best.name, profile: profileLink(best.node), badges: badges(own))
            return best.node
        }
        return nil
    }

    /// Words that stand around names and times and are neither.
    private static let smallWords: Set<String> = ["on", "at", "by", "in", "the", "am", "um", "von", "le", "à", "el", "la", "a", "de", "em", "il", "alle", "op", "om", "в", "от", "posted", "comment", "comments"]

    private static let authorAttributes = ["data-author", "data-username", "data-author-name", "data-user-name"]

    private func authorLine(_ node: Int, timeNode: Int?) -> String {
        document.line(node) { inner in
            inner == timeNode
                || (inner != node && document.isElement(inner)
                    && (!signals.hints[inner].isDisjoint(with: [.badge, .hiddenText, .time, .action]) || document.name(inner) == .button)
                    && !signals.hints[inner].contains(.exactName))
        }
    }

    private func isTime(_ node: Int) -> Bool { signals.timeCount(document.subtree(node)) > 0 }

    /// Whether a text can be a name: short, with a letter, and no button.
    private func isName(_ text: String) -> Bool {
        guard !text.isEmpty, text.utf8.count <= 80, text.contains(where: { $0.isLetter || $0.isNumber }) else { return false }
        if Labels.isAction(text) || RecordReader.smallWords.contains(text.lowercased()) { return false }
        return text.split(separator: " ").count <= 7 && !text.hasSuffix("?")
    }

    /// "Posted by: X | 5 May": the words that stand with the time, in its own element or in the line around it.
    private func besideTime(_ timeNode: Int, _ record: Int) -> (Int, String)? {
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

    private func name(inLine words: String) -> String? {
        let name = Labels.stripAuthor(words)
        return isName(name) ? name : nil
    }

    /// What stands before the time in its own text, else what stands behind it.
    private func wordsAround(_ timeNode: Int) -> String {
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
    private func hasParagraph(_ node: Int, besides line: Int) -> Bool {
        document.elements(node).contains { $0 != line && Flow(document.name($0)) == .paragraph && signals.textSize(document.subtree($0)) > 0 }
    }

    private func profileLink(_ node: Int) -> String? {
        for inner in document.subtree(node) where document.name(inner) == .a { return document.attribute(inner, .href) }
        for ancestor in document.ancestors(node).prefix(2) where document.name(ancestor) == .a { return document.attribute(ancestor, .href) }
        return nil
    }

    private func badges(_ own: [Int]) -> [String] {
        var badges: [String] = []
        for node in own where document.isElement(node) && signals.hints[node].contains(.badge) {
            let line = document.line(node)
            if (2...30).contains(line.utf8.count), !badges.contains(line), !Labels.isAction(line), line.contains(where: \.isLetter) {
                badges.append(line)
            }
        }
        return Array(badges.prefix(4))
    }
}
