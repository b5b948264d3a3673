internal import DiscourseModel
internal import Markup

/// The records of a list as they were read, and which of them are comments.
struct KeptRecords {
    /// The comments, in page order; none where the list turns out to be one of something else.
    private(set) var records: [ReadRecord] = []
    /// The records that make the threads: the comments, and places of comments that are not here.
    private(set) var threaded: [ReadRecord] = []
    /// Of each comment, which of `threaded` it is.
    private(set) var ranks: [Int?] = []
    /// Of each of `threaded`, which comment it is.
    private(set) var positions: [Int?] = []
    /// Elements that only hold others together.
    private(set) var frames: Set<Int>
    /// Comments that stood on the page a second time.
    private(set) var copies = 0

    init(of list: RecordList, _ signals: Signals) {
        let document = signals.document
        var members = NodeSet(capacity: document.count)
        for member in list.members { members.insert(member) }
        var reader = RecordReader(signals: signals, platform: list.platform, records: members, ends: list.ends, stretches: list.stretches)
        reader.learn(from: list.members)
        let all = list.members.map(reader.read)
        for index in all.indices where list.pings.contains(all[index].node) { all[index].kind = .pingback }
        let labels = removeRepeatedLines(all)
        reader.readShort(all, without: labels)
        removeNumbers(all)
        if list.platform == nil {
            for (index, name) in OwnNames.of(all.map { $0.author?.name }).enumerated() { if let name { all[index].author?.name = name } }
        }
        reader.fill(all)
        if list.platform == nil {
            readAttributeKeys(all, document)
            readNumbers(all, document, signals)
            readReferences(all)
        }
        let authors = Set(all.compactMap { $0.author?.name })
        for index in all.indices {
            guard let label = AnsweredName(opening: all[index].text, authors: authors) else { continue }
            all[index].text = String(label.words)
            if let quoted = label.quoted { all[index].quoted.append(quoted) }
            if all[index].parentKey == nil, all[index].quotedKeys.isEmpty { all[index].targetName = all[index].targetName ?? label.name }
        }
        reader.resolveAliases(in: all)
        reader.readHeaderLinks(all)
        frames = list.frames

        let kept = commentPlaces(in: all, reader)
        let isKept = Set(kept)
        // What holds records and says nothing is none of them, but the frame of a thread.
        let threads = all.indices.filter { index in
            isKept.contains(index) || all[index].key != nil || index + 1 == all.count || !document.contains(all[index].node, all[index + 1].node)
        }
        frames.formUnion(Set(all.indices).subtracting(threads).map { all[$0].node })
        guard !areNoComments(kept.map { all[$0] }, among: all, list, reader) else { return }
        records = kept.map { all[$0] }
        threaded = threads.map { all[$0] }
        let rankOfRecord = Dictionary(uniqueKeysWithValues: threads.enumerated().map { ($0.element, $0.offset) })
        ranks = kept.map { rankOfRecord[$0] }
        positions = [Int?](repeating: nil, count: threaded.count)
        for (index, rank) in ranks.enumerated() { if let rank { positions[rank] = index } }
    }

    /// Which records are comments: an item without words and without a name is the place of one that is not on the page, or furniture.
    private mutating func commentPlaces(in records: [ReadRecord], _ reader: RecordReader) -> [Int] {
        // By id, the records that have it.
        var seen: [String: [Int]] = [:]
        let changes = tellOnlyChanges(records).union(reader.told(in: records))
        return records.indices.filter { index in
            let record = records[index]
            if changes.contains(index) { return false }
            guard !record.text.isEmpty || record.author != nil && (record.time != nil && reader.hasPlaceForText(record.node) || record.kind == .pingback) else { return false }
            // A page that holds its list twice, for two widths of screen, holds each comment once.
            guard let key = record.key, !record.text.isEmpty else { return true }
            let isCopy = seen[key, default: []].contains { records[$0].text == record.text && (records[$0].author?.name ?? "") == (record.author?.name ?? "") }
            if isCopy { copies += 1 } else { seen[key, default: []].append(index) }
            return !isCopy
        }
    }
}

/// Whether a list is one of anything but what people wrote.
private func areNoComments(_ kept: [ReadRecord], among all: [ReadRecord], _ list: RecordList, _ reader: RecordReader) -> Bool {
    // "1552 Recommendations", "1538 Recommendations".
    if sayTheSame(all, countsOnly: list.isNamed) { return true }
    guard list.platform == nil else { return false }
    // Where nothing says who wrote or when, the labels of a form look like a comment.
    if !kept.contains(where: { $0.author != nil || $0.timeText != nil }) { return true }
    // "By", beside names and times: the words stand elsewhere.
    if kept.count(where: { !$0.text.isEmpty && Labels.isAffix($0.text) }) * 2 > kept.count || reader.areTitles(kept) { return true }
    if list.isNamed { return false }
    if OwnNames.areOfOne(kept.map { $0.author?.name }) { return true }
    // Rows of a table of matches have dates, and nobody who says anything.
    return kept.count { $0.author != nil || $0.isNumbered } * 2 < kept.count || arePraise(all)
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
