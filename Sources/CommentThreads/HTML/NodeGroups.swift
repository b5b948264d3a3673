/// Nodes by what they have in common: a number for each trait.
struct NodeGroups {
    private var groups = HashPlaces(capacity: 512)
    /// By group: how many nodes it has, and the last of them.
    private var sizes: [Int] = [], lasts: [Int] = []
    /// The nodes of all groups, in page order.
    private var entries: [(group: Int32, node: Int32)] = []

    /// Takes one more node; one that the group holds as its last already is not taken twice.
    mutating func insert(_ node: Int, key: UInt64) {
        let group = groups.insert(key)
        if group == sizes.count {
            sizes.append(0)
            lasts.append(-1)
        }
        guard lasts[group] != node else { return }
        lasts[group] = node
        sizes[group] += 1
        entries.append((Int32(group), Int32(node)))
    }

    /// The groups of at least so many nodes, by their first node and then by their size.
    func lists(atLeast least: Int = 1) -> [[Int]] {
        var lists = sizes.map { size in
            var list: [Int] = []
            if size >= least { list.reserveCapacity(size) }
            return list
        }
        for entry in entries where sizes[Int(entry.group)] >= least { lists[Int(entry.group)].append(Int(entry.node)) }
        return lists.filter { !$0.isEmpty }.sorted { ($0[0], $0.count) < ($1[0], $1.count) }
    }
}
