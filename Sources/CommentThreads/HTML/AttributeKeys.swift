internal import Markup

/// Ids and parents in attributes of any name: an attribute that is different on every record holds their ids, and one whose values are such
/// ids of other records holds the answered ones. Records that state a parent by a known attribute are left as they are.
func readAttributeKeys(_ records: [ReadRecord], _ document: HTMLDocument) {
    guard records.count >= 2, !records.contains(where: { $0.parentKey != nil && $0.key != nil }) else { return }
    var values: [String: [String?]] = [:]
    for (index, record) in records.enumerated() {
        for (name, value) in document.allAttributes(record.node) where !value.isEmpty && value.utf8.count <= 64 && !notKeys.contains(name) {
            values[name, default: [String?](repeating: nil, count: records.count)][index] = value
        }
    }
    let names = values.keys.sorted()
    let ids = names.filter { name in
        let stated = values[name, default: []].compactMap { $0 }
        return stated.count == records.count && Set(stated).count == stated.count
    }
    for id in ids {
        let own = values[id, default: []].compactMap { $0 }
        let place = Dictionary(zip(own, own.indices)) { first, _ in first }
        for parent in names where parent != id && !ids.contains(parent) && !Hints.read(Array(parent.utf8)[...]).contains(.depth) {
            let stated = values[parent, default: []]
            let named = stated.enumerated().filter { $0.element != nil && $0.element != "0" }
            let right = named.count { entry in place[entry.element ?? ""].map { $0 != entry.offset } ?? false }
            // Most of what it names must be on the page, and not all of it one comment: that would be the page's own id.
            guard right >= 1, right * 10 >= named.count * 8, named.count < records.count, Set(named.map(\.element)).count > 1 || named.count <= 2 else { continue }
            for index in records.indices {
                records[index].key = own[index]
                if let value = stated[index], value != "0", value != own[index] { records[index].parentKey = value }
            }
            return
        }
    }
}

private let notKeys: Set<String> = ["class", "style", "role", "itemtype", "itemprop", "itemscope", "lang", "dir", "title", "tabindex"]

/// Where no attribute holds an id, the numbers that the page itself gives its comments ("1 : Jo", "#12") are their keys: each record's header
/// has one, and they count up (or down) by one nearly everywhere.
func readNumbers(_ records: [ReadRecord], _ document: HTMLDocument, _ signals: Signals) {
    guard records.count >= 3, records.contains(where: { !$0.quotedKeys.isEmpty || $0.parentKey != nil || postReference($0.text) != nil }), !records.contains(where: { $0.key != nil }) else { return }
    var numbers: [Int] = []
    for record in records {
        var seen = 0, found: Int?
        for node in record.node..<document.count where document.isText(node) && signals.textSize(node..<node + 1) > 0 {
            seen += 1
            let bytes = document.textBytes(node).drop { $0 <= 0x20 }
            let isMarked = bytes.first == 0x23 || bytes.starts(with: numberSign)
            let digits = (bytes.first == 0x23 ? bytes.dropFirst() : isMarked ? bytes.dropFirst(3) : bytes).drop { $0 <= 0x20 }.prefix { (0x30...0x39).contains($0) }
            if !digits.isEmpty, digits.count <= 6, isMarked || seen == 1, let number = Int(String(decoding: digits, as: UTF8.self)) { found = number }
            if found != nil || seen == 6 { break }
        }
        guard let found else { return }
        numbers.append(found)
    }
    let steps = zip(numbers, numbers.dropFirst()).count { $1 == $0 + 1 || $1 == $0 - 1 }
    guard Set(numbers).count == numbers.count, steps * 10 >= (numbers.count - 1) * 8 else { return }
    for (index, number) in numbers.enumerated() { records[index].key = String(number) }
}

/// ">>12 Yes." answers the comment whose key is 12, though no link leads there.
func readReferences(_ records: [ReadRecord]) {
    guard records.contains(where: { postReference($0.text) != nil }) else { return }
    let keys = Set(records.compactMap(\.key))
    for index in records.indices where records[index].parentKey == nil && records[index].quotedKeys.isEmpty {
        guard let (key, rest) = postReference(records[index].text), key != records[index].key, keys.contains(key), !rest.isEmpty else { continue }
        records[index].quotedKeys = [key]
        records[index].text = String(rest)
    }
}

/// The number that the first words of a text name, and the words behind it.
private func postReference(_ text: String) -> (key: String, rest: Substring)? {
    guard text.hasPrefix(">>") else { return nil }
    let digits = text.dropFirst(2).prefix { $0.isASCII && $0.isNumber }
    guard (1...9).contains(digits.count) else { return nil }
    return (String(digits), text[digits.endIndex...].drop { $0.isWhitespace })
}

/// № as UTF-8.
private let numberSign: [UInt8] = [0xE2, 0x84, 0x96]
