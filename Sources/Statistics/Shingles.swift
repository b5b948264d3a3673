/// The runs of `length` words of a text, as hashes without repeats, sorted: A. Z. Broder, SEQUENCES (1997) 21-29.
/// A text of fewer words has itself as its only one.
package func shingles(_ words: [UInt64], length: Int = 5) -> [UInt64] {
    guard !words.isEmpty else { return [] }
    func hash(_ part: ArraySlice<UInt64>) -> UInt64 { part.reduce(0xCBF2_9CE4_8422_2325) { mixed($0 ^ $1) } }
    guard words.count > length else { return [hash(words[...])] }
    return Set((0...words.count - length).map { hash(words[$0..<$0 + length]) }).sorted()
}

/// How much two sorted sets share: of all members, those in both. 1 for two empty ones.
package func jaccard(_ a: [UInt64], _ b: [UInt64]) -> Double {
    let both = sharedCount(a, b)
    let either = a.count + b.count - both
    return either > 0 ? Double(both) / Double(either) : 1
}

/// Of the members of the first sorted set, the share in the second; 1 for an empty one.
package func containment(of a: [UInt64], in b: [UInt64]) -> Double { a.isEmpty ? 1 : Double(sharedCount(a, b)) / Double(a.count) }

/// The smallest values of several hash functions over a set: two sets agree in about as many as their Jaccard index says (Broder 1997).
/// Cut into bands, equal bands make candidates without comparing all pairs.
package struct MinHash: Sendable {
    package let values: [UInt64]

    package init(_ members: [UInt64], functions: Int = 64) {
        values = (0..<functions).map { number in
            let salt = mixed(UInt64(number) &+ 1)
            return members.reduce(UInt64.max) { min($0, mixed($1 ^ salt)) }
        }
    }

    /// A hash of each band of `rows` values.
    package func bands(rows: Int) -> [UInt64] {
        stride(from: 0, to: values.count - rows + 1, by: rows).map { start in
            values[start..<start + rows].reduce(UInt64(start)) { mixed($0 ^ $1) }
        }
    }

    /// The share of functions in which two agree: an estimate of their Jaccard index.
    package func similarity(to other: MinHash) -> Double {
        guard !values.isEmpty, values.count == other.values.count else { return 0 }
        return Double(zip(values, other.values).count { $0 == $1 }) / Double(values.count)
    }
}

/// A well-mixed permutation of 64 bits (the finalizer of SplitMix64).
package func mixed(_ x: UInt64) -> UInt64 {
    var z = x &+ 0x9E37_79B9_7F4A_7C15
    z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
    return z ^ z >> 31
}
