import DiscourseModel
import Markup

/// Gathers the comments of a text and what goes with them.
struct TextSection {
    let document: TextDocument
    let lines: [TextLine]
    let quotes: QuoteBlocks
    private var comments: [Comment] = []
    private var clues: [[ReplyClue]] = []
    private var subjects: [String?] = []
    private var navigation: [NavigationWords] = []
    private var answerCounts: [(stated: Int?, unshown: Int)] = []
    private var claimed: NodeSet
    private var completeness = Completeness()
    private var empty = 0
    var isEmpty: Bool { comments.isEmpty }

    init(document: TextDocument, lines: [TextLine], quotes: QuoteBlocks) {
        (self.document, self.lines, self.quotes) = (document, lines, quotes)
        claimed = NodeSet(capacity: document.lines.count)
    }

    mutating func add(_ split: FamilyRecords) {
        add(split.split(), recurrence: split.recurrence, heading: split.family.heading)
    }

    /// The records of a question page.
    mutating func add(_ answers: [TextRecord]) {
        guard let first = answers.first?.lines.lowerBound, let last = answers.last?.lines.upperBound else { return }
        add(answers, recurrence: Recurrence(lines: lines, anchors: answers.map(\.anchor), region: first..<last), heading: nil)
    }

    mutating func add(_ found: BulletRecords.Found) {
        add(found.records, recurrence: found.recurrence, heading: found.heading)
    }

    mutating func add(_ found: NameLineRecords.Found) {
        add(found.records, recurrence: found.recurrence, heading: found.heading)
    }

    private mutating func add(_ records: [TextRecord], recurrence: Recurrence, heading: Int?) {
        let places = columns(of: records), step = IndentStep.usual(places)
        var drafts = drafts(of: records, recurrence)
        for (index, name) in OwnNames.of(drafts.map(\.name)).enumerated() { drafts[index].name = name }
        if heading == nil, areNoComments(drafts.map(\.name)) { return }
        partNames(&drafts)
        let signatures = Signatures(document: document, lines: lines).lengths(drafts.map { ($0.name, $0.kept) })
        let authors = Set(drafts.compactMap(\.name))
        var columns: [(column: Int, comment: Int)] = []
        var commentOf: [Int: Int] = [:]
        for (place, (record, (draft, signature))) in zip(records, zip(drafts, signatures)).enumerated() {
            claimed.insert(record.lines)
            guard var comment = comment(of: record, draft, signature: signature) else {
                empty += 1
                continue
            }
            var clue: [ReplyClue] = []
            let label = AnsweredName(opening: comment.text, authors: authors)
            if let label {
                comment.text = String(label.words)
                if let quoted = label.quoted { comment.quoted.append(quoted) }
            }
            if let target = draft.target ?? label?.name { clue.append(ReplyClue(.label, .name(target))) }
            if let answered = record.answers.flatMap({ commentOf[$0] }) { clue.append(ReplyClue(.answer, .comment(answered))) }
            commentOf[place] = comments.count
            let column = places[place]
            while let above = columns.last, above.column >= column { columns.removeLast() }
            if record.answers == nil, let above = columns.last, column - above.column <= step { clue.append(ReplyClue(.indentation, .comment(above.comment))) }
            columns.append((column, comments.count))
            comments.append(comment)
            clues.append(clue)
            subjects.append(subject(of: record))
            let furniture = furniture(record, draft.kept)
            navigation.append(NavigationWords(furniture))
            answerCounts.append((AnswerCounts.read(furniture), AnswerCounts.unshown(furniture)))
        }
        for (place, named) in PostReferences(document: document, lines: lines).answered(by: records).enumerated() {
            // Where the newest stands first the answered one stands below.
            if let comment = commentOf[place], let answered = named.flatMap({ commentOf[$0] }) { clues[comment].append(ReplyClue(.postReference, .comment(answered))) }
        }
        guard let first = records.first?.lines.lowerBound, let last = records.last?.lines.upperBound else { return }
        if let heading, heading <= first { claimed.insert(heading..<first) }
        completeness = SectionClaims(document: document, lines: lines).completeness(section: first..<max(first, last), heading: heading)
    }

    /// Whether the names of records say that nobody talks there: what one alone wrote is a report, and titles have more words than names.
    private func areNoComments(_ names: [String?]) -> Bool {
        let known = names.compactMap(\.self)
        guard known.count >= 4, known.count == names.count else { return false }
        return OwnNames.areOfOne(names) || known.count { $0.split(separator: " ").count >= 5 } * 10 >= known.count * 6
    }

    /// "Ruan Pell  Tamsin Oar": some systems show the answered author's name right behind the author's own. Who it is must be on the page.
    private func partNames(_ drafts: inout [Draft]) {
        var authors = Set(drafts.compactMap(\.name))
        // Who is always shown with another is known alone from the second round on.
        for _ in 0..<2 { for index in drafts.indices { if let own = partName(&drafts[index], authors) { authors.insert(own) } } }
    }

    /// The author's own name, where the draft's held the answered one's as well.
    private func partName(_ draft: inout Draft, _ authors: Set<String>) -> String? {
        guard draft.target == nil, let name = draft.name, name.utf8.count <= 100 else { return nil }
        // 「小雨点回复江边老李」, without a blank between.
        for word in TextSection.joiners {
            guard let found = name.firstRange(of: word), found.lowerBound > name.startIndex else { continue }
            let behind = name[found.upperBound...].drop(while: \.isWhitespace)
            guard authors.contains(String(behind)) else { continue }
            draft.name = String(name[..<found.lowerBound].reversed().drop(while: \.isWhitespace).reversed())
            draft.target = String(behind)
            return draft.name
        }
        for gap in name.indices where name[gap].isWhitespace && gap > name.startIndex {
            let behind = name[name.index(after: gap)...], before = name[..<gap]
            guard authors.contains(String(behind)), let last = before.lastIndex(where: { !$0.isWhitespace }), before[last].isLetter || before[last].isNumber || before[last] == "." else { continue }
            // "Ana Maria" is no answer of an Ana to a Maria: a wide gap tells, that both names are there, or a second name of several words or signs.
            let isTold = before.last?.isWhitespace == true || authors.contains(String(before)) || behind.contains { $0.isWhitespace || $0.isNumber || $0 == "_" }
            guard isTold else { continue }
            draft.name = String(before[...last])
            draft.target = String(behind)
            return draft.name
        }
        return nil
    }

    private static let joiners = ["回复", "回覆", "回應", "回应"]

    /// What a record's lines hold, before signatures are known.
    private struct Draft {
        var name: String?
        var target: String?
        /// Lines of the comment's words.
        var kept: [Int]
        var quoted: [QuotedPassage]
    }

    private func drafts(of records: [TextRecord], _ recurrence: Recurrence) -> [Draft] {
        let body = BodyText(document: document, lines: lines)
        let authors = Set(records.compactMap { $0.name.map { squash(document.text($0)) } })
        return records.map { record in
            var name = record.name
            let names: Set<String> = name.map { [squash(document.text($0))] } ?? []
            var kept = body.trim(record.body, recurs: recurrence.contains, names: names)
            var target = record.target
            if target == nil, let label = takeLabel(record, &kept, of: authors) {
                target = document.text(label.target)
                // "Otto in reply to Marta": the name ends where the label begins.
                if label.before.isEmpty, name?.overlaps(label.target) ?? false { name = nil }
                if let whole = name, !label.before.isEmpty, whole.overlaps(label.before) { name = whole.lowerBound..<min(whole.upperBound, label.before.upperBound) }
            }
            let (own, quoted) = quotes.take(from: kept, join: body.join)
            return Draft(name: name.map(document.text), target: target, kept: own, quoted: quoted)
        }
    }

    /// "Jo", or "Jo (not verified)".
    private func isAuthor(_ name: String, _ authors: Set<String>) -> Bool {
        let name = squash(name)
        return authors.contains(name) || name.lastIndex(of: "(").map { authors.contains(String(name[..<$0])) } ?? false
    }

    private func squash(_ name: String) -> String { Folding.fold(name).filter { !$0.isWhitespace } }

    /// `nil` for a record without words.
    private func comment(of record: TextRecord, _ draft: Draft, signature: Int) -> Comment? {
        let body = BodyText(document: document, lines: lines)
        let own = draft.kept.dropLast(signature)
        let text = body.join(Array(own))
        guard !text.isEmpty else { return nil }
        let header = timeLine(record)
        let last = max(record.lines.lowerBound, record.lines.upperBound - 1)
        let isPingback = text.hasPrefix("[…]") || text.hasPrefix("[...]")
        return Comment(
            id: Comment.id(at: comments.count), author: draft.name.map { Author(name: $0) }, posted: header.stamp, postedText: header.time.map(document.text),
            votes: VoteCount.read(furniture(record, draft.kept)), text: text, quoted: draft.quoted,
            signature: signature > 0 ? body.join(Array(draft.kept.suffix(signature))) : nil, state: Placeholders.state(of: text) ?? .live, kind: isPingback ? .pingback : .comment,
            place: Place(start: document.lines[record.lines.lowerBound].start, end: document.lines[last].end))
    }

    /// "Re: Ferries (Score:3)": what a record's first lines say it is about; `nil` where they show no "Re:" and no score.
    private func subject(of record: TextRecord) -> String? {
        for index in record.lines.prefix(3) where index < record.body.lowerBound || index <= record.anchor {
            guard lines[index].labelShape != nil || lines[index].isSubject else { continue }
            let text = document.text(document.lines[index])
            let bracket = lines[index].labelShape == nil ? nil : text.lastIndex { $0 == "(" || $0 == "[" }
            var subject = text[..<(bracket ?? text.endIndex)]
            if lines[index].isLabelledSubject, let colon = subject.firstIndex(of: ":") { subject = subject[subject.index(after: colon)...].drop { $0 == " " } }
            while subject.last == " " { subject.removeLast() }
            return String(subject)
        }
        return nil
    }

    /// A label may add to a name what the comment's own header does not show ("Jo (not verified)"): then the name alone is the target.
    private func settleTargets() -> [[ReplyClue]] {
        let names = Set(comments.compactMap { $0.author?.name })
        return clues.map { list in
            list.map { clue in
                guard case .name(let name) = clue.target, !names.contains(name), name.hasSuffix(")"), let bracket = name.lastIndex(of: "(") else { return clue }
                var bare = name[..<bracket]
                while bare.last == " " { bare.removeLast() }
                return names.contains(String(bare)) ? ReplyClue(clue.evidence, .name(String(bare))) : clue
            }
        }
    }

    /// The column of each record: where the lines that made them records stand at several columns, these tell; else the bullet that opens it, or its header's outermost line.
    private func columns(of records: [TextRecord]) -> [Int] {
        // Where some show a picture behind the bullet and the header below, the others have the header itself there; "10." is no deeper than "9.".
        let anchors = records.map { record in
            let line = document.lines[record.anchor]
            return line.bullet == .none ? line.indent : line.bullet == .number ? line.indent + 2 : line.textIndent
        }
        let within = records.count { record in record.body.first.map { document.lines[$0].indent >= document.lines[record.anchor].indent } ?? true }
        if Set(anchors).count > 1, records.count >= 3, within * 10 >= records.count * 9 { return anchors }
        return records.map { record in
            var top = record.lines.lowerBound
            // A portrait may stand behind the bullet.
            if top > 0, lines[top - 1].has(.alt), document.lines[top - 1].bullet != .none { top -= 1 }
            let first = document.lines[top]
            return first.bullet != .none ? first.indent : (record.lines.lowerBound..<max(record.anchor, record.lines.lowerBound) + 1).map { document.lines[$0].indent }.min() ?? 0
        }
    }

    /// The record's lines that are no words of the comment.
    private func furniture(_ record: TextRecord, _ kept: [Int]) -> [TextLine] {
        var words = kept[...]
        return record.lines.compactMap { index in
            while let next = words.first, next < index { words.removeFirst() }
            return words.first == index ? nil : lines[index]
        }
    }

    /// A line "in reply to X" among the header, the first or the last lines of the body; it is taken out of the words.
    private func takeLabel(_ record: TextRecord, _ kept: inout [Int], of authors: Set<String>) -> ReplyLabel? {
        let header = Array(record.lines.lowerBound..<max(record.lines.lowerBound, min(record.body.lowerBound, record.lines.upperBound)))
        for index in header + kept.prefix(2) + kept.suffix(1) {
            guard lines[index].traits.isDisjoint(with: .prose) || lines[index].words <= 16,
                let label = document.bytes.withUnsafeBufferPointer({ ReplyLabel.find(in: lines[index], $0, document.lines[index].range) })
            else { continue }
            let isHeader = header.contains(index)
            // In the words themselves only a line of its own is one, with nothing before the label and the name of someone who is there.
            let isAlone = index == kept.first && lines[index].opensWithAnswer && !lines[index].endsSentence
            guard isHeader || (label.before.isEmpty && kept.count > 1 && (isAlone || isAuthor(document.text(label.target), authors))) else { continue }
            if !isHeader { kept.removeAll { $0 == index } }
            return label
        }
        return nil
    }

    /// The line of the record's header that says when: the anchor, else the nearest one above or below it.
    private func timeLine(_ record: TextRecord) -> TextLine {
        if lines[record.anchor].time != nil { return lines[record.anchor] }
        for index in [record.anchor + 1, record.anchor - 1, record.anchor + 2, record.anchor - 2] where record.lines.contains(index) && lines[index].has(.postTime) {
            return lines[index]
        }
        return lines[record.anchor]
    }

    func finish() -> FoundComments {
        var completeness = completeness, claimed = claimed
        if comments.isEmpty {
            let without = SectionClaims(document: document, lines: lines).withoutComments()
            completeness = without.completeness
            for line in without.lines { claimed.insert(line) }
        }
        var notes: [Note] = []
        if empty > 0 { notes.append(Note(.comments, .info, "\(empty) entries of the comment section hold no words and were left out.")) }
        var clues = settleTargets()
        var isThreaded = clues.contains { $0.contains { $0.evidence == .indentation } }
        if !isThreaded, let parents = AnswerCounts.parents(of: answerCounts.map(\.stated), unshown: answerCounts.map(\.unshown), isAnswer: NavigationWords.answers(navigation)) {
            for (index, parent) in parents.enumerated() { if let parent { clues[index].append(ReplyClue(.answerCount, .comment(parent))) } }
            isThreaded = true
        }
        if !isThreaded, let (parents, isWhole) = NavigationWords.parents(of: navigation) {
            for (index, parent) in parents.enumerated() { if let parent { clues[index].append(ReplyClue(.navigation, .comment(parent))) } }
            isThreaded = isWhole
        }
        return FoundComments(
            platform: comments.isEmpty ? "none" : "text", comments: comments, clues: clues, subjects: subjects, statesThreading: isThreaded,
            completeness: completeness, claimed: claimed, notes: notes)
    }
}
