/// Numbers the different values that stand in one run of bytes.
struct ValueTable {
    /// Where each value first stands, by its number.
    private(set) var values: [Range<Int>] = []
    private var hashes: [UInt64] = []
    /// Numbers by hash, open addressing; -1 is free.
    private var slots = [Int32](repeating: -1, count: 256)

    /// The number of a value; a new one gets the next.
    mutating func number(of value: Range<Int>, in bytes: [UInt8]) -> Int {
        let hash = bytes.withUnsafeBufferPointer { bytes in value.reduce(0xcbf2_9ce4_8422_2325 as UInt64) { ($0 ^ UInt64(bytes[$1])) &* 0x100_0000_01b3 } }
        var slot = Int(truncatingIfNeeded: hash ^ hash >> 32) & (slots.count - 1)
        while slots[slot] >= 0 {
            let number = Int(slots[slot])
            if hashes[number] == hash, bytes[values[number]].elementsEqual(bytes[value]) { return number }
            slot = (slot + 1) & (slots.count - 1)
        }
        let number = values.count
        slots[slot] = Int32(number)
        values.append(value)
        hashes.append(hash)
        if values.count * 2 > slots.count { grow() }
        return number
    }

    private mutating func grow() {
        slots = [Int32](repeating: -1, count: slots.count * 2)
        for (number, hash) in hashes.enumerated() {
            var slot = Int(truncatingIfNeeded: hash ^ hash >> 32) & (slots.count - 1)
            while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
            slots[slot] = Int32(number)
        }
    }
}
