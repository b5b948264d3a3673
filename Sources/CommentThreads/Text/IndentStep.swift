/// How far a reply is indented below what it answers, by the steps that a page's records take.
enum IndentStep {
    /// The most frequent step inwards from a record to the next, in columns; the smaller of two that are equally frequent. 0 where there is none.
    ///
    /// A longer step jumps over a comment that is not on the page: then the nearest one above is not the answered one.
    static func usual(_ columns: [Int]) -> Int {
        var seen: [Int: Int] = [:]
        for (from, to) in zip(columns, columns.dropFirst()) where to > from { seen[to - from, default: 0] += 1 }
        return seen.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? 0
    }
}
