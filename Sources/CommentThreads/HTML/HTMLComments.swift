package import DiscourseModel
package import Markup
internal import TimeExpressions

/// Lifts the reader comments out of an HTML page.
///
/// A platform that the page belongs to says what a comment is; without one, the most convincing run of like elements is taken.
/// Pages without comments give none.
///
/// - Parameters:
///   - reference: the time of capture, for "3 hours ago".
///   - usePlatforms: `false` leaves every page to the generic finder.
package func findComments(
    inHTML document: HTMLDocument, reference: Timestamp?, usePlatforms: Bool = true
) -> FoundComments {
    let language = document.language
    let nearby = reference == nil ? document.statedDate : nil
    let signals = Signals(document, times: TimeReader(reference: reference, language: language, dayFirst: nil, nearby: nearby))
    let platform = usePlatforms ? Platform.recognize(document) : nil
    var members = platform.map { $0.item.all(in: HTMLDocument.root, of: document).filter { !signals.hidden.contains($0) } } ?? []
    var name = platform?.name ?? "generic"
    var ends: [Int: Int] = [:]
    if members.isEmpty {
        if let group = RecordFinder(signals: signals).best() {
            members = group.members
            if group.isFlat(document) { ends = Dictionary(zip(group.members, group.ends)) { first, _ in first } }
        }
        name = "generic"
    }
    let sections = SectionReader(signals: signals)
    guard !members.isEmpty else {
        let none = sections.withoutRecords()
        return FoundComments(
            platform: "none", comments: [], clues: [], statesThreading: false, completeness: none.completeness, claimed: none.claimed,
            notes: none.notes)
    }
    if ends.isEmpty { members = withoutTwins(withSiblings(members, signals), signals) }
    var recordSet = NodeSet(capacity: document.count)
    for member in members { recordSet.insert(member) }
    let used = name == "generic" ? nil : platform
    let reader = RecordReader(signals: signals, platform: used, records: recordSet, ends: ends)
    var records = members.map(reader.read)
    removeRepeatedLines(&records)
    // An item without words and without a name is the place of a comment that is not on the page, or furniture.
    var seen: Set<String> = []
    var copies = 0
    let kept = records.indices.filter { index in
        let record = records[index]
        guard !record.text.isEmpty || record.author != nil && record.time != nil else { return false }
        // A page that holds its list twice, for two widths of screen, holds each comment once.
        if let key = record.key, !record.text.isEmpty, !seen.insert("\(key)\u{0}\(record.author?.name ?? "")\u{0}\(record.text)").inserted {
            copies += 1
            return false
        }
        return true
    }
    let everything = records
    records = kept.map { records[$0] }
    guard !records.isEmpty else {
        let none = sections.withoutRecords()
        return FoundComments(
            platform: "none", comments: [], clues: [], statesThreading: false, completeness: none.completeness, claimed: none.claimed,
            notes: none.notes)
    }
    let section = sections.read(records: records.map { $0.node..<(ends[$0.node] ?? document.end($0.node)) }, platform: used)
    let threading = ThreadingReader(signals: signals, platform: used, records: everything.map(\.node), section: section.ancestor).read()
    var position = [Int?](repeating: nil, count: everything.count)
    for (index, original) in kept.enumerated() { position[original] = index }
    var clues = [[ReplyClue]](repeating: [], count: records.count)
    let embedded = used?.embeddedParents?(document) ?? [:]
    for (index, record) in records.enumerated() {
        if let parent = record.key.flatMap({ embedded[$0] }) { clues[index].append(ReplyClue(.init(rawValue: "parent-id"), .key(parent))) }
        if let key = record.parentKey {
            clues[index].append(ReplyClue(.init(rawValue: record.parentIsLink ? "permalink-parent" : "parent-id"), .key(key)))
        }
        if let parent = threading.parents[kept[index]] {
            if let place = position[parent] {
                clues[index].append(ReplyClue(threading.evidence, .comment(place)))
            } else if let key = everything[parent].key {
                clues[index].append(ReplyClue(threading.evidence, .key(key)))
            }
        }
        if let name = record.targetName, !name.isEmpty { clues[index].append(ReplyClue(.init(rawValue: "label"), .name(name))) }
        for quoted in record.quoted {
            if let key = quoted.key { clues[index].append(ReplyClue(.init(rawValue: "quote-link"), .key(key))) }
            if let name = quoted.author { clues[index].append(ReplyClue(.init(rawValue: "quote-link"), .name(name))) }
        }
    }
    let comments = records.enumerated().map { index, record in
        let node = document.place(record.node, end: ends[record.node])
        return Comment(
            id: Comment.id(at: index), platformKey: record.key, author: record.author, posted: record.time, postedText: record.timeText,
            votes: record.votes, text: record.text, quoted: record.quoted, signature: record.signature, state: record.state, kind: record.kind,
            permalink: record.permalink, place: node)
    }
    let copyNotes = copies > 0 ? [Note(.comments, .info, "\(copies) comments stand on the page twice, with one id and one text; each is counted once")] : []
    // Where the page shows no tree, a comment without a stated parent may still be an answer.
    let showsTree = if case .some(Platform.Threading.none) = used?.threading { false } else { true }
    let hasParents = threading.isThreaded || showsTree && (!embedded.isEmpty || records.contains { $0.parentKey != nil && !$0.parentIsLink })
    return FoundComments(
        platform: name, comments: comments, clues: clues, statesThreading: hasParents, completeness: section.completeness,
        claimed: section.claimed, notes: section.notes + copyNotes)
}

/// Elements that stand among the records, alike but for their name, are records too: pingbacks between comments.
private func withSiblings(_ members: [Int], _ signals: Signals) -> [Int] {
    let document = signals.document
    guard let first = members.first, document.name(first) == .li else { return members }
    var all = Set(members)
    for parent in Set(members.compactMap { document.parent($0) }) {
        for child in document.elements(parent) where document.name(child) == .li && signals.textSize(document.subtree(child)) > 0 {
            if !signals.hints[child].isDisjoint(with: [.pingback, .comment]) { all.insert(child) }
        }
    }
    return all.sorted()
}

/// `li.comment > article.comment`: an element inside another that holds all of its words is the same comment.
private func withoutTwins(_ members: [Int], _ signals: Signals) -> [Int] {
    let document = signals.document
    var kept: [Int] = []
    for member in members {
        if let outer = kept.last, document.contains(outer, member),
            signals.textSize(outer..<member) == 0 || document.parent(member) == outer && trailingKey(document.attribute(outer, .id) ?? "") == trailingKey(document.attribute(member, .id) ?? "-"),
            isWrapped(member, document)
        {
            continue
        }
        kept.append(member)
    }
    return kept
}

/// Whether an element is of a kind that a list item wraps around its own content; an answer inside an item is an item itself.
private func isWrapped(_ node: Int, _ document: HTMLDocument) -> Bool {
    document.name(node) == .article || document.name(node) == .div || document.name(node) == .section
}

/// Lines that open or close most records alike are labels of the page in whatever language, and no one's words.
private func removeRepeatedLines(_ records: inout [ReadRecord]) {
    guard records.count >= 3 else { return }
    for atEnd in [false, true] {
        for _ in 0..<4 {
            var counts: [String: Int] = [:]
            for record in records {
                if let line = edgeLine(record.text, atEnd: atEnd), line.utf8.count <= 60 { counts[Labels.fold(line), default: 0] += 1 }
            }
            guard let (line, count) = counts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }), count * 2 > records.count, count >= 3 else { break }
            for index in records.indices {
                guard let edge = edgeLine(records[index].text, atEnd: atEnd), Labels.fold(edge) == line else { continue }
                records[index].text = withoutEdge(records[index].text, atEnd: atEnd)
            }
        }
    }
}

private func edgeLine(_ text: String, atEnd: Bool) -> Substring? {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: true)
    return atEnd ? lines.last : lines.first
}

private func withoutEdge(_ text: String, atEnd: Bool) -> String {
    var text = text[...]
    if atEnd {
        while let last = text.last, last != "\n" { text.removeLast() }
        while text.last == "\n" { text.removeLast() }
    } else {
        text = text.drop { $0 != "\n" }.drop { $0 == "\n" }
    }
    return String(text)
}

extension HTMLDocument {
    /// The language that the page states for itself.
    var language: String? {
        for node in elements(HTMLDocument.root) where name(node) == .html { return attribute(node, .lang) }
        return nil
    }

    /// The date of the page itself, by its address (`/2012/07/24/`, `/12/07/24/`) or the time of publication in its head.
    var statedDate: Timestamp? {
        for node in 0..<count {
            switch name(node) {
            case .meta:
                guard let property = attribute(node, .property) ?? attribute(node, .itemprop), ["article:published_time", "datePublished", "og:updated_time"].contains(property) else { continue }
                if let stamp = attribute(node, .content).flatMap({ Timestamp(iso8601: $0) }) { return stamp }
            case .link where hasToken(node, .rel, Array("canonical".utf8)):
                if let stamp = attribute(node, .href).flatMap(dateInAddress) { return stamp }
            case .body: return nil
            default: continue
            }
        }
        return nil
    }

    private func dateInAddress(_ address: String) -> Timestamp? {
        let parts = address.split(separator: "/").map(String.init)
        for index in parts.indices.dropLast(2) {
            guard let year = Int(parts[index]), let month = Int(parts[index + 1]), let day = Int(parts[index + 2]), parts[index].count == 4 || parts[index].count == 2,
                parts[index + 1].count == 2, parts[index + 2].count == 2
            else { continue }
            let stamp = Timestamp(year: year < 100 ? 2000 + year : year, month: month, day: day)
            if stamp.isValid, (1990...2100).contains(stamp.year) { return stamp }
        }
        return nil
    }

    /// Where a node stands in the source.
    func place(_ node: Int, end: Int? = nil) -> Place {
        Place(start: Int(nodes[node].sourceStart), end: Int(nodes[end.map { $0 - 1 } ?? node].sourceEnd), node: node)
    }
}
