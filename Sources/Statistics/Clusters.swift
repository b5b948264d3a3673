/// Units in groups that are drawn whole: the comments of one author, of one thread.
package struct Clusters<Unit: Hashable> {
    private var numbers: [Unit: Int] = [:]
    /// How many units each group has.
    private var bases: [Int] = []

    /// - Parameter key: the same for the units of one group.
    package init<Key: Hashable>(_ units: some Sequence<Unit>, by key: (Unit) -> Key) {
        var known: [Key: Int] = [:]
        for unit in units {
            let number = known[key(unit), default: bases.count]
            if number == bases.count {
                known[key(unit)] = number
                bases.append(0)
            }
            bases[number] += 1
            numbers[unit] = number
        }
    }

    package var count: Int { bases.count }

    /// The interval of each part's share of all units, see `clusterBootstrap`. Units that are in no group do not count.
    package func intervals(_ parts: [some Sequence<Unit>]) -> [Interval?] {
        let counts = parts.map { part in
            var counts: [Int: Int] = [:]
            for unit in part { if let number = numbers[unit] { counts[number, default: 0] += 1 } }
            return counts.sorted { $0.key < $1.key }.map { (cluster: $0.key, count: $0.value) }
        }
        // Thousands of groups are drawn fewer times: their interval is steady.
        return clusterBootstrap(counts, bases: bases, draws: bases.count > 2_000 ? 200 : 1_000)
    }
}
