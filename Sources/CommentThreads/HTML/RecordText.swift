internal import DiscourseModel
internal import Markup

/// What in a record is its author's text, and what is furniture.
extension RecordReader {
    /// The element that holds the words, where one is named for that and holds nearly all of them.
    func bodyElement(_ record: Int, _ own: [Int], quotes: NodeSpans) -> Int? {
        if let selector = platform?.body {
            if let found = own.first(where: { document.isElement($0) && selector.matches($0, in: document) }) { return found }
        }
        guard let body = usualBody(own) ?? namedBody(record, own, quotes: quotes) else { return nil }
        return withPassagesBeside(body, record, own, quotes: quotes)
    }

    /// What a comment repeats without saying whose words they are is part of its text; where it stands beside the comment's own words,
    /// the element named for both holds the text.
    private func withPassagesBeside(_ body: Int, _ record: Int, _ own: [Int], quotes: NodeSpans) -> Int {
        guard let passage = own.first(where: { document.name($0) == .blockquote && !quotes.contains($0) && !document.contains(body, $0) && !document.contains($0, body) })
        else { return body }
        return document.ancestors(passage).prefix { isInside(record, $0) }.first { document.contains($0, body) && mayBeBody($0, quotes: quotes) } ?? body
    }

    private func namedBody(_ record: Int, _ own: [Int], quotes: NodeSpans) -> Int? {
        var best: (node: Int, size: Int)?
        let held = OwnText(own, of: region(record), in: signals)
        for node in own where mayBeBody(node, quotes: quotes) {
            let nodes = document.subtree(node)
            let size = min(bodyProse(nodes), held.size(nodes))
            // An inner element named for the text is the more exact, while it holds as much.
            if let current = best {
                if document.contains(current.node, node) ? size * 10 >= current.size * 6 : size > current.size { best = (node, size) }
            } else {
                best = (node, size)
            }
        }
        let whole = prose(region(record))
        guard var best, best.size * 20 >= whole || best.size >= 2 else { return nil }
        // `<p class="text">` for each paragraph: the words are in what holds them all.
        if let parent = document.parent(best.node), parent != record, isInside(record, parent) {
            let kind = kind(best.node)
            let others = document.elements(parent).filter { $0 != best.node && self.kind($0) == kind && mayBeBody($0, quotes: quotes) && signals.textSize(document.subtree($0)) > 0 }
            if !others.isEmpty, !document.subtree(parent).contains(where: { records.contains($0) }) { best = (parent, others.reduce(best.size) { $0 + bodyProse(document.subtree($1)) }) }
        }
        // It must not be the header: most of the prose outside of it means the name misleads.
        let inside = prose(document.subtree(best.node))
        return inside * 5 >= (whole - inside) || inside >= 40 ? best.node : nil
    }

    /// The text of a record's own nodes, where others lie inside it: an element that holds nothing but those has no words.
    private struct OwnText {
        private var nodes: [Int] = [], sums = [0]

        init(_ own: [Int], of record: Range<Int>, in signals: Signals) {
            guard own.count + 1 < record.count else { return }
            for node in own where signals.document.isText(node) {
                nodes.append(node)
                sums.append(sums[sums.count - 1] + signals.textSize(node..<node + 1))
            }
        }

        func size(_ range: Range<Int>) -> Int { sums.count == 1 ? .max : sums[place(range.upperBound)] - sums[place(range.lowerBound)] }

        private func place(_ node: Int) -> Int {
            var low = 0, high = nodes.count
            while low < high {
                let middle = (low + high) / 2
                if nodes[middle] < node { low = middle + 1 } else { high = middle }
            }
            return low
        }
    }

    /// Whether an element is named for the words of a comment.
    func mayBeBody(_ node: Int, quotes: NodeSpans) -> Bool {
        let hints = signals.hints[node]
        return hints.contains(.body) && hints.isDisjoint(with: [.meta, .avatar, .signature, .author, .vote]) && document.isElement(node) && !quotes.contains(node)
    }

    private func prose(_ nodes: Range<Int>) -> Int { signals.textSize(nodes) - signals.metaTextSize(nodes) }
    /// Links count half: they are words, too, but rows of them are buttons.
    func bodyProse(_ nodes: Range<Int>) -> Int { prose(nodes) - signals.linkTextSize(nodes) / 2 }

    /// The heading of a comment that says all in its subject: neither its name nor its time stands there.
    func subject(_ own: [Int], marks: [Int]) -> Int? {
        own.first { node in
            let name = document.name(node)
            guard document.isElement(node), name == .h3 || name == .h4 || name == .h5 || name == .h6 || signals.hints[node].contains(.title) else { return false }
            return signals.textSize(document.subtree(node)) >= 2 && signals.timeCount(document.subtree(node)) == 0
                && !marks.contains { document.contains(node, $0) || $0 == node || document.contains($0, node) }
        }
    }

    /// Buttons, forms, avatars, hidden labels.
    func isFurniture(_ node: Int, record: Int) -> Bool {
        guard document.isElement(node) else { return false }
        if let furniture = platform?.furniture, furniture.matches(node, in: document) { return true }
        let name = document.name(node)
        if name == .form { return isInputForm(node) }
        if name == .button || name == .nav { return true }
        let hints = signals.hints[node]
        if hints.contains(.hiddenText) { return signals.textSize(document.subtree(node)) < 60 || repeatsSibling(node) }
        let size = signals.textSize(document.subtree(node))
        // "Last edited by Jo, 5 May 2024".
        if hints.contains(.action), hints.isDisjoint(with: [.comment, .body, .post]) || name == .p, (8...100).contains(size), signals.timeCount(document.subtree(node)) > 0, signals.linkTextSize(document.subtree(node)) * 2 < size { return true }
        if size == 0 { return name == .img || name == .iframe }
        guard size <= 60 else {
            // A row of buttons.
            return !hints.isDisjoint(with: [.action]) && hints.isDisjoint(with: [.comment, .body, .post]) && size <= 320
                && signals.linkTextSize(document.subtree(node)) * 10 >= size * 7 && name != .p
        }
        if hints.contains(.avatar), hints.isDisjoint(with: [.body]), size < 30, name != .p { return true }
        if isIdleColumn(node) { return true }
        let isPart = name == .a || name == .span || name == .div || name == .li || name == .p || name == .small || name == .ul || name == .strong
            || name == .td || name == .em || name == .footer || name == .i || name == .b || name == .abbr
        guard isPart else { return false }
        if isReplyLabel(node) { return true }
        if isAction(node) {
            // "the figures are <a>here</a>": a word of a sentence.
            if Flow(name) == .inline, continuesSentence(node) { return false }
            return name != .p || size <= 24 && signals.linkTextSize(document.subtree(node)) > 0
        }
        if !hints.isDisjoint(with: [.action, .vote]), hints.isDisjoint(with: [.body]) {
            // Named for a button, and a link or without words of its own.
            let links = signals.linkTextSize(document.subtree(node))
            return links * 10 >= size * 6 || size <= 12
        }
        if name == .a, hints.contains(.reply) { return true }
        return hints.contains(.badge) && size <= 30 && name != .p && name != .div
    }

    /// Whether the text directly before an element is the beginning of a sentence that goes on in it.
    private func continuesSentence(_ node: Int) -> Bool {
        guard document.isText(node - 1), document.parent(node - 1) == document.parent(node), signals.textSize(node - 1..<node) >= 12 else { return false }
        let text = document.textBytes(node - 1)
        guard let last = text.last(where: { $0 > 0x20 }), text.contains(0x20) else { return false }
        // A letter, a comma or an opening bracket or quotation mark: no divider, and no end of a sentence.
        return last >= 0x80 && last != 0xB7 && last != 0xA2 && last != 0xBB || last &- 0x30 < 10 || (last | 0x20) &- 0x61 < 26 || last == 0x2C || last == 0x28 || last == 0x22 || last == 0x27
    }

    /// Whether an element's words are only a button or label. Where one text holds them all, no line is made of it.
    private func isAction(_ node: Int) -> Bool {
        if let text = firstText(in: node), signals.textSize(text..<text + 1) == signals.textSize(document.subtree(node)) {
            let bytes = document.textBytes(text)
            if bytes.count <= 60, !bytes.contains(0xE2), !bytes.contains(0xEF) { return LabelTable.hash(of: bytes).map(Labels.isAction) ?? true }
        }
        return Labels.isAction(document.line(node))
    }

    /// The first text below a node that a reader sees.
    func firstText(in node: Int) -> Int? { document.subtree(node).first { document.isText($0) && signals.textSize($0..<$0 + 1) > 0 } }

    /// The element before a node among its siblings. Nothing but the way up from there is walked: a list may be long.
    func elementBefore(_ node: Int) -> Int? {
        guard let parent = document.parent(node) else { return nil }
        var before = node - 1
        while before > parent {
            while let holder = document.parent(before), holder != parent { before = holder }
            if document.isElement(before) { return before }
            before -= 1
        }
        return nil
    }

    /// Whether an element says what the one before it says: the source of a text that is kept for editing.
    private func repeatsSibling(_ node: Int) -> Bool {
        guard let before = elementBefore(node) else { return false }
        func letters(_ node: Int) -> String { document.plainText(node).filter { $0.isLetter || $0.isNumber } }
        return letters(before) == letters(node)
    }

    /// "JM" beside "Jo Marsh", in an element of its own.
    func standsForPortrait(_ node: Int, _ name: String) -> Bool {
        document.isElement(node) && (1...6).contains(signals.textSize(document.subtree(node))) && Initials.stand(for: name, document.line(node))
    }

    /// Whether an element is of a column that says nothing of what was written.
    func isIdleColumn(_ node: Int) -> Bool {
        !template.furniture.isEmpty && document.isElement(node) && signals.textSize(document.subtree(node)) <= 60 && template.furniture.contains(kind(node))
    }

    /// A form to fill in; some platforms wrap a comment's own text in a form.
    func isInputForm(_ node: Int) -> Bool {
        for inner in document.subtree(node) {
            if document.name(inner) == .textarea { return true }
            if document.name(inner) == .input, let type = document.attribute(inner, .type) { if type == "text" || type == "email" || type == "search" { return true } }
        }
        return signals.textSize(document.subtree(node)) < 40 && !document.subtree(node).contains { signals.hints[$0].contains(.body) }
    }

    /// Whether an element heads a comment by its own name.
    private func isHead(_ node: Int) -> Bool {
        let name = document.name(node)
        return name == .header || name == .h2 || name == .h3 || name == .h4 || name == .h5 || name == .h6
    }

    /// The line of a name or a time: no larger than the usual kind.
    func headLine(around node: Int, usual: UInt64?, record: Int, body: Int?, out: NodeSpans, marks: [Int]) -> Int {
        let line = metaLine(around: node, record: record, body: body, out: out, marks: marks)
        guard let usual else { return line }
        return ([node] + document.ancestors(node).prefix { $0 >= line }).last { kind($0) == usual } ?? line
    }

    /// Whether a cell holds nothing but short lines about a person, "Posts: 4711" among them, and another one the words.
    func isSideBar(_ cell: Int, record: Int) -> Bool {
        let nodes = document.subtree(cell)
        guard document.name(cell) == .td, signals.textSize(nodes) <= 240, signals.textSize(region(record)) > signals.textSize(nodes) + 4, !nodes.dropFirst().contains(where: records.contains) else { return false }
        let texts = nodes.filter { document.isText($0) && signals.textSize($0..<$0 + 1) > 0 }
        return texts.allSatisfy { signals.textSize($0..<$0 + 1) <= 48 } && texts.contains { NamesBesideTimes.isProfileLine(document.textBytes($0)) || Labels.opensProfile(document.textBytes($0)) }
    }

    /// The largest element around a name or a time that holds nothing but such things and a label or two.
    func metaLine(around node: Int, record: Int, body: Int?, out: NodeSpans, marks: [Int]) -> Int {
        var line = node
        while let parent = document.parent(line), isInside(record, parent), parent != record || ends[record] != nil {
            if document.name(parent) == .body || body.map({ $0 != parent && document.contains(parent, $0) }) ?? false { break }
            var rest = 0, hasBlock = false
            let most = isHead(parent) ? 64 : 24
            var inner = parent + 1
            let end = document.end(parent)
            while inner < end, rest <= most, !hasBlock {
                if records.contains(inner) { return line }
                if out.contains(inner) || marks.contains(inner) || signals.hidden.contains(inner) {
                    inner = document.end(inner)
                    continue
                }
                if document.isText(inner) {
                    rest += document.textBytes(inner).reduce(0) { $0 + ($1 >= 0xE0 ? 2 : $1 > 0x20 && $1 & 0xC0 != 0x80 ? 1 : 0) }
                } else if Flow(document.name(inner)) == .paragraph, !marks.contains(where: { document.contains(inner, $0) }),
                    signals.textSize(document.subtree(inner)) > 0
                {
                    hasBlock = true
                }
                inner += 1
            }
            // Beside the name; around the time alone such a cell holds the comment.
            if rest > most || hasBlock, !(isSideBar(parent, record: record) && (marks.count < 2 || document.contains(parent, marks[0]))) { break }
            line = parent
        }
        return line
    }
}
