internal import Markup

/// The ids that stand in a record beside the one that is its key.
extension RecordReader {
    /// A link to what is answered may name any element of its header: `#comment:3` the heading of what is itself `change-3-1712`.
    /// Such ids are replaced by the keys of the records that hold them.
    func resolveAliases(in records: [ReadRecord]) {
        guard platform == nil else { return }
        let keys = Set(records.compactMap(\.key))
        let wanted = Set(records.flatMap { [$0.parentKey].compactMap { $0 } + $0.quotedKeys }).subtracting(keys)
        guard !wanted.isEmpty else { return }
        // The opening post of a thread bears the thread's own id, or its links say it.
        if let first = records.first, first.key == nil {
            let around = document.parent(first.node).flatMap(key)
            let linked = ownNodes(first.node).prefix(60).filter { document.name($0) == .a }.compactMap { document.attribute($0, .href) }.compactMap(fragmentNumber)
            records[0].key = ([around].compactMap { $0 } + linked).first(where: wanted.contains)
        }
        var holders: [String: Int] = [:]
        var twice: Set<String> = []
        for (index, record) in records.enumerated() where record.key != nil {
            for node in ownNodes(record.node).prefix(60) where document.isElement(node) && document.hasAttributes(node) {
                guard let id = key(of: node), id != record.key, wanted.contains(id), holders[id] != index else { continue }
                if holders.updateValue(index, forKey: id) != nil { twice.insert(id) }
            }
        }
        for id in twice { holders[id] = nil }
        let named = holders.compactMapValues { records[$0].key }
        guard !named.isEmpty else { return }
        for index in records.indices {
            if let key = records[index].parentKey, let own = named[key], own != records[index].key { records[index].parentKey = own }
            records[index].quotedKeys = records[index].quotedKeys.map { named[$0] ?? $0 }
        }
    }
}
