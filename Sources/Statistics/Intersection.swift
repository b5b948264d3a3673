/// What two ascending lists share.
package func intersection<Element: Comparable>(_ a: [Element], _ b: [Element]) -> [Element] {
    var both: [Element] = []
    forEachShared(a, b) { both.append($0) }
    return both
}

/// How many members two ascending lists share.
func sharedCount<Element: Comparable>(_ a: [Element], _ b: [Element]) -> Int {
    var count = 0
    forEachShared(a, b) { _ in count += 1 }
    return count
}

private func forEachShared<Element: Comparable>(_ a: [Element], _ b: [Element], _ body: (Element) -> Void) {
    var (i, j) = (0, 0)
    while i < a.count, j < b.count {
        if a[i] == b[j] {
            body(a[i])
            i += 1
            j += 1
        } else if a[i] < b[j] {
            i += 1
        } else {
            j += 1
        }
    }
}
