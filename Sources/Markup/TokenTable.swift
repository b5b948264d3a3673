/// A few words that a class may hold, each with a bit: what a class value holds of them is told in one look over it, and once for all the
/// elements that have it.
package struct TokenTable: Sendable {
    private let tokens: [[UInt8]]

    /// - Parameter tokens: at most 64; each gets the bit of its place.
    package init(_ tokens: [String]) { self.tokens = tokens.prefix(64).map { Array($0.utf8) } }

    /// For each of a document's class values, the bits of the words in it.
    package func bits(of document: HTMLDocument) -> [UInt64] { document.classValues.map { bits(of: document.bytes[$0]) } }

    private func bits(of value: ArraySlice<UInt8>) -> UInt64 {
        value.withUnsafeBufferPointer { value in
            var bits: UInt64 = 0
            var at = 0
            while at < value.count {
                while at < value.count, value[at] <= 0x20 { at += 1 }
                let start = at
                while at < value.count, value[at] > 0x20 { at += 1 }
                for (place, token) in tokens.enumerated() where token.count == at - start && token[0] == value[start] {
                    if token.elementsEqual(value[start..<at]) { bits |= 1 << UInt64(place) }
                }
            }
            return bits
        }
    }
}
