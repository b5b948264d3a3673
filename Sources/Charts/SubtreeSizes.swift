/// How many nodes each node and all below it are.
/// - Parameter levels: of the nodes in reading order, 0 for the first of a thread.
func subtreeSizes(levels: [Int]) -> [Int] {
    var sizes = [Int](repeating: 1, count: levels.count)
    var open: [Int] = []
    for index in levels.indices {
        while let top = open.last, levels[top] >= levels[index] {
            sizes[top] = index - top
            open.removeLast()
        }
        open.append(index)
    }
    for top in open { sizes[top] = levels.count - top }
    return sizes
}
