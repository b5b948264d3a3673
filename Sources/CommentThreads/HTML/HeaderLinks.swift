internal import DiscourseModel
internal import Markup

/// Links above the text that lead to another comment, whatever they say: "[Re: Jo]", a box that repeats what is answered.
extension RecordReader {
    /// Takes them as the answered comments, where they are no way through the page ("previous", "top").
    func readHeaderLinks(_ records: [ReadRecord]) {
        guard platform == nil, records.count >= 3, !records.contains(where: { $0.parentKey != nil && !$0.parentIsLink }) else { return }
        var places: [String: Int] = [:]
        for (index, record) in records.enumerated() { if let key = record.key { places[key] = places[key] ?? index } }
        guard places.count * 10 >= records.count * 8 else { return }
        var found: [(record: Int, target: Int)] = []
        var lines: [Int: String] = [:]
        for (index, record) in records.enumerated() where record.parentKey == nil && record.quotedKeys.isEmpty {
            let own = ownNodes(record.node)
            let body = usualBody(own)
            for node in own where document.name(node) == .a {
                if let body, document.contains(body, node) { continue }
                guard signals.textSize(document.subtree(node)) > 0, !signals.hints[node].contains(.profile), let bytes = document.attributeBytes(node, .href), bytes.contains(where: { $0 &- 0x30 < 10 }) else { continue }
                let href = String(decoding: bytes, as: UTF8.self)
                guard let key = fragmentNumber(href) ?? longNumber(href, in: places), let target = places[key], target < index else { continue }
                // Buttons stand behind the text: one that leads to what is answered names whoever wrote that.
                if node > body ?? .max, !(records[target].author.map { document.line(node).contains($0.name) } ?? false) { continue }
                found.append((index, target))
                if let holder = document.parent(node), holder != record.node, signals.textSize(document.subtree(holder)) <= 80 { lines[index] = document.line(holder) }
                break
            }
        }
        let toFirst = found.count { $0.target == 0 }, toPrevious = found.count { $0.target == $0.record - 1 }
        guard !found.isEmpty, found.count * 10 < records.count * 8 || toFirst * 2 < found.count && toPrevious * 10 < found.count * 8 else { return }
        for (index, target) in found {
            records[index].parentKey = records[target].key
            records[index].parentIsLink = true
            // The line that the link stands on is no word of the comment's.
            let text = records[index].text
            if let line = lines[index], text.hasSuffix("\n" + line) { records[index].text = String(text.dropLast(line.count).reversed().drop { $0.isWhitespace }.reversed()) }
        }
    }

    /// A number in an address that is the key of a comment, where it is long enough to be no page's.
    private func longNumber(_ href: String, in places: [String: Int]) -> String? {
        href.utf8.split { $0 &- 0x30 >= 10 }.lazy.filter { $0.count >= 4 }.map { String(Substring($0)) }.first { places[$0] != nil }
    }
}
