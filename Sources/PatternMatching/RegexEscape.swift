/// What begins with a backslash.
enum RegexEscape {
    static func tree(of token: ArraySlice<UInt8>, ignoresCase: Bool) -> RegexTree {
        guard let kind = token.dropFirst().first else { return .unknown }
        func oneOf(_ wordness: RegexTree.Wordness) -> RegexTree { .oneOf(members: nil, wordness, ignoresCase: ignoresCase) }
        switch kind {
        case UInt8(ascii: "b"): return .wordBoundary
        case UInt8(ascii: "B"), UInt8(ascii: "A"), UInt8(ascii: "z"), UInt8(ascii: "Z"), UInt8(ascii: "G"), UInt8(ascii: "E"):
            return .empty
        case UInt8(ascii: "d"), UInt8(ascii: "w"): return oneOf(.word)
        case UInt8(ascii: "s"): return .space
        case UInt8(ascii: "W"), UInt8(ascii: "h"), UInt8(ascii: "v"), UInt8(ascii: "R"): return oneOf(.other)
        case UInt8(ascii: "D"), UInt8(ascii: "S"), UInt8(ascii: "H"), UInt8(ascii: "V"), UInt8(ascii: "P"): return oneOf(.any)
        case UInt8(ascii: "p"): return oneOf(isLetterOrNumber(token) ? .word : .any)
        case UInt8(ascii: "N") where token.count == 2: return oneOf(.any)
        default:
            guard let scalar = scalar(of: token) else { return .unknown }
            return .character(scalar, ignoresCase: ignoresCase)
        }
    }

    /// Whether a property is one of letters (`L`, `Lu` ...) or numbers: these are word characters to every version of PCRE2.
    private static func isLetterOrNumber(_ token: ArraySlice<UInt8>) -> Bool {
        let name = token.dropFirst(2).filter { $0 != UInt8(ascii: "{") && $0 != UInt8(ascii: "}") }
        return ["L", "Lu", "Ll", "Lt", "Lm", "Lo", "N", "Nd", "Nl", "No"].contains(String(decoding: name, as: UTF8.self))
    }

    /// The character an escape stands for; `nil` where it stands for none, or for several.
    static func scalar(of token: ArraySlice<UInt8>) -> Unicode.Scalar? {
        let token = Array(token)
        guard token.count >= 2 else { return nil }
        switch token[1] {
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "f"): return "\u{0C}"
        case UInt8(ascii: "e"): return "\u{1B}"
        case UInt8(ascii: "a"): return "\u{07}"
        case UInt8(ascii: "x"):
            let digits = token.dropFirst(2).filter(isHexDigit)
            return UInt32(String(decoding: digits, as: UTF8.self), radix: 16).flatMap(Unicode.Scalar.init)
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"): return nil
        default: return String(decoding: token.dropFirst(), as: UTF8.self).unicodeScalars.first
        }
    }
}

/// What stands in brackets.
enum RegexSet {
    static func tree(of token: ArraySlice<UInt8>, ignoresCase: Bool) -> RegexTree {
        guard let members = members(Array(token)) else { return .oneOf(members: nil, .any, ignoresCase: ignoresCase) }
        var wordness: RegexTree.Wordness = []
        for member in members {
            wordness.formUnion(member.isDoubtfulWordCharacter ? .any : member.isWordCharacter ? .word : .other)
        }
        return .oneOf(members: members, wordness, ignoresCase: ignoresCase)
    }

    /// The characters of a set that lists them (ranges of ASCII included); `nil` for any other set.
    private static func members(_ token: [UInt8]) -> [Unicode.Scalar]? {
        guard token.count > 2, token.first == UInt8(ascii: "["), token.last == UInt8(ascii: "]"), token[1] != UInt8(ascii: "^") else { return nil }
        var items: [Unicode.Scalar] = []
        var position = 1
        let end = token.count - 1
        /// Whether the last was a class, which begins no range.
        var wasClass = false
        /// The character at `position`, which moves on; a blank for any white space.
        func next() -> Unicode.Scalar? {
            wasClass = false
            if token[position] == UInt8(ascii: "\\") {
                guard let length = escapeLength(token[position..<end]) else { return nil }
                defer { position += length }
                if token[position + 1] == UInt8(ascii: "s") {
                    wasClass = true
                    return " "
                }
                return RegexEscape.scalar(of: token[position..<position + length])
            }
            guard token[position] != UInt8(ascii: "[") || token[position + 1] != UInt8(ascii: ":") else { return nil }
            let first = token[position]
            let length = first < 0xC0 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
            guard position + length <= end else { return nil }
            position += length
            return String(decoding: token[position - length..<position], as: UTF8.self).unicodeScalars.first
        }
        while position < end {
            guard let low = next() else { return nil }
            if !wasClass, position + 1 < end, token[position] == UInt8(ascii: "-") {
                position += 1
                guard let high = next(), !wasClass, low.isASCII, high.isASCII, low.value <= high.value else { return nil }
                items += (low.value...high.value).compactMap(Unicode.Scalar.init)
            } else {
                items.append(low)
            }
        }
        return items
    }

    /// How long an escape within a set is that stands for one character, or for white space; `nil` for any other.
    private static func escapeLength(_ token: ArraySlice<UInt8>) -> Int? {
        guard let kind = token.dropFirst().first, kind < 128 else { return nil }
        switch kind {
        case UInt8(ascii: "n"), UInt8(ascii: "t"), UInt8(ascii: "r"), UInt8(ascii: "f"), UInt8(ascii: "s"): return 2
        case UInt8(ascii: "x"):
            if token.dropFirst(2).first == UInt8(ascii: "{") {
                return token.firstIndex(of: UInt8(ascii: "}")).map { $0 - token.startIndex + 1 }
            }
            let digits = token.dropFirst(2).prefix(2).prefix(while: isHexDigit)
            return digits.isEmpty ? nil : 2 + digits.count
        default: return Unicode.Scalar(kind).isWordCharacter ? nil : 2
        }
    }
}
