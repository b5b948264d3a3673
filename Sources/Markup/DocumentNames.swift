/// Which element names, classes and ids a document uses, as a filter that never says no to one that is there:
/// thirty selectors can be ruled out for the price of one walk.
///
/// Classes and ids go into a Bloom filter (B. Bloom 1970) with one hash; ids with all their beginnings, so that `[id^=comment-]` can be asked,
/// and with each run of three bytes, for `[id*=comment]`.
package struct DocumentNames: Sendable {
    private var elements = NameSet()
    /// Names of attributes that HTML knows.
    private var attributes = NameSet()
    private let foreignNames: Set<String>
    private var bits = [UInt64](repeating: 0, count: 1_024)
    private static let longestPrefix = 24

    package init(_ document: HTMLDocument) {
        foreignNames = Set(document.foreignNames)
        for node in document.nodes where node.name != .text { elements.insert(node.name) }
        for attribute in document.attributes {
            attributes.insert(attribute.name)
            if attribute.name == .id { insertParts(document.bytes[Int(attribute.start)..<Int(attribute.end)]) }
        }
        for value in document.classValues { insertWords(document.bytes[value]) }
    }

    package func mayContain(element: Name) -> Bool {
        element.isForeign || elements.contains(element)
    }

    /// - Parameters:
    ///   - name: the attribute's number, where HTML knows it.
    package func mayContain(attribute name: Name?, _ text: String) -> Bool { name.map(attributes.contains) ?? foreignNames.contains(text) }

    /// What a class word, the beginning of an id or a part of one is looked up by: all of its keys must be there.
    package struct Key: Sendable { fileprivate let hash: UInt64 }

    package static func keys(class token: [UInt8]) -> [Key] { [Key(hash: hash(token, seed: classSeed))] }
    package static func keys(idPrefix prefix: [UInt8]) -> [Key] { prefix.isEmpty ? [] : [Key(hash: hash(prefix.prefix(longestPrefix), seed: idSeed))] }
    package static func keys(idPart part: [UInt8]) -> [Key] { part.indices.dropLast(2).map { Key(hash: trigram(part[$0], part[$0 + 1], part[$0 + 2])) } }

    package func mayContain(_ key: Key) -> Bool { contains(key.hash) }

    private mutating func insertWords(_ value: ArraySlice<UInt8>) {
        var hash = DocumentNames.classSeed, isOpen = false
        for byte in value {
            if byte > 0x20 {
                hash = DocumentNames.step(hash, byte)
                isOpen = true
            } else if isOpen {
                insert(hash)
                hash = DocumentNames.classSeed
                isOpen = false
            }
        }
        if isOpen { insert(hash) }
    }

    private mutating func insertParts(_ value: ArraySlice<UInt8>) {
        value.withUnsafeBufferPointer { value in
            var hash = DocumentNames.idSeed
            for byte in value.prefix(DocumentNames.longestPrefix) {
                hash = DocumentNames.step(hash, byte)
                insert(hash)
            }
            for at in value.indices.dropLast(2) { insert(DocumentNames.trigram(value[at], value[at + 1], value[at + 2])) }
        }
    }

    private mutating func insert(_ hash: UInt64) {
        let bit = DocumentNames.bit(hash)
        bits[bit >> 6] |= 1 << UInt64(bit & 63)
    }

    private func contains(_ hash: UInt64) -> Bool {
        let bit = DocumentNames.bit(hash)
        return bits[bit >> 6] & (1 << UInt64(bit & 63)) != 0
    }

    // FNV-1a, folded to sixteen bits.
    private static let classSeed: UInt64 = 14_695_981_039_346_656_037
    private static let idSeed: UInt64 = 14_695_981_039_346_656_037 ^ 0x6964
    private static func step(_ hash: UInt64, _ byte: UInt8) -> UInt64 { (hash ^ UInt64(byte)) &* 1_099_511_628_211 }
    private static func trigram(_ a: UInt8, _ b: UInt8, _ c: UInt8) -> UInt64 { (UInt64(a) << 16 | UInt64(b) << 8 | UInt64(c)) &* 0x9E37_79B9_7F4A_7C15 }
    private static func hash(_ bytes: some Sequence<UInt8>, seed: UInt64) -> UInt64 { bytes.reduce(seed, step) }
    private static func bit(_ hash: UInt64) -> Int { Int((hash ^ hash >> 16 ^ hash >> 32 ^ hash >> 48) & 0xFFFF) }
}
