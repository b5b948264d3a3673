internal import DiscourseModel
internal import Markup
internal import TimeExpressions

/// What one record of the page says, before anything is known of the others. An object, since each step that compares the records of a
/// page looks at all of them and changes few.
final class ReadRecord {
    let node: Int
    var author: Author?
    var time: Timestamp?
    var timeText: String?
    var text = ""
    var quoted: [QuotedPassage] = []
    var signature: String?
    /// The subject line above the text, where every record has one.
    var subject: String?
    var votes: Votes?
    var state = Comment.State.live
    var kind = Comment.Kind.comment
    var key: String?
    var permalink: String?
    var parentKey: String?
    /// Evidence by which `parentKey` is stated.
    var parentIsLink = false
    /// The address of the answered comment, where a link of microformats names it (`u-in-reply-to`); it may be another page's.
    var parentAddress: String?
    var targetName: String?
    /// Ids of comments that links in the text name (">>5100"), and those links.
    var quotedKeys: [String] = []
    /// Whether it holds a list of what was changed.
    var tellsChanges = false
    /// Whether the page gives it a number ("No.5100") where others have a name.
    var isNumbered = false
    var quoteLinks: [Int] = []
    /// The elements taken for the lines of its name and its time, where none is known to hold its words; and whether nothing stands beside them.
    var nameLine: Int?, timeLine: Int?
    var isAllHead = false

    init(node: Int) { self.node = node }
}

/// Reads author, time, text ... out of one record: by the platform's selectors where it has them, else by names, shapes and content.
///
/// The text is what is left of the record when its parts that are no words of the author are taken away.
struct RecordReader {
    let signals: Signals
    let document: HTMLDocument
    let platform: Platform?
    /// The records, to leave out those inside another.
    let records: NodeSet
    /// Where a record ends that is a stretch of siblings and not one element.
    let ends: [Int: Int]
    /// The records that the platform itself tells apart, by their first nodes.
    let stretches: [Int: PlatformStretch]
    /// The attributes of this page that may hold the id of the answered comment, those that may hold a record's author, and those in which
    /// the platform keeps a comment's id.
    let parentAttributes: [Name], authorAttributes: [Name], platformKeys: [Name]
    /// What most records have in common.
    var template = RecordTemplate()

    init(signals: Signals, platform: Platform?, records: NodeSet, ends: [Int: Int], stretches: [PlatformStretch] = []) {
        self.signals = signals
        document = signals.document
        self.platform = platform
        self.records = records
        self.ends = ends
        self.stretches = Dictionary(stretches.map { ($0.first, $0) }) { first, _ in first }
        let names = platform?.parentAttribute.map { [$0] }
            ?? ["data-parent-id", "data-parentid", "data-parent", "data-reply-to", "data-in-reply-to", "data-parent-comment-id", "data-parent-pid"]
        parentAttributes = names.compactMap(signals.document.nameOf)
        platformKeys = (platform?.keyAttributes ?? []).compactMap(signals.document.nameOf)
        authorAttributes = ["data-author", "data-username", "data-author-name", "data-user-name"].compactMap(signals.document.nameOf)
    }

    /// Where in a record its parts stand.
    struct Parts {
        /// The record's own nodes.
        var own: [Int]
        var body: Int?
        var time: Int?
        var author: Int?
        /// Quote boxes, and records inside a record that is no element.
        var out: NodeSpans
    }

    func parts(of record: Int, into result: ReadRecord) -> Parts {
        let own = ownNodes(record)
        var out = NodeSpans()
        if ends[record] != nil {
            // The stretches of the answers that lie inside this one.
            var node = record + 1
            while node < region(record).upperBound {
                if records.contains(node) { out.insert(region(node)) }
                node = records.contains(node) ? max(node + 1, region(node).upperBound) : node + 1
            }
        }
        for quote in quoteBoxes(own) {
            result.quoted.append(quote.passage)
            out.insert(quote.nodes)
        }
        // "In reply to a comment of X, 5 May 2024": neither this name nor this time is the record's own.
        let stated = own.reduce(0) { $0 + signals.timeCount($1..<$1 + 1) }
        for node in own where document.isElement(node) && signals.timeCount(document.subtree(node)) > 0 && signals.timeCount(document.subtree(node)) < stated && isReplyLabel(node) { out.insert(document.subtree(node)) }
        let body = bodyElement(record, own, quotes: out)
        let timeNode = time(record, own, body: body, quotes: out, into: result)
        let authorNode = author(record, own, body: body, timeNode: timeNode, quotes: out, into: result)
        return Parts(own: own, body: body, time: timeNode, author: authorNode, out: out)
    }

    func read(_ record: Int) -> ReadRecord {
        let result = ReadRecord(node: record)
        let parts = parts(of: record, into: result)
        let (own, body, timeNode, authorNode) = (parts.own, parts.body, parts.time, parts.author)
        var out = parts.out
        readKeys(record, own, timeNode: timeNode, into: result)
        readParent(record, own, body: body, into: result)
        if let signature = stretches[record]?.signature { out.insert(signature) }
        for link in result.quoteLinks { out.insert(document.subtree(link)) }
        readState(record, own, into: result)
        // What holds the text is none, even where all of it reads like a label: "Good."
        var furnitureEnd = 0
        for node in own where node >= furnitureEnd && isFurniture(node, record: record) && !(body.map { document.contains(node, $0) } ?? false) {
            out.insert(document.subtree(node))
            furnitureEnd = document.end(node)
        }
        // Who someone is, in a cell below the one of the name.
        for node in own where platform == nil && document.name(node) == .td && signals.timeCount(document.subtree(node)) == 0 && isSideBar(node, record: record) {
            if ![authorNode, timeNode, body].contains(where: { $0.map { document.contains(node, $0) } ?? false }) { out.insert(document.subtree(node)) }
        }
        for node in own where !template.changes.isEmpty && document.isElement(node) && template.changes.contains(kind(node)) {
            out.insert(document.subtree(node))
            result.tellsChanges = true
        }
        // "In reply to: a comment of X, 5 May 2024" is longer than a button.
        if let body { for node in own.prefix(while: { $0 < body }) where document.isElement(node) && !document.contains(node, body) && isReplyLabel(node) { out.insert(document.subtree(node)) } }
        readVotes(own, body: body, into: result)
        if let signature = own.first(where: { signals.hints[$0].contains(.signature) && document.isElement($0) }) {
            result.signature = document.plainText(signature)
            out.insert(document.subtree(signature))
        }
        if let kind = template.subject, let subject = own.first(where: { document.isElement($0) && self.kind($0) == kind }), !(body.map { document.contains($0, subject) } ?? false) {
            result.subject = document.line(subject)
            out.insert(document.subtree(subject))
        }
        if platform == nil, let name = result.author?.name, let authorNode { for node in own.prefix(while: { $0 < authorNode }) where !document.contains(node, authorNode) && standsForPortrait(node, name) { out.insert(document.subtree(node)) } }
        let marks = out
        // A text that goes on with the comment's words behind the name and the time stays; they are cut off its head below.
        let heads = [authorNode, timeNode].compactMap { $0 }.filter { !opensText($0) }
        // A signature is out already, and short words before it on its line are the comment's.
        for node in heads where !(stretches[record]?.signature?.contains(node) ?? false) {
            let usual = body != nil ? nil : node == timeNode ? template.timeLine : template.nameLine
            let line = headLine(around: node, usual: usual, record: record, body: body, out: marks, marks: heads)
            if node == timeNode { result.timeLine = line } else { result.nameLine = line }
            out.insert(document.subtree(line))
        }
        func except(_ node: Int) -> Bool { out.contains(node) || records.contains(node) && node != record }
        result.text = words(body, record, excluding: except)
        if result.text.isEmpty, body == nil {
            // A line that seemed to be all labels held the comment, too.
            result.isAllHead = true
            var less = marks
            for node in heads { less.insert(document.subtree(node)) }
            result.text = words(nil, record, excluding: { less.contains($0) || (records.contains($0) && $0 != record) })
        }
        if result.text.isEmpty, body == nil, let timeNode, result.author != nil { result.text = wordsBehind(timeNode) }
        if result.text.isEmpty, result.author != nil, let subject = subject(own, marks: heads) {
            result.text = document.line(subject)
            result.subject = nil
        }
        result.text = withoutOpening(result.text, heads.count < 2 ? result : nil)
        if result.kind == .pingback, RecordReader.pingLabels.contains(ArraySlice(result.text.utf8)) { result.text = "" }
        if result.state == .live, let state = Placeholders.state(of: result.text) { result.state = state }
        return result
    }

    /// What a text says behind the time that it states, where that is no label: "(5 May 2024): No."
    private func wordsBehind(_ timeNode: Int) -> String {
        guard let (node, time) = signals.times(in: document.subtree(timeNode)).last, document.isText(node) else { return "" }
        let rest = String(decoding: document.textBytes(node).dropFirst(time.range.upperBound), as: UTF8.self)
        let words = rest.drop { $0.isWhitespace || RecordReader.brackets.contains($0) }
        guard words.contains(where: \.isLetter), rest.contains(":"), !Labels.isAction(String(words)), !Labels.isAffix(String(words)) else { return "" }
        return words.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// Whether a node is a text that states the time and then goes on.
    private func opensText(_ node: Int) -> Bool {
        guard document.isText(node), let time = signals.times(in: node..<node + 1).first?.time else { return false }
        return document.textBytes(node).count - time.range.upperBound > 24
    }

    /// The text without dividing signs at its ends and, where name and time stand in its first line, without these.
    private func withoutOpening(_ text: String, _ record: ReadRecord?) -> String {
        var rest = text[...]
        if let record {
            for mark in [record.author?.name, record.timeText].compactMap({ $0 }) {
                let core = rest.drop { $0.isWhitespace || RecordReader.brackets.contains($0) }
                if core.hasPrefix(mark) { rest = core.dropFirst(mark.count).drop { $0.isWhitespace || RecordReader.brackets.contains($0) } }
            }
        }
        // What stood before the mark is gone: a label, the name of the answered.
        if rest.first == "：" || rest.first == "，" || rest.first == ":" || rest.first == ",", rest.first.map({ !$0.isASCII }) ?? false || rest.dropFirst().first?.isWhitespace ?? false { rest = rest.dropFirst().drop { $0.isWhitespace } }
        while let first = rest.first, RecordReader.dividers.contains(first), rest.dropFirst().first?.isWhitespace ?? true { rest = rest.dropFirst().drop { $0.isWhitespace } }
        while let last = rest.last, RecordReader.dividers.contains(last), rest.dropLast().last?.isWhitespace ?? true {
            rest = rest.dropLast()
            while let space = rest.last, space.isWhitespace { rest.removeLast() }
        }
        return rest.utf8.count == text.utf8.count ? text : String(rest)
    }

    /// What a theme writes before the title of the page that answers.
    private static let pingLabels = LabelTable(["pingback", "trackback", "ping", "ping from", "pingback from", "trackback from", "pingback by", "trackback by"])

    private static let brackets: Set<Character> = ["(", ")", "[", "]", ":", ",", "|", "·", "•", "-", "–", "—", "/"]
    private static let dividers: Set<Character> = ["|", "·", "•", "–", "—", "-", "/", "»", "«", "¦"]

    func words(_ body: Int?, _ record: Int, excluding: (Int) -> Bool) -> String {
        if let body { return document.plainText(body, excluding: excluding) }
        guard let end = ends[record] else { return document.plainText(record, excluding: excluding) }
        return document.plainText(of: sequence(first: record) { let next = document.end($0); return next < end ? next : nil }, excluding: excluding)
    }

    /// The record with all in it.
    func region(_ record: Int) -> Range<Int> { record..<(ends[record] ?? document.end(record)) }

    func isInside(_ record: Int, _ node: Int) -> Bool { region(record).contains(node) }

    /// The record's nodes without hidden ones and without the records inside it.
    func ownNodes(_ record: Int) -> [Int] {
        var nodes: [Int] = []
        let isFlat = ends[record] != nil
        var node = isFlat ? record : record + 1
        let end = region(record).upperBound
        // A record with answers inside it has fewer of its own.
        nodes.reserveCapacity(min(end - node, 64))
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
}
