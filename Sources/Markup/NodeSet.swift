/// A set of positions in a document: nodes of a tree, or lines of a text.
public struct NodeSet: Sendable {
    @usableFromInline var words: [UInt64]
    public let capacity: Int

    public init(capacity: Int) {
        self.capacity = capacity
        words = [UInt64](repeating: 0, count: (capacity + 63) / 64)
    }

    @inlinable public func contains(_ index: Int) -> Bool {
        index < capacity && words[index >> 6] & (1 << UInt64(index & 63)) != 0
    }

    @inlinable public mutating func insert(_ index: Int) { words[index >> 6] |= 1 << UInt64(index & 63) }

    @inlinable public mutating func remove(_ index: Int) { words[index >> 6] &= ~(1 << UInt64(index & 63)) }

    package mutating func insert(_ range: Range<Int>) { for index in range { insert(index) } }

    package mutating func formUnion(_ other: NodeSet) {
        for index in words.indices where index < other.words.count { words[index] |= other.words[index] }
    }

    package var isEmpty: Bool { words.allSatisfy { $0 == 0 } }
    package var count: Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }
}
