/// Breaks cycles in a parent array, so that following parents from anywhere ends. Takes linear time and no recursion.
///
/// - Returns: the cycles, each from the comment with the lowest position, which becomes a root, along its parents.
func breakCycles(in parents: inout [Int?]) -> [[Int]] {
    enum Mark { case new, open, done }
    var marks = [Mark](repeating: .new, count: parents.count)
    var cycles: [[Int]] = []
    for start in parents.indices where marks[start] == .new {
        var path: [Int] = []
        var at: Int? = start
        while let index = at, marks[index] == .new {
            marks[index] = .open
            path.append(index)
            at = parents[index]
        }
        if let entry = at, marks[entry] == .open, let first = path.firstIndex(of: entry) {
            let members = path[first...]
            if let lowest = members.indices.min(by: { members[$0] < members[$1] }) {
                cycles.append(Array(members[lowest...] + members[..<lowest]))
                parents[members[lowest]] = nil
            }
        }
        for index in path { marks[index] = .done }
    }
    return cycles.sorted { ($0.first ?? 0) < ($1.first ?? 0) }
}
