internal import DiscourseModel
internal import Markup

/// The quote boxes of a record.
extension RecordReader {
    func quoteBoxes(_ own: [Int]) -> [(node: Int, passage: QuotedPassage)] {
        var boxes: [(node: Int, passage: QuotedPassage)] = []
        for node in own where document.isElement(node) {
            if let last = boxes.last, document.contains(last.node, node) { continue }
            guard let passage = quote(node) else { continue }
            boxes.append((node, passage))
        }
        return boxes
    }

    /// A quote box that says whom it repeats. One that does not is part of the text: it may quote anything.
    func quote(_ node: Int) -> QuotedPassage? {
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
    func quotedAuthor(_ line: String, isCite: Bool) -> String? {
        let trimmed = line.hasSuffix(":") || isCite || line.lowercased().hasPrefix("originally posted by") || line.lowercased().hasPrefix("quote:")
        guard trimmed else { return nil }
        var text = line
        for start in ["Originally Posted by", "Originally posted by", "Quote:", "Quote from:", "Quote from"] where text.hasPrefix(start) {
            text = String(text.dropFirst(start.count))
        }
        let name = Labels.stripAuthor(text)
        return name.isEmpty || name.utf8.count > 60 ? nil : name
    }
}
