internal import DiscourseModel
internal import Markup

/// Records that seem to say nothing: "+1", "Good." and "No." read like buttons and labels.
extension RecordReader {
    /// Gives them the words that stand where those of the other records stand.
    func fill(_ records: [ReadRecord]) {
        func isWordless(_ record: ReadRecord) -> Bool {
            record.state == .live && record.kind == .comment && record.author != nil && record.time != nil && (record.text.isEmpty || record.text.utf8.count <= 80 && Labels.isAffix(record.text))
        }
        guard records.count >= 3, records.contains(where: isWordless), let usual = holder(of: records.filter { !isWordless($0) }) else { return }
        for index in records.indices where isWordless(records[index]) {
            let record = records[index].node
            let places = ownNodes(record).filter { document.isElement($0) && kind($0) == usual }
            guard let place = places.first, places.allSatisfy({ document.contains(place, $0) || $0 == place }) else { continue }
            let text = document.plainText(place) { $0 != record && self.records.contains($0) }
            if !text.isEmpty { records[index].text = text }
        }
    }

    /// A few words beside a name or a time read like a part of their line. Where that leaves a record without any, those lines end where they
    /// end in most records.
    ///
    /// - Parameter labels: the lines that were taken from the ends of the others.
    mutating func readShort(_ records: [ReadRecord], without labels: Set<UInt64>) {
        guard platform == nil, records.count >= 4, records.contains(where: { $0.isAllHead || $0.text.isEmpty }) else { return }
        func usual(_ line: (ReadRecord) -> Int?) -> UInt64? {
            var counts: [UInt64: Int] = [:]
            for record in records where !record.isAllHead && !record.text.isEmpty { if let line = line(record) { counts[kind(line), default: 0] += 1 } }
            return counts.first { $0.value * 10 >= records.count * 6 }?.key
        }
        (template.nameLine, template.timeLine) = (usual(\.nameLine), usual(\.timeLine))
        guard template.nameLine != nil || template.timeLine != nil else { return }
        for index in records.indices where records[index].isAllHead || records[index].text.isEmpty && records[index].state == .live {
            let words = withoutLabels(read(records[index].node).text, labels)
            if !words.isEmpty { records[index].text = words }
        }
    }

    /// Records that tell what somebody did and not what somebody said: "Jo closed this". They are one line with the name in it, and have not
    /// the element that holds nothing but the words of most.
    func told(in records: [ReadRecord]) -> Set<Int> {
        guard platform == nil, ends.isEmpty, records.count >= 4 else { return [] }
        let brief = records.indices.filter { records[$0].state == .live && records[$0].kind == .comment && (1...100).contains(records[$0].text.utf8.count) && !records[$0].text.utf8.contains(0x0A) }
        guard !brief.isEmpty, let usual = holder(of: records.filter { $0.text.utf8.count > 12 }) else { return [] }
        let told = brief.filter { index in
            let own = ownNodes(records[index].node)
            guard !own.contains(where: { document.isElement($0) && kind($0) == usual }) else { return false }
            guard let first = own.first(where: { document.isText($0) && signals.textSize($0..<$0 + 1) > 0 }) else { return false }
            return document.ancestors(first).prefix(3).contains { node in
                guard node > records[index].node, document.name(node) == .a, let parent = document.parent(node), document.end(node) < document.end(parent) else { return false }
                let next = document.end(node)
                return document.isText(next) && document.textBytes(next).first.map { $0 == 0x20 } ?? false && signals.textSize(next..<next + 1) >= 5
            }
        }
        return told.count * 5 <= records.count * 2 ? Set(told) : []
    }

    /// Whether a record without words has the element that holds those of most: else it tells what was done ("added a label").
    func hasPlaceForText(_ record: Int) -> Bool { platform != nil || template.body == nil || usualBody(ownNodes(record)) != nil }

    /// The kind of element that holds the words of most records and nothing besides.
    private func holder(of records: [ReadRecord]) -> UInt64? {
        var counts: [UInt64: (records: Int, last: Int)] = [:]
        var looked = 0
        for record in records where !record.text.isEmpty {
            looked += 1
            let size = record.text.utf8.count { $0 > 0x20 }
            for node in ownNodes(record.node) where document.isElement(node) {
                let held = signals.textSize(document.subtree(node))
                guard held >= size, held <= size + 4 else { continue }
                let kind = kind(node)
                if counts[kind]?.last != looked { counts[kind, default: (0, 0)].records += 1 }
                counts[kind]?.last = looked
            }
            if looked == RecordTemplate.sample { break }
        }
        guard looked >= 2, let most = counts.max(by: { ($0.value.records, $0.key) < ($1.value.records, $1.key) }), most.value.records * 2 > looked else { return nil }
        return most.key
    }
}
