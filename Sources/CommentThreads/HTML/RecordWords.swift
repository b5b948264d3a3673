internal import DiscourseModel
internal import Markup

/// Records that seem to say nothing: "+1", "Good." and "No." read like buttons and labels.
extension RecordReader {
    /// Gives them the words that stand where those of the other records stand.
    func fill(_ records: inout [ReadRecord]) {
        func isWordless(_ record: ReadRecord) -> Bool {
            record.state == .live && record.kind == .comment && record.author != nil && record.time != nil && (record.text.isEmpty || Labels.isAffix(record.text))
        }
        guard platform == nil, records.count >= 3, records.contains(where: isWordless) else { return }
        let usual = holders(of: records.filter { !isWordless($0) })
        for index in records.indices where isWordless(records[index]) {
            let record = records[index].node
            let places = ownNodes(record).filter { document.isElement($0) && usual[kind($0)] != nil }
            guard let place = places.max(by: { (usual[kind($0), default: 0], $1) < (usual[kind($1), default: 0], $0) }), !places.contains(where: { kind($0) == kind(place) && $0 != place && !document.contains(place, $0) }) else { continue }
            let text = document.plainText(place) { $0 != record && self.records.contains($0) }
            if !text.isEmpty { records[index].text = text }
        }
    }

    /// Whether a record without words has the element that holds those of most: else it tells what was done ("added a label").
    func hasPlaceForText(_ record: Int) -> Bool { platform != nil || template.body == nil || usualBody(ownNodes(record)) != nil }

    /// The kinds of elements that hold the words of a record and nothing besides, by the records in which they do: of a quarter of these at least.
    private func holders(of records: [ReadRecord]) -> [UInt64: Int] {
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
        return counts.mapValues(\.records).filter { $0.value >= 2 && $0.value * 4 >= looked }
    }
}
