/// A list that never changes, read without the cost of reference counts and bounds checks. The hottest loops read these.
final class FrozenArray<Element: Sendable>: @unchecked Sendable {
    let base: UnsafeMutablePointer<Element>
    let count: Int

    init(_ elements: [Element]) {
        count = elements.count
        base = .allocate(capacity: max(1, elements.count))
        base.initialize(from: elements, count: elements.count)
    }

    deinit {
        base.deinitialize(count: count)
        base.deallocate()
    }

    var indices: Range<Int> { 0..<count }

    @inline(__always)
    subscript(_ index: Int) -> Element { base[index] }
}
