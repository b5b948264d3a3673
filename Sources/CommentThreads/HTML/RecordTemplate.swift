internal import DiscourseModel
internal import Markup

/// What the records of one list have in common: their words, their authors and their times stand in elements of one kind each.
/// A record whose own words say little (a "No." beside a long profile) is read as the others are.
struct RecordTemplate {
    /// Kinds of elements, by `RecordReader.kind`.
    var body: UInt64?
    var author: UInt64?
    var time: UInt64?
    /// The column of names, where nothing else says who wrote.
    var names: UInt64?
    /// Whether portraits name who wrote, where nothing else does.
    var hasNamedPictures = false
    /// The headings over the texts, where each record has one that names neither who nor when.
    var subject: UInt64?
    /// Lists of what was changed: some records hold nothing else.
    var changes: Set<UInt64> = []
    /// The lines of the names and of the times of most records, once all have been read.
    var nameLine: UInt64?, timeLine: UInt64?
    /// Columns that say nothing of what was written.
    var furniture: Set<UInt64> = []

    /// Records that are looked at; they stand evenly over the list.
    static let sample = 24
}

extension RecordReader {
    /// Takes the template from what most of a list's records show when each is read by itself.
    mutating func learn(from members: [Int]) {
        guard members.count >= 3 else { return }
        var bodies: [UInt64: BodyKind] = [:], places = bodies
        var authors: [UInt64: Int] = [:], times = authors
        var count = 0, sureAuthors = 0, prose = 0, words = 0
        var columns = RecordColumns(), clock = TimeColumns()
        var changes: [UInt64: (records: Int, alone: Int)] = [:]
        var beside: [String] = []
        for member in stride(from: 0, to: members.count, by: max(1, members.count / RecordTemplate.sample)).map({ members[$0] }) {
            let draft = ReadRecord(node: member)
            let parts = parts(of: member, into: draft)
            count += 1
            prose += parts.own.reduce(0) { $0 + (document.isText($1) ? signals.textSize($1..<$1 + 1) : 0) }
            countBodies(parts.own, quotes: parts.out, into: &bodies, record: count)
            if let author = parts.author {
                authors[kind(author), default: 0] += 1
                if document.isElement(author), signals.hints[author].contains(.author) { sureAuthors += 1 }
            }
            if let time = parts.time {
                times[kind(time), default: 0] += 1
                if let name = nameBeside(time, member)?.name { beside.append(name) }
            }
            if platform == nil {
                clock.add(member, quotes: parts.out, in: self)
                words += parts.own.reduce(0) { $0 + (document.isText($1) ? bodyProse($1..<$1 + 1) : 0) }
                countPlaces(parts, into: &places, record: count)
                columns.add(parts, of: member, in: self)
                countChanges(parts, into: &changes)
            }
        }
        func most(_ votes: [UInt64: Int]) -> UInt64? { votes.first { $0.value * 2 > count }?.key }
        // Once more with the other time: what stands beside it tells who wrote.
        if template.time == nil, let better = most(times).flatMap(clock.inOrder) {
            template.time = better
            return learn(from: members)
        }
        template = RecordTemplate(body: body(named: bodies, places, of: count, prose: prose, words: words), author: most(authors), time: most(times), furniture: columns.furniture())
        template.subject = columns.subject()
        template.changes = Set(changes.lazy.filter { $0.value.alone >= 1 && $0.value.records >= 2 && $0.value.records * 10 <= count * 7 }.map(\.key))
        // A place or a rank beside the time, and a heading above both.
        let isCalledAuthor = sureAuthors * 2 > count
        // But titles repeat sooner than people: where those beside the times are more, they are the names.
        if platform == nil, !isCalledAuthor, let names = columns.headingNames(), beside.count * 10 < count * 8 || Set(beside).count <= names.count {
            template.author = names.kind
            template.subject = nil
        }
        template.furniture.subtract([template.body, template.author, template.time].compactMap { $0 })
        if template.author == nil {
            template.names = columns.author()
            template.hasNamedPictures = columns.haveNamedPictures
            template.names.map { _ = template.furniture.remove($0) }
        }
    }

    /// "Status: new → closed": lists of a name of their own, and whether they are all that a record holds.
    private func countChanges(_ parts: Parts, into changes: inout [UInt64: (records: Int, alone: Int)]) {
        for node in parts.own where document.name(node) == .ul || document.name(node) == .dl || document.name(node) == .table {
            let nodes = document.subtree(node)
            guard document.classNumber(node) != nil, signals.textSize(nodes) >= 8, signals.timeCount(nodes) == 0, !(parts.body.map { document.contains($0, node) || document.contains(node, $0) } ?? false),
                !(parts.author.map { document.contains(node, $0) } ?? false)
            else { continue }
            // Who, when and a word or two: "Updated by Jo 3 days ago".
            let besides = parts.own.reduce(0) { $0 + (document.isText($1) && !nodes.contains($1) && !isWithin($1, parts.author) ? signals.textSize($1..<$1 + 1) : 0) }
            let kind = kind(node)
            changes[kind, default: (0, 0)].records += 1
            if besides <= 40 { changes[kind, default: (0, 0)].alone += 1 }
        }
    }

    private func isWithin(_ node: Int, _ element: Int?) -> Bool { element.map { document.contains($0, node) || $0 == node } ?? false }

    /// What the sampled records hold in elements of one kind.
    struct BodyKind {
        /// Bytes of prose in all of them.
        var prose = 0
        /// Records that have just one such element.
        var records = 0
        var lastRecord = 0
        /// Whether no record has several.
        var isSingle = true
        /// The kinds that stood around the first of them.
        var holders: Set<UInt64> = []
    }

    private func countBodies(_ own: [Int], quotes: NodeSpans, into bodies: inout [UInt64: BodyKind], record: Int) {
        for node in own where mayBeBody(node, quotes: quotes) {
            let kind = kind(node)
            let nodes = document.subtree(node)
            var body = bodies[kind] ?? BodyKind(holders: Set(document.ancestors(node).prefix(8).map(self.kind)))
            body.prose += bodyProse(nodes)
            if body.lastRecord != record {
                body.records += 1
                body.lastRecord = record
            }
            bodies[kind] = body
        }
    }

    /// Elements that hold neither who nor when, nor answers, whatever they are called.
    private func countPlaces(_ parts: Parts, into places: inout [UInt64: BodyKind], record: Int) {
        for node in parts.own where RecordReader.places.contains(document.name(node)) && signals.textSize(document.subtree(node)) > 0 && !parts.out.contains(node) {
            guard ![parts.author, parts.time].contains(where: { $0.map { document.contains(node, $0) || node == $0 } ?? false }), !document.subtree(node).contains(where: records.contains) else { continue }
            let kind = kind(node)
            var place = places[kind] ?? BodyKind(holders: Set(document.ancestors(node).prefix(8).map(self.kind)))
            place.prose += bodyProse(document.subtree(node))
            if place.lastRecord == record { place.isSingle = false }
            place.records += 1
            place.lastRecord = record
            places[kind] = place
        }
    }

    private static let places = NameSet([.div, .td, .section, .article, .p, .blockquote, .dd, .span])

    /// The kind that is named for the words, unless the name misleads ("contextual"): then another kind holds several times as many.
    private func body(named bodies: [UInt64: BodyKind], _ places: [UInt64: BodyKind], of count: Int, prose: Int, words: Int) -> UInt64? {
        let place = place(places, of: count, words: words)
        guard let named = widest(bodies, of: count, prose: prose) else { return place }
        guard let place, let held = places[place]?.prose, let own = bodies[named]?.prose, own * 5 < held else { return named }
        return place
    }

    /// Where no name says it: the one kind that stands once in nearly every record and holds most of what is written there.
    private func place(_ places: [UInt64: BodyKind], of count: Int, words: Int) -> UInt64? {
        let usual = places.filter { $0.value.isSingle && $0.value.records * 10 >= count * 9 && $0.value.prose * 10 >= words * 6 }
        guard let most = usual.values.map(\.prose).max() else { return nil }
        return innermost(of: usual.filter { $0.value.prose * 10 >= most * 9 })
    }

    /// The kind that holds the words of most records; of two, one inside the other, the inner one while it holds nearly as much.
    private func widest(_ bodies: [UInt64: BodyKind], of count: Int, prose: Int) -> UInt64? {
        let usual = bodies.filter { $0.value.records * 10 >= count * 6 }
        // "contextual" is no text.
        guard let most = usual.values.map(\.prose).max(), most > 0, most * 30 > prose else { return nil }
        return innermost(of: usual.filter { $0.value.prose * 10 >= most * 6 })
    }

    /// The kind that stands in most of the others; of two, the one with more words.
    private func innermost(of kinds: [UInt64: BodyKind]) -> UInt64? {
        kinds.max { ($0.value.holders.count { kinds[$0] != nil }, $0.value.prose, $0.key) < ($1.value.holders.count { kinds[$0] != nil }, $1.value.prose, $1.key) }?.key
    }

    /// What tells an element's job: its shape, and its parent's where it has no name of its own. A text is of its element's kind.
    func kind(_ node: Int) -> UInt64 {
        let element = document.isText(node) ? document.parent(node) ?? node : node
        let shape = signals.shape(element)
        guard document.classNumber(element) == nil, let parent = document.parent(element) else { return shape }
        return shape &* 31 &+ signals.shape(parent)
    }

    /// The record's element of the kind that holds the words of most; `nil` where it has none, or several side by side.
    func usualBody(_ own: [Int]) -> Int? {
        guard let usual = template.body else { return nil }
        var found: Int?
        for node in own where document.isElement(node) && kind(node) == usual {
            if let found, document.contains(found, node) { continue }
            guard found == nil else { return nil }
            found = node
        }
        return found
    }
}
