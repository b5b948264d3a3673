/// Where a name stands in a text as a word by itself: UTF-8 bytes, in order, not overlapping. Letters of ASCII match in either case.
package func occurrences(of name: String, in text: String) -> [Range<Int>] {
    let wanted = Array(name.utf8).map(lowered)
    guard wanted.count > 1 else { return [] }
    var text = text
    return text.withUTF8 { bytes in
        var found: [Range<Int>] = []
        var at = 0
        while at + wanted.count <= bytes.count {
            let end = at + wanted.count
            if lowered(bytes[at]) == wanted[0], (at == 0 || !isWord(bytes[at - 1])), (end == bytes.count || !isWord(bytes[end])),
                (1..<wanted.count).allSatisfy({ lowered(bytes[at + $0]) == wanted[$0] })
            {
                found.append(at..<end)
                at = end
            } else {
                at += 1
            }
        }
        return found
    }
}

extension String {
    /// The text with an asterisk for each byte of the ranges, so that every place in it stays where it was.
    /// The ranges begin and end between characters.
    package func masked(_ ranges: [Range<Int>]) -> String {
        if ranges.isEmpty { return self }
        var bytes = Array(utf8)
        for range in ranges { for at in range.clamped(to: 0..<bytes.count) { bytes[at] = 0x2A } }
        return String(decoding: bytes, as: UTF8.self)
    }
}

private func lowered(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte | 0x20 : byte }

/// Letters, digits, and every byte of a character beyond ASCII.
private func isWord(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20) || byte >= 0x80 || byte == 0x5F
}
