internal import Markup

/// Ids and parents in attributes of any name: an attribute that is different on every record holds their ids, and one whose values are such
/// ids of other records holds the answered ones. Records that state a parent by a known attribute are left as they are.
func readAttributeKeys(_ records: inout [ReadRecord], _ document: HTMLDocument) {
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
        for parent in names where parent != id && !ids.contains(parent) {
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
