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
    let dayFirst = TimeReader.dayFirst(in: document.numericDates)
    let times = TimeReader(reference: reference, language: language, dayFirst: dayFirst, nearby: nearby)
    let signals = Signals(document, times: times)
    let platform = usePlatforms ? Platform.recognize(document) : nil
    let stretches = platform?.stretches?(document) ?? []
    var members = platform?.stretches != nil ? stretches.map(\.first) : platform.map { $0.item.all(in: HTMLDocument.root, of: document).filter { !signals.hidden.contains($0) } } ?? []
    var name = platform?.name ?? "generic"
    var ends = Dictionary(stretches.map { ($0.first, $0.end) }) { first, _ in first }
    var isNamed = true
    var pings: Set<Int> = []
    // Where the system's own list holds but pingbacks, the comments may be another system's.
    if members.isEmpty || members.allSatisfy({ signals.hints[$0].contains(.pingback) }) {
        if let group = RecordFinder(signals: signals).best() {
            members = group.members
            isNamed = group.isNamed
            pings = group.pings
            if group.isFlat(document) { ends = Dictionary(zip(group.members, group.ends)) { first, _ in first } }
            name = "generic"
        } else if members.isEmpty {
            name = "generic"
        }
    }
    let sections = SectionReader(signals: signals)
    var statements = StatementReader(document, times: times)
    let stated = statements.read()
    guard !members.isEmpty else { return withoutMarkup(stated, sections) }
    var frames: Set<Int> = []
    if ends.isEmpty {
        let all = withoutTwins(withSiblings(members, signals), signals)
        members = withoutHolders(all, signals)
        frames = Set(all).subtracting(members)
    }
    var recordSet = NodeSet(capacity: document.count)
    for member in members { recordSet.insert(member) }
    let used = name == "generic" ? nil : platform
    var reader = RecordReader(signals: signals, platform: used, records: recordSet, ends: ends, stretches: stretches)
    reader.learn(from: members)
    var records = members.map(reader.read)
    for index in records.indices where pings.contains(records[index].node) { records[index].kind = .pingback }
    removeRepeatedLines(&records)
    removeNumbers(&records)
    reader.fill(&records)
    if used == nil {
        readAttributeKeys(&records, document)
        readNumbers(&records, document, signals)
    }
    reader.resolveAliases(in: &records)
    reader.readHeaderLinks(&records)
    // An item without words and without a name is the place of a comment that is not on the page, or furniture.
    // By id, the records that have it.
    var seen: [String: [Int]] = [:]
    var copies = 0
    let changes = tellOnlyChanges(records).union(reader.told(in: records))
    let kept = records.indices.filter { index in
        let record = records[index]
        if changes.contains(index) { return false }
        guard !record.text.isEmpty || record.author != nil && (record.time != nil && reader.hasPlaceForText(record.node) || record.kind == .pingback) else { return false }
        // A page that holds its list twice, for two widths of screen, holds each comment once.
        guard let key = record.key, !record.text.isEmpty else { return true }
        let isCopy = seen[key, default: []].contains { records[$0].text == record.text && (records[$0].author?.name ?? "") == (record.author?.name ?? "") }
        if isCopy { copies += 1 } else { seen[key, default: []].append(index) }
        return !isCopy
    }
    // What holds records and says nothing is none of them, but the frame of a thread.
    let keptPlaces = Set(kept)
    let threaded = records.indices.filter { index in
        keptPlaces.contains(index) || records[index].key != nil || index + 1 == records.count || !document.contains(records[index].node, records[index + 1].node)
    }
    frames.formUnion(Set(records.indices).subtracting(threaded).map { records[$0].node })
    let everything = threaded.map { records[$0] }
    // "1552 Recommendations", "1538 Recommendations": a list of anything but what people wrote. And where nothing says who wrote or when,
    // the labels of a form look like a comment.
    let isAnonymous = used == nil && !kept.contains { records[$0].author != nil || records[$0].timeText != nil }
    // Rows of a table of matches have dates, and nobody who says anything.
    let isUnsigned = used == nil && !isNamed && kept.count { records[$0].author != nil || records[$0].isNumbered } * 2 < kept.count
    records = isAnonymous || isUnsigned || sayTheSame(records, countsOnly: isNamed) || used == nil && !isNamed && arePraise(records) ? [] : kept.map { records[$0] }
    guard !records.isEmpty else { return withoutMarkup(stated, sections) }
    markConcealed(&records, signals)
    let (statedParents, unseen) = reconcile(&records, with: stated)
    let section = sections.read(records: records.map { $0.node..<(ends[$0.node] ?? document.end($0.node)) }, platform: used)
    let threading = ThreadingReader(signals: signals, platform: used, records: everything.map(\.node), section: section.ancestor, levels: stretches.map(\.level), frames: frames).read()
    // By record, its place among those that make threads.
    let ranks = Dictionary(uniqueKeysWithValues: threaded.enumerated().map { ($0.element, $0.offset) })
    var position = [Int?](repeating: nil, count: everything.count)
    for (index, original) in kept.enumerated() { if let rank = ranks[original] { position[rank] = index } }
    var clues = [[ReplyClue]](repeating: [], count: records.count)
    let embedded = used?.embeddedParents?(document) ?? [:]
    let byAddress = Dictionary(records.enumerated().compactMap { entry in entry.element.permalink.map { ($0, entry.offset) } }) { first, _ in first }
    for (index, record) in records.enumerated() {
        if let parent = record.parentAddress.flatMap({ byAddress[$0] }), parent != index { clues[index].append(ReplyClue(.init(rawValue: "permalink-parent"), .comment(parent))) }
        if let parent = record.key.flatMap({ embedded[$0] }) { clues[index].append(ReplyClue(.init(rawValue: "parent-id"), .key(parent))) }
        if let key = record.parentKey {
            clues[index].append(ReplyClue(.init(rawValue: record.parentIsLink ? "permalink-parent" : "parent-id"), .key(key)))
        }
        if let parent = statedParents[index] { clues[index].append(ReplyClue(.init(rawValue: "parent-id"), .comment(parent))) }
        if let parent = ranks[kept[index]].flatMap({ threading.parents[$0] }) {
            if let place = position[parent] {
                clues[index].append(ReplyClue(threading.evidence, .comment(place)))
            } else if let key = everything[parent].key {
                clues[index].append(ReplyClue(threading.evidence, .key(key)))
            }
        }
        if let name = record.targetName, !name.isEmpty { clues[index].append(ReplyClue(.init(rawValue: "label"), .name(name))) }
        for key in record.quotedKeys { clues[index].append(ReplyClue(.init(rawValue: "quote-link"), .key(key))) }
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
    let hasParents = threading.isThreaded || showsTree && (!embedded.isEmpty || statedParents.contains { $0 != nil } || records.contains { $0.parentKey != nil && !$0.parentIsLink })
    var completeness = section.completeness
    if unseen > 0 { completeness.reasons.append("the page's data hold \(unseen) comments that it does not show") }
    return FoundComments(
        platform: name, comments: comments, clues: clues, subjects: records.contains { $0.subject != nil } ? records.map(\.subject) : [], statesThreading: hasParents, completeness: completeness,
        claimed: section.claimed, notes: copyNotes)
}

/// Records that hold a list of what was changed and no words beside the labels of it: "Updated by".
private func tellOnlyChanges(_ records: [ReadRecord]) -> Set<Int> {
    var counts: [String: Int] = [:]
    for record in records where record.tellsChanges && record.text.utf8.count <= 40 { counts[record.text, default: 0] += 1 }
    return Set(records.indices.filter { index in
        let record = records[index]
        return record.tellsChanges && (record.text.isEmpty || record.text.utf8.count <= 40 && counts[record.text, default: 0] > 1)
    })
}

/// A list beside the page's own that it never shows (a trap for robots, a template's sample) is hidden; where it is all there is, a script
/// was to show it, and answers that open at a click are the page's own.
private func markConcealed(_ records: inout [ReadRecord], _ signals: Signals) {
    let isConcealed = records.map { signals.isConcealed($0.node) }
    guard isConcealed.contains(true), isConcealed.count(where: { $0 }) * 2 <= records.count else { return }
    var end = 0
    for (index, record) in records.enumerated() {
        let isAnswer = record.node < end
        end = max(end, signals.document.end(record.node))
        if isConcealed[index], !isAnswer { records[index].state = .hidden }
    }
}

/// A page that shows no comments: those that its data hold, if any.
private func withoutMarkup(_ stated: [StatedComment], _ sections: SectionReader) -> FoundComments {
    let none = sections.withoutRecords()
    guard let first = stated.first else {
        return FoundComments(
            platform: "none", comments: [], clues: [], statesThreading: false, completeness: none.completeness, claimed: none.claimed)
    }
    let (found, clues) = comments(from: stated, in: sections.document)
    let note = Note(.comments, .doubt, "the page shows no comments: \(found.count) are taken from its \(first.source.rawValue)")
    return FoundComments(
        platform: "statements", comments: found, clues: clues, statesThreading: clues.contains { !$0.isEmpty }, completeness: none.completeness, claimed: none.claimed,
        notes: [note])
}

/// Whether most texts are one label, digits aside; with `countsOnly` only where it is a number of something.
private func sayTheSame(_ records: [ReadRecord], countsOnly: Bool) -> Bool {
    var counts: [UInt64: Int] = [:]
    for record in records where !countsOnly || (record.text.utf8.first.map { (0x30...0x39).contains($0) } ?? false) { if let hash = LabelTable.hash(of: record.text) { counts[hash, default: 0] += 1 } }
    // "liked this post" below each name.
    let isOneText = records.count >= 3 && records[0].text.utf8.count >= 8 && records.allSatisfy { $0.text == records[0].text }
    return isOneText || records.count >= 3 && (counts.values.max() ?? 0) * 2 > records.count
}

/// Whether all texts stand in quotation marks: what others said, for show.
private func arePraise(_ records: [ReadRecord]) -> Bool {
    records.allSatisfy { record in
        record.text.first.map { "“„\"«‘「『»".contains($0) } ?? false && record.text.last.map { "”“\"»’」』«".contains($0) } ?? false
    }
}

/// Elements that stand among the records, alike but for their name, are records too: pingbacks between comments.
private func withSiblings(_ members: [Int], _ signals: Signals) -> [Int] {
    let document = signals.document
    guard let first = members.first, document.name(first) == .li else { return members }
    var all = Set(members)
    for parent in Set(members.compactMap { document.parent($0) }) {
        for child in document.elements(parent) where document.name(child) == .li && signals.textSize(document.subtree(child)) > 0 {
            let nodes = document.subtree(child)
            if signals.hints[child].contains(.pingback) || signals.hints[child].contains(.comment) && signals.timeCount(nodes) + signals.authorCount(nodes) > 0 { all.insert(child) }
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
            signals.textSize(outer..<member) == 0 || document.parent(member) == outer && haveOneKey(outer, member, document), isWrapped(member, document)
        {
            continue
        }
        kept.append(member)
    }
    return kept
}

/// An element of the same name that only holds others together, without a word or an id of its own, is none of them: the frame of a thread.
private func withoutHolders(_ members: [Int], _ signals: Signals) -> [Int] {
    let document = signals.document
    var nested = NestedSums(members: members, signals: signals)
    var next = 0
    return members.filter { member in
        next += 1
        guard next < members.count, document.contains(member, members[next]) else { return true }
        return nested.own(member, end: document.end(member)).text > 0 || document.attribute(member, .id).flatMap(trailingKey) != nil
    }
}

/// Whether the ids of two elements are those of one comment: `li-comment-12` and `comment-12`.
private func haveOneKey(_ outer: Int, _ inner: Int, _ document: HTMLDocument) -> Bool {
    guard let own = document.attribute(outer, .id).flatMap(trailingKey) else { return false }
    return document.attribute(inner, .id).flatMap(trailingKey) == own
}

/// Whether an element is of a kind that a list item wraps around its own content; an answer inside an item is an item itself.
private func isWrapped(_ node: Int, _ document: HTMLDocument) -> Bool {
    document.name(node) == .article || document.name(node) == .div || document.name(node) == .section
}

/// Lines that open or close most records alike are labels of the page in whatever language, and no one's words; so is what stands before
/// a colon at the head of most. Where that would leave most records without a word, it is their text.
private func removeRepeatedLines(_ records: inout [ReadRecord]) {
    guard records.count >= 3 else { return }
    for atEnd in [false, true] {
        for _ in 0..<12 {
            var counts: [UInt64: (all: Int, whole: Int)] = [:]
            let edges = records.map { edgeLine($0.text, atEnd: atEnd) }
            for (record, edge) in zip(records, edges) {
                guard let edge else { continue }
                let hash = labelHash(edge)
                counts[hash, default: (0, 0)].all += 1
                if edge.utf8.count == record.text.utf8.count { counts[hash, default: (0, 0)].whole += 1 }
            }
            guard let (label, count) = counts.max(by: { ($0.value.all, $1.key) < ($1.value.all, $0.key) }), count.all * 2 > records.count, count.all >= 3, count.whole * 2 <= count.all else { break }
            for index in records.indices {
                guard let edge = edges[index], labelHash(edge) == label else { continue }
                records[index].text = withoutEdge(records[index].text, atEnd: atEnd)
            }
        }
    }
    removeFieldLabels(&records)
}

/// "1. Ann", "2. Ben": names that the page counts, one more at each record.
private func removeNumbers(_ records: inout [ReadRecord]) {
    // How far each number is from the place of its record: the same for all, from the first on or from the last.
    var numbered: [Int] = [], ahead: Set<Int> = [], behind: Set<Int> = []
    for (index, record) in records.enumerated() {
        guard let name = record.author?.name, let digits = name.utf8.firstIndex(where: { !(0x30...0x39).contains($0) }), name.utf8[digits] == 0x2E || name.utf8[digits] == 0x29,
            let number = Int(name[..<digits])
        else { continue }
        numbered.append(index)
        ahead.insert(number - index)
        behind.insert(number + index)
    }
    guard numbered.count >= 2, ahead.count == 1 || behind.count == 1 else { return }
    for index in numbered {
        guard let name = records[index].author?.name else { continue }
        let alone = Labels.nameAlone(String(name.drop { $0.isNumber }.dropFirst()))
        if !alone.isEmpty { records[index].author?.name = alone }
    }
}

/// A line as a label; one of signs alone ("···") by its bytes.
private func labelHash(_ line: Substring) -> UInt64 { LabelTable.hash(of: ArraySlice(line.utf8)) ?? nameHash(ArraySlice(line.utf8)).hash }

/// "Message: …" at the head of most records.
private func removeFieldLabels(_ records: inout [ReadRecord]) {
    var counts: [Substring: Int] = [:]
    let labels = records.map { record -> Substring? in
        guard let colon = record.text.utf8.prefix(32).firstIndex(of: 0x3A) else { return nil }
        let label = record.text[...colon]
        return label.contains("\n") || label.count < 3 ? nil : label
    }
    for case let label? in labels { counts[label, default: 0] += 1 }
    guard let (label, count) = counts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }), count >= 3, count * 2 > records.count else { return }
    for index in records.indices where labels[index] == label {
        records[index].text = String(records[index].text.dropFirst(label.count).drop { $0.isWhitespace })
    }
}

/// The first or the last line of a text, where it is short enough for a label.
private func edgeLine(_ text: String, atEnd: Bool) -> Substring? {
    let bytes = text.utf8
    let line: Substring
    if atEnd {
        let start = bytes.suffix(61).lastIndex(of: 0x0A).map { bytes.index(after: $0) } ?? bytes.startIndex
        line = text[start...]
    } else {
        line = text[..<(bytes.prefix(61).firstIndex(of: 0x0A) ?? bytes.endIndex)]
    }
    return line.utf8.count <= 60 && !line.isEmpty ? line : nil
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

    /// Short texts that may hold a date in numbers alone (`3/4/2012`).
    var numericDates: [String] {
        var found: [String] = []
        for node in 0..<count where isText(node) && nodes[node].last - nodes[node].first <= 80 {
            let text = textBytes(node)
            let signs = text.withUnsafeBufferPointer { bytes in
                var signs = 0
                for at in bytes.indices.dropFirst() where bytes[at] &- 0x2D < 3 && bytes[at - 1] &- 0x30 < 10 { signs += 1 }
                return signs
            }
            if signs >= 2 { found.append(String(decoding: text, as: UTF8.self)) }
        }
        return found
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
