internal import DiscourseModel
internal import Markup

/// Fills what the visible comments lack (author, time, id, the answered comment) from what the page states of them for machines.
/// Nothing that the page shows is changed: but a time of day is taken over for a bare date, and a time for one in words ("2 weeks ago").
///
/// - Returns: for each record, the place of the record it answers, where a statement says so; and how many statements the page does not show.
func reconcile(_ records: [ReadRecord], with stated: [StatedComment]) -> (parents: [Int?], unseen: Int) {
    var parents = [Int?](repeating: nil, count: records.count)
    guard !stated.isEmpty else { return (parents, 0) }
    var byText: [UInt64: [Int]] = [:]
    var byKey: [String: Int] = [:]
    for (index, record) in records.enumerated().reversed() {
        if let hash = textHash(record.text) { byText[hash, default: []].append(index) }
        if let key = record.key { byKey[key] = index }
    }
    var place = [Int?](repeating: nil, count: stated.count)
    for (index, statement) in stated.enumerated() {
        if let hash = textHash(statement.text), let same = byText[hash]?.popLast() {
            place[index] = same
        } else if let key = statement.key.flatMap({ fragmentNumber($0) ?? trailingKey($0) }), let same = byKey[key], !place.contains(same) {
            place[index] = same
        }
    }
    // Ids of one kind only: the page's own where it shows any.
    let takesKeys = records.allSatisfy { $0.key == nil }
    let byStatedKey = Dictionary(stated.enumerated().compactMap { entry in entry.element.key.map { ($0, entry.offset) } }) { first, _ in first }
    for (index, statement) in stated.enumerated() {
        guard let at = place[index] else { continue }
        if records[at].author == nil { records[at].author = statement.author }
        if let time = statement.time, records[at].time?.hour == nil, records[at].time.map({ $0.dateOnly == time.dateOnly }) ?? true { records[at].time = time }
        if records[at].timeText == nil { records[at].timeText = statement.timeText }
        if records[at].votes == nil { records[at].votes = statement.votes }
        if takesKeys { records[at].key = statement.key }
        guard records[at].parentKey == nil, let above = statement.parent ?? statement.parentKey.flatMap({ byStatedKey[$0] }), let parent = place[above], parent != at else { continue }
        parents[at] = parent
    }
    return (parents, place.count { $0 == nil })
}

/// The comments that only the page's data hold.
func comments(from stated: [StatedComment], in document: HTMLDocument) -> (comments: [Comment], clues: [[ReplyClue]]) {
    let byKey = Dictionary(stated.enumerated().compactMap { entry in entry.element.key.map { ($0, entry.offset) } }) { first, _ in first }
    let comments = stated.enumerated().map { index, statement in
        Comment(
            id: Comment.id(at: index), platformKey: statement.key, author: statement.author, posted: statement.time, postedText: statement.timeText,
            votes: statement.votes, text: statement.text, permalink: statement.permalink, place: document.place(statement.node))
    }
    let clues = stated.enumerated().map { index, statement -> [ReplyClue] in
        if let parent = statement.parent ?? statement.parentKey.flatMap({ byKey[$0] }), parent != index { return [ReplyClue(.init(rawValue: "parent-id"), .comment(parent))] }
        return statement.parentKey.map { [ReplyClue(.init(rawValue: "parent-id"), .key($0))] } ?? []
    }
    return (comments, clues)
}

/// A hash of the first letters and digits of a text; `nil` where there are fewer than four.
private func textHash(_ text: String) -> UInt64? {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    var count = 0
    for byte in text.utf8 where byte >= 0x80 || (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20) {
        hash = (hash ^ UInt64((0x41...0x5A).contains(byte) ? byte | 0x20 : byte)) &* 0x100_0000_01b3
        count += 1
        if count == 120 { break }
    }
    return count >= 4 ? hash : nil
}
