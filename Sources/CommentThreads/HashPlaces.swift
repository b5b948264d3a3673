/// Numbers keys that are hashes already: the first that comes gets 0, the next new one 1. Open addressing, so that no key is hashed again.
struct HashPlaces: Sendable {
    /// By their numbers.
    private(set) var keys: [UInt64] = []
    /// Numbers; -1 is free.
    private var slots: [Int32]

    /// - Parameter capacity: how many keys are expected.
    init(capacity: Int = 128) {
        var size = 16
        while size < capacity * 2 { size *= 2 }
        slots = [Int32](repeating: -1, count: size)
    }

    init(_ keys: some Sequence<UInt64>) {
        self.init()
        for key in keys { insert(key) }
    }

    /// The number of a key; `nil` where it never came.
    func place(of key: UInt64) -> Int? {
        let place = slots[slot(of: key)]
        return place < 0 ? nil : Int(place)
    }

    func contains(_ key: UInt64) -> Bool { slots[slot(of: key)] >= 0 }

    /// The number of a key, new or known.
    @discardableResult mutating func insert(_ key: UInt64) -> Int {
        let slot = slot(of: key)
        if slots[slot] >= 0 { return Int(slots[slot]) }
        slots[slot] = Int32(keys.count)
        keys.append(key)
        if keys.count * 2 > slots.count { grow() }
        return keys.count - 1
    }

    private mutating func grow() {
        slots = [Int32](repeating: -1, count: slots.count * 2)
        for (place, key) in keys.enumerated() { slots[slot(of: key)] = Int32(place) }
    }

    /// Where a key stands, or would. The bits are spread by the golden ratio (D. Knuth, The Art of Computer Programming 3, 6.4).
    private func slot(of key: UInt64) -> Int {
        var slot = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32) & (slots.count - 1)
        while slots[slot] >= 0, keys[Int(slots[slot])] != key { slot = (slot + 1) & (slots.count - 1) }
        return slot
    }
}
