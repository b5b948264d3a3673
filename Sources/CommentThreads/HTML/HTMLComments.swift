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
    let nearby = reference == nil ? document.statedDate : nil
    let times = TimeReader(reference: reference, language: document.language, dayFirst: TimeReader.dayFirst(in: document.numericDates), nearby: nearby)
    let signals = Signals(document, times: times)
    let list = RecordList(signals, platform: usePlatforms ? Platform.recognize(document) : nil)
    let sections = SectionReader(signals: signals)
    var statements = StatementReader(document, times: times)
    let stated = statements.read()
    guard !list.members.isEmpty else { return withoutMarkup(stated, sections) }

    let kept = KeptRecords(of: list, signals)
    let records = kept.records
    guard !records.isEmpty else { return withoutMarkup(stated, sections) }
    markConcealed(records, signals)
    let (statedParents, unseen) = reconcile(records, with: stated)

    let section = sections.read(records: records.map { $0.node..<(list.ends[$0.node] ?? document.end($0.node)) }, platform: list.platform)
    let threading = ThreadingReader(
        signals: signals, platform: list.platform, records: kept.threaded.map(\.node), section: section.ancestor, levels: list.stretches.map(\.level), frames: kept.frames
    ).read()
    let embedded = list.platform?.embeddedParents?(document) ?? [:]
    let clues = replyClues(of: records, kept, threading, embedded: embedded, stated: statedParents)
    let comments = records.enumerated().map { index, record in
        Comment(
            id: Comment.id(at: index), platformKey: record.key, author: record.author, posted: record.time, postedText: record.timeText,
            votes: record.votes, text: record.text, quoted: record.quoted, signature: record.signature, state: record.state, kind: record.kind,
            permalink: record.permalink, place: document.place(record.node, end: list.ends[record.node]))
    }
    let copyNotes = kept.copies > 0 ? [Note(.comments, .info, "\(kept.copies) comments stand on the page twice, with one id and one text; each is counted once")] : []
    // Where the page shows no tree, a comment without a stated parent may still be an answer.
    let showsTree = if case .some(Platform.Threading.none) = list.platform?.threading { false } else { true }
    let hasParents = threading.isThreaded || showsTree && (!embedded.isEmpty || statedParents.contains { $0 != nil } || records.contains { $0.parentKey != nil && !$0.parentIsLink })
    var completeness = section.completeness
    if unseen > 0 { completeness.reasons.append("the page's data hold \(unseen) comments that it does not show") }
    return FoundComments(
        platform: list.platform?.name ?? "generic", comments: comments, clues: clues, subjects: records.contains { $0.subject != nil } ? records.map(\.subject) : [],
        statesThreading: hasParents, completeness: completeness, claimed: section.claimed, notes: copyNotes)
}

/// What the markup and the page's data say of whom each record answers.
private func replyClues(of records: [ReadRecord], _ kept: KeptRecords, _ threading: Threading, embedded: [String: String], stated: [Int?]) -> [[ReplyClue]] {
    let byAddress = Dictionary(records.enumerated().compactMap { entry in entry.element.permalink.map { ($0, entry.offset) } }) { first, _ in first }
    return records.enumerated().map { index, record in
        var clues: [ReplyClue] = []
        if let parent = record.parentAddress.flatMap({ byAddress[$0] }), parent != index { clues.append(ReplyClue(.init(rawValue: "permalink-parent"), .comment(parent))) }
        if let parent = record.key.flatMap({ embedded[$0] }) { clues.append(ReplyClue(.init(rawValue: "parent-id"), .key(parent))) }
        if let key = record.parentKey { clues.append(ReplyClue(.init(rawValue: record.parentIsLink ? "permalink-parent" : "parent-id"), .key(key))) }
        if let parent = stated[index] { clues.append(ReplyClue(.init(rawValue: "parent-id"), .comment(parent))) }
        if let parent = kept.ranks[index].flatMap({ threading.parents[$0] }) {
            if let place = kept.positions[parent] {
                clues.append(ReplyClue(threading.evidence, .comment(place)))
            } else if let key = kept.threaded[parent].key {
                clues.append(ReplyClue(threading.evidence, .key(key)))
            }
        }
        if let name = record.targetName, !name.isEmpty { clues.append(ReplyClue(.init(rawValue: "label"), .name(name))) }
        for key in record.quotedKeys { clues.append(ReplyClue(.init(rawValue: "quote-link"), .key(key))) }
        for quoted in record.quoted {
            if let key = quoted.key { clues.append(ReplyClue(.init(rawValue: "quote-link"), .key(key))) }
            if let name = quoted.author { clues.append(ReplyClue(.init(rawValue: "quote-link"), .name(name))) }
        }
        return clues
    }
}

/// A list beside the page's own that it never shows (a trap for robots, a template's sample) is hidden; where it is all there is, a script
/// was to show it, and answers that open at a click are the page's own.
private func markConcealed(_ records: [ReadRecord], _ signals: Signals) {
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

extension HTMLDocument {
    /// Where a node stands in the source.
    func place(_ node: Int, end: Int? = nil) -> Place {
        Place(start: Int(nodes[node].sourceStart), end: Int(nodes[end.map { $0 - 1 } ?? node].sourceEnd), node: node)
    }
}
