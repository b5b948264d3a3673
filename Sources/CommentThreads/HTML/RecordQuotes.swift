internal import DiscourseModel
internal import Markup
internal import TimeExpressions

/// The quote boxes of a record.
extension RecordReader {
    func quoteBoxes(_ own: [Int]) -> [(nodes: Range<Int>, passage: QuotedPassage)] {
        var boxes: [(nodes: Range<Int>, passage: QuotedPassage)] = []
        for node in own where document.isElement(node) {
            if let last = boxes.last, last.nodes.contains(node) { continue }
            // What holds the answers holds nothing that is repeated, whatever it is called.
            if signals.hints[node].contains(.quote), document.subtree(node).contains(where: records.contains) { continue }
            if let (heading, passage) = introducedQuote(node) {
                boxes.append((heading..<document.end(node), passage))
            } else if let passage = quote(node) ?? unnamedQuote(node) {
                boxes.append((document.subtree(node), passage))
            }
        }
        return boxes
    }

    /// A passage below a line of its own that says whose words it repeats and links to them: "Jo wrote in #3:".
    private func introducedQuote(_ node: Int) -> (heading: Int, passage: QuotedPassage)? {
        guard platform == nil else { return nil }
        if document.name(node) == .div, signals.hints[node].contains(.quote) { return toppedQuote(node) }
        guard document.name(node) == .blockquote, let heading = elementBefore(node), document.name(heading) == .p || document.name(heading) == .div else { return nil }
        if let author = mailAttribution(heading) { return (heading, QuotedPassage(text: document.plainText(node), author: author, at: 0)) }
        guard let link = document.subtree(heading).first(where: { document.name($0) == .a }), let key = document.attribute(link, .href).flatMap(fragmentNumber)
        else { return nil }
        let line = document.line(heading)
        guard line.utf8.count <= 120, let author = Labels.quotedName(line) ?? Labels.quotedSpeaker(line) else { return nil }
        return (heading, QuotedPassage(text: document.plainText(node), author: author, key: key, at: 0))
    }

    /// Whom the line that a mail program writes above a quotation names behind the time: "On 5 May 2024, Jo wrote:".
    private func mailAttribution(_ heading: Int) -> String? {
        let nodes = document.subtree(heading)
        guard signals.textSize(nodes) <= 140, let (node, time) = signals.times(in: nodes).last, document.isText(node) else { return nil }
        var words = String(decoding: document.textBytes(node).dropFirst(time.range.upperBound), as: UTF8.self)
        for text in node + 1..<nodes.upperBound where document.isText(text) { words += String(decoding: document.textBytes(text), as: UTF8.self) }
        let line = words.split(whereSeparator: \.isWhitespace).joined(separator: " ").drop { !$0.isLetter && !$0.isNumber }
        return line.hasSuffix(":") ? Labels.quotedName(String(line)).map(Labels.nameAlone) : nil
    }

    /// A box below one of its own for who said it and when: "QUOTE (Jo @ May 5 2024)".
    private func toppedQuote(_ node: Int) -> (heading: Int, passage: QuotedPassage)? {
        guard let heading = elementBefore(node), document.name(heading) == .div, signals.hints[heading].contains(.quote), (3...120).contains(signals.textSize(document.subtree(heading))),
            let first = firstText(in: heading)
        else { return nil }
        let line = document.line(heading)
        guard let open = line.firstIndex(of: "("), Labels.isQuoteLabel(document.textBytes(first).prefix { $0 != 0x28 }) else { return nil }
        let said = line[line.index(after: open)...].prefix { $0 != "@" && $0 != ")" }
        let author = NamesBesideTimes.name(in: ArraySlice(said.utf8))
        let key = document.subtree(heading).first { document.name($0) == .a }.flatMap { document.attribute($0, .href) }.flatMap { fragmentNumber($0) ?? lastNumber($0) }
        guard author != nil || key != nil else { return nil }
        return (heading, QuotedPassage(text: document.plainText(node), author: author, key: key, at: 0))
    }

    /// A box that nothing but its first words tells: "Originally Posted by X" above what is repeated, and the comment's own words behind it.
    private func unnamedQuote(_ node: Int) -> QuotedPassage? {
        let name = document.name(node)
        guard name == .table || name == .div || name == .fieldset, let first = firstText(in: node), Labels.mayOpenQuote(document.textBytes(first)) || name == .table && headsQuoteCell(first, of: node) else { return nil }
        // "Quote:" may stand in a line of its own.
        var opener = first
        if Labels.isQuoteLabel(document.textBytes(first)) {
            guard let next = document.subtree(node).first(where: { $0 > first && document.isText($0) && signals.textSize($0..<$0 + 1) > 0 }) else { return nil }
            opener = next
        }
        var heading = opener
        var author: String?
        if let (line, name) = quoteHeading(of: opener, in: node) { (heading, author) = (line, name) }
        guard let author, heading != node else { return nil }
        let region = document.subtree(node)
        guard signals.textSize(document.end(heading)..<region.upperBound) > 0, !holdsQuote(node, heading: heading) else { return nil }
        let goesOn = document.ancestors(node).prefix(4).contains { signals.textSize(region.upperBound..<document.end($0)) > 0 }
        guard goesOn else { return nil }
        return QuotedPassage(text: document.plainText(node, excluding: { $0 == heading || $0 == first }), author: author, at: 0)
    }

    /// "Jo wrote:" in a table whose next cell is called a quote.
    private func headsQuoteCell(_ text: Int, of table: Int) -> Bool {
        document.textBytes(text).last { $0 > 0x20 } == 0x3A && document.subtree(table).contains { $0 > text && document.name($0) == .td && signals.hints[$0].contains(.quote) }
    }

    /// The line that begins at a text and says whose words follow, and whose.
    private func quoteHeading(of text: Int, in node: Int) -> (node: Int, name: String)? {
        for candidate in [text] + document.ancestors(text).prefix(3) where candidate > node {
            let line = document.line(candidate, excluding: { $0 != candidate && document.name($0) == .a && Labels.isAction(document.line($0)) })
            guard line.utf8.count <= 120 else { return nil }
            if let name = Labels.quotedName(line) { return (candidate, name) }
        }
        return nil
    }

    /// Whether an element begins with a quotation and goes on behind it: the message is none, one of its parts is.
    private func holdsQuote(_ node: Int, heading: Int) -> Bool {
        let end = document.end(node)
        return (node + 1..<heading).contains { inner in
            document.isElement(inner) && isBlock(document.name(inner)) && document.contains(inner, heading)
                && signals.textSize(document.end(heading)..<document.end(inner)) > 0 && signals.textSize(document.end(inner)..<end) > 0
        }
    }

    private func isBlock(_ name: Name) -> Bool { name == .div || name == .table || name == .td || name == .fieldset || name == .blockquote || name == .p }

    /// A quote box that says whom it repeats. One that does not is part of the text: it may quote anything.
    func quote(_ node: Int) -> QuotedPassage? {
        let isPlatformQuote = platform?.quote?.matches(node, in: document) ?? false
        let name = document.name(node)
        guard isPlatformQuote || name == .blockquote || (signals.hints[node].contains(.quote) && (name == .div || name == .aside || name == .table))
        else { return nil }
        var passage = QuotedPassage(text: "", at: 0)
        for attribute in ["data-author", "data-username", "data-quote", "data-ipsquote-username", "author"] {
            if passage.author == nil { passage.author = document.attribute(node, named: attribute).flatMap { $0.isEmpty ? nil : $0 } }
        }
        for attribute in ["data-ipsquote-contentcommentid", "data-post", "data-source", "data-post-id", "data-pid", "source"] {
            if passage.key == nil { passage.key = document.attribute(node, named: attribute).flatMap(lastNumber) }
        }
        var heading: Int?
        for inner in document.subtree(node).dropFirst() where document.isElement(inner) {
            let hints = signals.hints[inner]
            guard document.name(inner) == .cite || hints.contains(.quote) || hints.contains(.title) || document.name(inner) == .strong else { continue }
            let line = document.line(inner)
            guard line.utf8.count <= 120, let author = Labels.quotedName(line) ?? quotedAuthor(line, isCite: document.name(inner) == .cite) else { continue }
            if passage.author == nil { passage.author = author }
            heading = inner
            for link in document.subtree(inner) where document.name(link) == .a && passage.key == nil {
                passage.key = document.attribute(link, .href).flatMap(fragmentNumber)
            }
            break
        }
        // Whose words they are stands above them, whatever the line is called.
        if passage.author == nil, let first = firstText(in: node), let (line, name) = quoteHeading(of: first, in: node), !holdsQuote(node, heading: line) {
            (heading, passage.author) = (line, name)
            for link in document.subtree(line) where document.name(link) == .a && passage.key == nil { passage.key = document.attribute(link, .href).flatMap(fragmentNumber) }
        }
        // A link to Jo and "wrote:" stand side by side on the first line, with nothing around both.
        if passage.author == nil, let first = firstText(in: node), !holdsQuote(node, heading: first), let (line, author) = looseHeading(first, in: node) {
            passage.author = author
            passage.text = document.plainText(node, excluding: line.contains)
            return passage
        }
        // "<a href="#c12">Jo</a>: what was said" in one line.
        if passage.author == nil, passage.key == nil, name == .blockquote, let first = firstText(in: node), let link = document.ancestors(first).prefix(3).first(where: { document.name($0) == .a }), link > node,
            let key = document.attribute(link, .href).flatMap(fragmentNumber), let said = NamesBesideTimes.name(in: ArraySlice(document.line(link).utf8)),
            let next = (document.end(link)..<document.end(node)).first(where: { document.isText($0) && signals.textSize($0..<$0 + 1) > 0 }), document.textBytes(next).first(where: { $0 > 0x20 }) == 0x3A
        {
            (passage.author, passage.key, heading) = (said, key, link)
        }
        // "Jo, 5 May 2024" above what is repeated; or only the link to whoever said it.
        if passage.author == nil, passage.key == nil, signals.hints[node].contains(.quote) || name == .blockquote, let (line, author) = quotedPerson(in: node) {
            (heading, passage.author) = (line, author)
        }
        guard isPlatformQuote || passage.author != nil || passage.key != nil else { return nil }
        // "QUOTE (#2):" above the line that names is a label, too.
        let label = firstText(in: node).flatMap { first in heading.map { first < $0 && Labels.isQuoteLabel(document.textBytes(first)) } ?? false ? first : nil }
        passage.text = document.plainText(node, excluding: { $0 == heading || $0 == label })
        return passage
    }

    /// The first line of a box as a heading, where it is several texts up to a line break or a block.
    private func looseHeading(_ first: Int, in node: Int) -> (nodes: Range<Int>, name: String)? {
        var words = "", end = first, texts = 0
        for inner in first..<document.end(node) {
            if document.isText(inner) {
                words += String(decoding: document.textBytes(inner), as: UTF8.self)
                texts += 1
            } else if document.name(inner) == .br || Flow(document.name(inner)) != .inline {
                break
            }
            end = inner + 1
            if words.utf8.count > 120 { return nil }
        }
        let line = words.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        guard texts > 1, end < document.end(node), let name = Labels.quotedName(line) ?? Labels.quotedSpeaker(line) else { return nil }
        return (first..<end, name.hasPrefix("@") ? String(name.dropFirst()) : name)
    }

    /// Whom the first line of a quote box names beside a time, or the one link to a person in a box that is called a quote; and what holds the name.
    private func quotedPerson(in node: Int) -> (node: Int, name: String)? {
        if let first = firstText(in: node), let time = signals.times(in: first..<min(first + 4, document.end(node))).first, let beside = signals.names.beside(time.node), beside.node == first {
            return (first, beside.name)
        }
        guard signals.hints[node].contains(.quote) else { return nil }
        // A floor of earlier words inside another: the outermost says whose words the comment answers.
        let named = document.subtree(node).dropFirst().filter { document.isElement($0) && signals.hints[$0].isSuperset(of: .author) && signals.hints[$0].isDisjoint(with: [.avatar, .body, .badge]) && (1...40).contains(signals.textSize(document.subtree($0))) }
        if let least = named.map(depth).min(), let holder = named.last(where: { depth($0) == least }), let name = NamesBesideTimes.name(in: ArraySlice(document.line(holder).utf8)), signals.textSize(document.subtree(node)) > name.utf8.count + 4 {
            return (holder, name)
        }
        let links = document.subtree(node).filter { document.name($0) == .a && signals.hints[$0].contains(.profile) && signals.textSize(document.subtree($0)) > 0 }
        guard links.count == 1, let name = NamesBesideTimes.name(in: ArraySlice(document.line(links[0]).utf8)), signals.textSize(document.subtree(node)) > name.utf8.count + 4 else { return nil }
        return (links[0], name)
    }

    private func depth(_ node: Int) -> Int { document.ancestors(node).reduce(0) { count, _ in count + 1 } }

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

extension Labels {
    /// The name in a line over a quoted passage, where its words say that it is one: "Jo wrote:", "Originally Posted by Jo", "Zitat von Jo".
    static func quotedName(_ line: String) -> String? {
        if let opener = quoteOpeners.opener(of: line) {
            // "Originally posted 01:42 PM by Jo"
            let start = opener == timedOpener ? line.ranges(of: " by ").last?.upperBound : line.index(line.startIndex, offsetBy: opener.count)
            let name = stripAuthor(String(line[(start ?? line.endIndex)...]))
            return name.isEmpty || name.utf8.count > 60 ? nil : name
        }
        // "Jo wrote: 5 May 2024, 12:41"
        if let colon = line.firstIndex(of: ":"), line.utf8.count - line[...colon].utf8.count <= 32, line[colon...].contains(where: \.isNumber), let verb = line[..<colon].split(separator: " ").last, Vocabulary.attributions.contains(verb.lowercased()) {
            return quotedName(String(line[...colon]))
        }
        // "On 5 May, Jo wrote:" would name the time as well.
        guard let last = line.lastIndex(where: { !":：.… ".contains($0) }) else { return nil }
        let rest = line[...last]
        guard let space = rest.utf8.lastIndex(of: 0x20), Vocabulary.attributions.contains(rest[rest.index(after: space)...].lowercased()) else { return nil }
        // "a écrit", "ha scritto": verbs of two words are known whole.
        let stripped = stripAuthor(String(rest))
        let name = stripped.utf8.count < rest.utf8.count ? stripped : stripAuthor(String(rest[..<space]))
        guard !name.isEmpty, name.utf8.count <= 40, !name.contains(","), !name.contains(where: \.isNumber) || !name.contains(" ") else { return nil }
        return name
    }

    /// The same where more stands behind the verb: "Jo said in #3:", "Jo schrieb am 5.4.2024:".
    static func quotedSpeaker(_ line: String) -> String? {
        guard line.hasSuffix(":") else { return nil }
        let words = line.split(separator: " ")
        guard let verb = words.prefix(5).firstIndex(where: { Vocabulary.attributions.contains($0.lowercased()) }), verb > 0 else { return nil }
        let name = words[..<verb].joined(separator: " ")
        return name.utf8.count <= 40 && !name.contains(",") && !name.contains(":") ? name : nil
    }

    /// A look at the words that may open a quotation.
    static func mayOpenQuote(_ bytes: ArraySlice<UInt8>) -> Bool {
        let text = bytes.drop { $0 <= 0x20 }
        return quoteOpeners.mayOpen(text) && quoteOpeners.opener(of: String(decoding: text.prefix(48), as: UTF8.self)) != nil || isQuoteLabel(bytes)
    }

    static func isQuoteLabel(_ bytes: ArraySlice<UInt8>) -> Bool { bytes.count <= 40 && quoteLabels.contains(bytes) }

    private static let quoteLabels = LabelTable(["quote", "zitat", "citation", "cita", "citação", "citazione", "citaat", "cytat", "citat", "цитата", "alıntı", "اقتباس", "引用"])

    private static let timedOpener = "originally posted"
    /// As the translations of vBulletin, phpBB and SMF word it.
    private static let quoteOpeners = OpeningPhrases([
        "originally posted by", timedOpener, "quote from:", "quote from", "quoting", "zitat von", "ursprünglich geschrieben von", "ursprünglich von", "citation de", "envoyé par", "publicado originalmente por", "originalmente publicado por", "cita de", "iniciado por", "citação de",
        "originalmente postado por", "originariamente scritto da", "originariamente inviato da", "oorspronkelijk geplaatst door", "zamieszczone przez", "cytat:", "сообщение от", "цитата от", "originalet skrevet af", "ursprungligen postat av", "alıntı:",
    ])
}
