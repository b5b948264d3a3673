/// Letters and digits of a text in lower case: what two titles are compared by.
func letters(_ text: String) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    for byte in text.utf8 {
        switch byte {
        case 0x30...0x39, 0x61...0x7A: bytes.append(byte)
        case 0x41...0x5A: bytes.append(byte | 0x20)
        case 0x80...: return text.lowercased().filter { $0.isLetter || $0.isNumber }
        default: continue
        }
    }
    return String(decoding: bytes, as: UTF8.self)
}

/// Whether two titles are one, but for case, white space and punctuation.
func isSame(_ a: String, _ b: String?) -> Bool { b.map { letters(a) == letters($0) } ?? false }

extension String {
    var nonEmpty: String? { isEmpty ? nil : self }

    /// Whether another text stands in this one, byte for byte.
    func holds(_ other: String) -> Bool { range(after: other) != nil }
}

extension StringProtocol {
    /// White space run together.
    var collapsed: String {
        guard utf8.allSatisfy({ $0 < 0x80 }) else { return split(whereSeparator: \.isWhitespace).joined(separator: " ") }
        return String(decoding: Array(utf8.split { $0 == 0x20 || $0 &- 0x09 < 5 }.joined(separator: [0x20])), as: UTF8.self)
    }

    /// The place behind the first occurrence of a word.
    func range(after word: String) -> Index? {
        let word = Array(word.utf8)
        var text = String(self)
        return text.withUTF8 { place(of: word, in: $0, from: 0) }.map { utf8.index(utf8.startIndex, offsetBy: $0 + word.count) }
    }

    func components(separatedBy separator: String) -> [String] {
        let word = Array(separator.utf8)
        var text = String(self), parts: [String] = []
        text.withUTF8 { bytes in
            var start = 0
            while let at = place(of: word, in: bytes, from: start) {
                parts.append(String(decoding: bytes[start..<at], as: UTF8.self))
                start = at + word.count
            }
            if start > 0 { parts.append(String(decoding: bytes[start...], as: UTF8.self)) }
        }
        return parts.isEmpty ? [text] : parts
    }
}

private func place(of word: [UInt8], in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    guard let first = word.first, bytes.count >= word.count else { return nil }
    var at = start
    while at + word.count <= bytes.count {
        if bytes[at] == first, bytes[at..<at + word.count].elementsEqual(word) { return at }
        at += 1
    }
    return nil
}
