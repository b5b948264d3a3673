/// Finds names in texts as words by themselves, many at once. Letters of ASCII match in either case.
///
/// Scripts that part no words (Han, kana, Thai ...) have no boundaries: a name in one of them is found wherever it stands.
package struct NameFinder: Sendable {
    package struct Match: Sendable {
        /// UTF-8 bytes.
        package var range: Range<Int>
        /// Index of the name.
        package var name: Int
        /// Whether the letters' case is the name's.
        package var isAsWritten: Bool
    }

    private struct Candidate {
        var bytes: [UInt8]
        var name: Int
    }
    /// By the first word in lower case; the longest first, so that a part of a name does not break it.
    private var byFirstWord: [[UInt8]: [Candidate]] = [:]
    /// Names without boundaries, by their first character.
    private var byFirstCharacter: [[UInt8]: [Candidate]] = [:]

    /// Names of one byte are not looked for.
    package init(_ names: [String]) {
        for (index, name) in names.enumerated() {
            // A name in ornaments is looked for without them.
            let bytes = Array(name.utf8)
            guard let start = bytes.indices.first(where: { isWord(bytes, $0) }), bytes.count - start > 1 else { continue }
            let candidate = Candidate(bytes: Array(bytes[start...]), name: index)
            if let first = name.unicodeScalars.first(where: { $0.value >= 0x80 }), partsNoWords(first) {
                byFirstCharacter[Array(candidate.bytes.prefix(3)), default: []].append(candidate)
            } else {
                byFirstWord[word(candidate.bytes, at: 0), default: []].append(candidate)
            }
        }
        for key in byFirstWord.keys { byFirstWord[key]?.sort(by: isTriedBefore) }
        for key in byFirstCharacter.keys { byFirstCharacter[key]?.sort(by: isTriedBefore) }

        func isTriedBefore(_ a: Candidate, _ b: Candidate) -> Bool {
            a.bytes.count != b.bytes.count ? a.bytes.count > b.bytes.count : a.bytes.lexicographicallyPrecedes(b.bytes)
        }
    }

    /// The matches in order; they do not overlap.
    package func matches(in text: String) -> [Match] {
        if byFirstWord.isEmpty && byFirstCharacter.isEmpty { return [] }
        let text = Array(text.utf8)
        var found: [Match] = []
        var at = 0
        while at < text.count {
            if !byFirstCharacter.isEmpty, text[at] >= 0xE0, let match = first(of: byFirstCharacter[Array(text[at...].prefix(3))], text, at, bounded: false) {
                found.append(match)
                at = match.range.upperBound
            } else if isWord(text, at), at == 0 || !isWord(text, at - 1) {
                if let match = first(of: byFirstWord[word(text, at: at)], text, at, bounded: true) {
                    found.append(match)
                    at = match.range.upperBound
                } else {
                    at += 1
                }
            } else {
                at += 1
            }
        }
        return found
    }

    private func first(of candidates: [Candidate]?, _ text: [UInt8], _ at: Int, bounded: Bool) -> Match? {
        for candidate in candidates ?? [] {
            let end = at + candidate.bytes.count
            guard end <= text.count, !bounded || end == text.count || !isWord(text, end),
                candidate.bytes.indices.allSatisfy({ lowered(text[at + $0]) == lowered(candidate.bytes[$0]) })
            else { continue }
            return Match(range: at..<end, name: candidate.name, isAsWritten: text[at..<end].elementsEqual(candidate.bytes))
        }
        return nil
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

private func word(_ bytes: [UInt8], at start: Int) -> [UInt8] {
    var end = start
    while end < bytes.count, isWord(bytes, end) { end += 1 }
    return bytes[start..<end].map(lowered)
}

/// Letters, digits, and bytes of characters beyond ASCII, but for the signs and spaces of Latin-1 (U+00A0...00BF), of General Punctuation
/// (U+2000...203F) and of CJK (U+3000...303F).
private func isWord(_ bytes: [UInt8], _ at: Int) -> Bool {
    let byte = bytes[at]
    if byte < 0x80 { return (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20) || byte == 0x5F }
    // The character that the byte is of.
    var start = at
    while start > 0, bytes[start] & 0xC0 == 0x80, at - start < 3 { start -= 1 }
    let next = start + 1 < bytes.count ? bytes[start + 1] : 0
    switch bytes[start] {
    case 0xC2: return next >= 0xC0
    case 0xE2, 0xE3: return next != 0x80
    default: return true
    }
}

private func partsNoWords(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0E00...0x0EFF, 0x1000...0x109F, 0x1780...0x17FF, 0x3040...0x30FF, 0x3400...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF: true
    default: false
    }
}
