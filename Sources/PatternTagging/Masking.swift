/// The bytes of a comment that patterns run on: names of those addressed, web and mail addresses are overwritten, byte for byte,
/// so that offsets stay.
struct MaskedText {
    /// Names and addresses overwritten.
    private(set) var bytes: [UInt8]
    /// Only names overwritten, for tags that look at web addresses; the same as `bytes` where there are none.
    private(set) var withAddresses: [UInt8]
    /// What was overwritten, in order: a match that begins or ends in one of these is none.
    private(set) var names: [Range<Int>] = []
    private(set) var addresses: [Range<Int>] = []
    var hasAddresses: Bool { !addresses.isEmpty }

    /// U+001F, a control character that stands in no text: no word, no space, no punctuation.
    static let filler: UInt8 = 0x1F

    init(_ text: String, names known: AddressedNames, target: String? = nil) {
        bytes = Array(text.utf8)
        names = known.places(in: bytes, target: target)
        addresses = Self.addresses(in: bytes)
        for range in names { for index in range { bytes[index] = Self.filler } }
        withAddresses = bytes
        for range in addresses { for index in range { bytes[index] = Self.filler } }
    }

    /// The same text with nothing overwritten.
    init(unmasked text: String) {
        bytes = Array(text.utf8)
        withAddresses = bytes
    }

    /// Whether a match reaches into something overwritten.
    func overlapsMask(_ match: Range<Int>, readsAddresses: Bool) -> Bool {
        names.contains { $0.overlaps(match) } || (!readsAddresses && addresses.contains { $0.overlaps(match) })
    }

    /// Whether a match begins or ends inside something overwritten.
    func isMasked(_ match: Range<Int>, readsAddresses: Bool) -> Bool {
        func touches(_ mask: Range<Int>) -> Bool {
            mask.contains(match.lowerBound) || (mask.lowerBound < match.upperBound && match.upperBound <= mask.upperBound)
        }
        return names.contains(where: touches) || (!readsAddresses && addresses.contains(where: touches))
    }

    /// Web addresses (with a scheme, or beginning with `www.`) and mail addresses.
    static func addresses(in bytes: [UInt8]) -> [Range<Int>] {
        var found: [Range<Int>] = []
        var position = 0
        while position < bytes.count {
            var range: Range<Int>?
            switch bytes[position] {
            case UInt8(ascii: ":") where bytes.has("://", at: position):
                var start = position
                while start > found.last?.upperBound ?? 0, isLetter(bytes[start - 1]) { start -= 1 }
                if start < position { range = start..<endOfAddress(bytes, from: position + 3) }
            case UInt8(ascii: "w"), UInt8(ascii: "W"):
                if bytes.hasIgnoringCase("www.", at: position), position == 0 || !isWord(bytes[position - 1]) {
                    range = position..<endOfAddress(bytes, from: position + 4)
                }
            case UInt8(ascii: "@"): range = mailAddress(bytes, at: position, after: found.last?.upperBound ?? 0)
            default: break
            }
            if let range, range.upperBound > position {
                found.append(range)
                position = range.upperBound
            } else {
                position += 1
            }
        }
        return found
    }

    private static func endOfAddress(_ bytes: [UInt8], from start: Int) -> Int {
        var end = start
        while end < bytes.count, bytes[end] > 0x20, ![UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\"")].contains(bytes[end]) { end += 1 }
        // What ends a sentence or closes a bracket is not the address's.
        while end > start, [".", ",", ";", ":", "!", "?", ")", "]", "'"].contains(Character(Unicode.Scalar(bytes[end - 1]))) { end -= 1 }
        return end
    }

    private static func mailAddress(_ bytes: [UInt8], at sign: Int, after floor: Int) -> Range<Int>? {
        func isName(_ byte: UInt8) -> Bool {
            isWord(byte) && byte < 0x80 || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+")
        }
        var start = sign
        while start > floor, isName(bytes[start - 1]) { start -= 1 }
        var end = sign + 1
        var dot: Int?
        while end < bytes.count, isName(bytes[end]) {
            if bytes[end] == UInt8(ascii: ".") { dot = end }
            end += 1
        }
        while end > sign, bytes[end - 1] == UInt8(ascii: ".") { end -= 1 }
        guard start < sign, let dot, dot > sign + 1, end > sign + 3, bytes[sign + 1..<end].contains(UInt8(ascii: ".")) else { return nil }
        return start..<end
    }
}

/// The names by which the commenters of a discussion address each other.
struct AddressedNames {
    /// Folded names, by their folded first word.
    private var byFirstWord: [[UInt8]: [[UInt8]]] = [:]

    init(_ names: some Sequence<String>) {
        for name in names { add(name) }
    }

    private mutating func add(_ name: String) {
        let folded = Self.fold(Array(name.utf8))
        guard folded.count >= 3 else { return }
        let key = Self.firstWord(of: folded, at: 0)
        guard !key.isEmpty, byFirstWord[key]?.contains(folded) != true else { return }
        byFirstWord[key, default: []].append(folded)
    }

    /// Names at the beginning of a comment ("Anna, Ben: ..."), and `@name` anywhere.
    ///
    /// A name that could be an ordinary word counts at the beginning only with a mark behind it ("Truth, you ..." but not "Truth is ...").
    func places(in text: [UInt8], target: String?) -> [Range<Int>] {
        var found: [Range<Int>] = []
        let target = target.map { Self.fold(Array($0.utf8)) }
        var position = text.firstIndex { !isBlank($0) } ?? text.count
        while position < text.count, found.count < 8 {
            let start = position
            let hasSign = text[position] == UInt8(ascii: "@")
            let length = nameLength(in: text, at: position + (hasSign ? 1 : 0), target: target, isMarked: hasSign)
            guard length > 0 else { break }
            position += length + (hasSign ? 1 : 0)
            found.append(start..<position)
            while position < text.count, isBlank(text[position]) || [0x2C, 0x3A, 0x26, 0x2F].contains(text[position]) { position += 1 }
        }
        while position < text.count {
            if text[position] == UInt8(ascii: "@"), position == 0 || !isWord(text[position - 1]) {
                let length = nameLength(in: text, at: position + 1, target: target, isMarked: true)
                if length > 0 { found.append(position..<position + 1 + length) }
                position += length
            }
            position += 1
        }
        return found
    }

    /// Bytes of the name that stands at a place: a known one, or after `@` any word.
    private func nameLength(in text: [UInt8], at start: Int, target: [UInt8]?, isMarked: Bool) -> Int {
        let word = Self.firstWord(of: text, at: start)
        guard !word.isEmpty else { return 0 }
        var best = isMarked ? Self.handleLength(in: text, at: start) : 0
        var names = byFirstWord[word] ?? []
        if let target, Self.firstWord(of: target, at: 0) == word { names.append(target) }
        for name in names where name.count > best && start + name.count <= text.count {
            let end = start + name.count
            guard Self.fold(Array(text[start..<end])) == name, end == text.count || !isWord(text[end]) else { continue }
            if isMarked || name == target || Self.isSetOff(text, at: end) || Self.isNoOrdinaryWord(text[start..<end]) { best = name.count }
        }
        return best
    }

    private static func handleLength(in text: [UInt8], at start: Int) -> Int {
        var end = start
        while end < text.count, isWord(text[end]) || text[end] == UInt8(ascii: "-") { end += 1 }
        return end - start
    }

    /// Whether a comma, colon, dash ... or the end of the line stands behind a name.
    private static func isSetOff(_ text: [UInt8], at place: Int) -> Bool {
        guard place < text.count else { return true }
        if [0x2C, 0x3A, 0x3B, 0x21, 0x2E, 0x3F, 0x0A].contains(text[place]) { return true }
        return text.hasIgnoringCase(" -", at: place) || text.has(" –", at: place) || text.has(" —", at: place)
    }

    /// `slimy_fox`, `Fox7`, `JoeB`, `Joe Bloggs`: a digit, a blank, a mark or a capital inside.
    private static func isNoOrdinaryWord(_ name: ArraySlice<UInt8>) -> Bool {
        let hasLower = name.contains { (0x61...0x7A).contains($0) }
        return name.dropFirst().contains { byte in
            byte < 0x80 && !(0x61...0x7A).contains(byte) && (!(0x41...0x5A).contains(byte) || hasLower)
        }
    }

    private static func fold(_ bytes: [UInt8]) -> [UInt8] { bytes.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 } }

    private static func firstWord(of bytes: [UInt8], at start: Int) -> [UInt8] {
        guard start < bytes.count else { return [] }
        return fold(Array(bytes[start...].prefix(while: isWord)))
    }
}

/// ASCII letters, digits, `_` and everything outside ASCII.
private func isWord(_ byte: UInt8) -> Bool { isLetter(byte) || (0x30...0x39).contains(byte) || byte == 0x5F || byte >= 0x80 }
private func isLetter(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) }
private func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D }

extension [UInt8] {
    fileprivate func has(_ text: StaticString, at place: Int) -> Bool {
        let length = text.utf8CodeUnitCount
        guard place >= 0, place + length <= count else { return false }
        for index in 0..<length where self[place + index] != text.utf8Start[index] { return false }
        return true
    }
    /// `text` must be in lower case.
    fileprivate func hasIgnoringCase(_ text: StaticString, at place: Int) -> Bool {
        let length = text.utf8CodeUnitCount
        guard place >= 0, place + length <= count else { return false }
        for index in 0..<length {
            let byte = self[place + index]
            if ((0x41...0x5A).contains(byte) ? byte | 0x20 : byte) != text.utf8Start[index] { return false }
        }
        return true
    }
}
