/// Reads an expression that PCRE2 has accepted into a `RegexTree`.
package struct RegexParser {
    private let bytes: [UInt8]
    private let tokens: [RegexLexer.Token]
    private var position = 0
    private var ignoresCase: Bool
    /// Whether a verb like `(*ACCEPT)` or `(*SKIP)` stands in the expression, or `\K`: then nothing in it is certain to be matched.
    private var hasVerbs = false
    /// What the groups that are closed can hold, by their numbers; `nil` for one in which case may be read otherwise than where it began,
    /// and for one that is still open.
    private var groups: [(contents: RegexTree, ignoresCase: Bool)?] = [nil]
    /// Whether groups are numbered as they come: not where branches number them anew, where plain groups have no number, or where conditions
    /// and calls look like groups.
    private let countsGroups: Bool

    /// The tree; `.unknown` for an expression with verbs or `\K`.
    package static func tree(of regex: String, ignoresCase: Bool) -> RegexTree {
        let bytes = Array(regex.utf8)
        var parser = RegexParser(bytes: bytes, tokens: RegexLexer.tokens(of: bytes), ignoresCase: ignoresCase)
        let tree = parser.alternation()
        return parser.hasVerbs || parser.position < parser.tokens.count ? .unknown : tree
    }

    private init(bytes: [UInt8], tokens: [RegexLexer.Token], ignoresCase: Bool) {
        self.bytes = bytes
        self.tokens = tokens
        self.ignoresCase = ignoresCase
        countsGroups = !tokens.contains { token in
            switch token.kind {
            case .open: bytes[token.range].elementsEqual("(?|".utf8) || bytes[token.range].elementsEqual("(?".utf8)
                || bytes[token.range].last == UInt8(ascii: ":") && bytes[token.range].contains(UInt8(ascii: "n"))
            case .options: bytes[token.range].contains(UInt8(ascii: "n"))
            default: false
            }
        }
    }

    /// Branches up to a closing parenthesis or the end. Options set in one branch hold in those after it.
    private mutating func alternation() -> RegexTree {
        let outerCase = ignoresCase
        defer { ignoresCase = outerCase }
        var branches = [sequence()]
        while position < tokens.count, tokens[position].kind == .alternation {
            position += 1
            branches.append(sequence())
        }
        return branches.count == 1 ? branches[0] : .alternation(branches)
    }

    private mutating func sequence() -> RegexTree {
        var parts: [RegexTree] = []
        while position < tokens.count {
            let token = tokens[position]
            switch token.kind {
            case .alternation, .close: return parts.count == 1 ? parts[0] : .sequence(parts)
            case .quantifier:
                let (min, max) = bounds(token.range)
                if let last = parts.popLast() { parts.append(.repetition(last, min: min, max: max)) }
                position += 1
            case .quoted:
                parts += quoted(token.range)
                position += 1
            case .options:
                setOptions(token.range)
                position += 1
            case .comment: position += 1
            case .verb:
                hasVerbs = true
                position += 1
            case .open: parts.append(group())
            case .literal:
                if token.isExtended, [0x20, 0x09, 0x0A, 0x0B, 0x0C, 0x0D].contains(bytes[token.range.lowerBound]) {
                    position += 1
                } else {
                    parts.append(literal(token.range))
                    position += 1
                }
            case .escape:
                // \K moves the beginning of a match away from where it was tried.
                if bytes[token.range].elementsEqual([UInt8(ascii: "\\"), UInt8(ascii: "K")]) { hasVerbs = true }
                parts.append(reference(token.range) ?? RegexEscape.tree(of: bytes[token.range], ignoresCase: ignoresCase))
                position += 1
            case .set:
                parts.append(RegexSet.tree(of: bytes[token.range], ignoresCase: ignoresCase))
                position += 1
            case .dot:
                parts.append(.oneOf(members: nil, .any, ignoresCase: ignoresCase))
                position += 1
            case .anchor:
                parts.append(.empty)
                position += 1
            }
        }
        return parts.count == 1 ? parts[0] : .sequence(parts)
    }

    /// `\1` to `\9`, where the group is read in the same case.
    private func reference(_ range: Range<Int>) -> RegexTree? {
        guard countsGroups, range.count == 2, case let digit = bytes[range.lowerBound + 1], (0x31...0x39).contains(digit) else { return nil }
        let number = Int(digit - 0x30)
        guard number < groups.count, let group = groups[number], group.ignoresCase || !ignoresCase else { return nil }
        return .again(group.contents.withoutBoundaries)
    }

    /// Either no letter before or none behind: what bounds a word, if there is one, and is nothing beside other characters. Of literals it
    /// says the same as `\b`.
    private static let softBoundary = (bytes: Array("(?:(?<!\\w)|(?!\\w))".utf8), tokens: 9)

    private mutating func group() -> RegexTree {
        if bytes[tokens[position].range.lowerBound...].starts(with: Self.softBoundary.bytes) {
            position += Self.softBoundary.tokens
            return .wordBoundary
        }
        let opening = String(decoding: bytes[tokens[position].range], as: UTF8.self)
        let isCounted = opening == "(" || opening.hasPrefix("(?P<") || opening.hasPrefix("(?'") || (opening.hasPrefix("(?<") && opening.count > 4)
        let (number, first) = (groups.count, position)
        if isCounted { groups.append(nil) }
        position += 1
        let outerCase = ignoresCase
        let kind: RegexTree?
        switch opening {
        case "(", "(?>", "(?|": kind = nil
        case "(?=", "(?!", "(?<=", "(?<!", "(?*", "(?<*": kind = .empty
        default:
            if opening.hasPrefix("(?<") || opening.hasPrefix("(?P<") || opening.hasPrefix("(?'") {
                kind = nil
            } else if opening.hasSuffix(":"), opening.hasPrefix("(?") {
                setOptions(tokens[position - 1].range)
                kind = nil
            } else {
                kind = .unknown
            }
        }
        let contents = alternation()
        ignoresCase = outerCase
        // Case is read the same way throughout where no option stands inside.
        let hasOptions = tokens[first..<position].contains { token in
            token.kind == .options || token.kind == .open && bytes[token.range].last == UInt8(ascii: ":") && token.range.count > 3
        }
        if isCounted, !hasOptions { groups[number] = (contents, outerCase) }
        // What a lookaround holds stands somewhere else.
        if kind == .empty { for inner in number..<groups.count { groups[inner] = nil } }
        if position < tokens.count, tokens[position].kind == .close { position += 1 }
        return kind ?? contents
    }

    private mutating func setOptions(_ range: Range<Int>) {
        var value = true
        for byte in bytes[range] {
            switch byte {
            case UInt8(ascii: "-"): value = false
            case UInt8(ascii: "^"): ignoresCase = false
            case UInt8(ascii: "i"): ignoresCase = value
            default: break
            }
        }
    }

    private func bounds(_ range: Range<Int>) -> (min: Int, max: Int?) {
        switch bytes[range.lowerBound] {
        case UInt8(ascii: "?"): return (0, 1)
        case UInt8(ascii: "*"): return (0, nil)
        case UInt8(ascii: "+"): return (1, nil)
        default:
            let inner = bytes[range].dropFirst().prefix { $0 != UInt8(ascii: "}") }
            let parts = inner.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
            let numbers = parts.map { Int(String(decoding: $0, as: UTF8.self)) }
            let min = numbers.first.flatMap { $0 } ?? 0
            return (min, numbers.count > 1 ? numbers[1] : min)
        }
    }

    private func literal(_ range: Range<Int>) -> RegexTree {
        guard let scalar = String(decoding: bytes[range], as: UTF8.self).unicodeScalars.first else { return .unknown }
        return .character(scalar, ignoresCase: ignoresCase)
    }

    private func quoted(_ range: Range<Int>) -> [RegexTree] {
        var inner = bytes[range].dropFirst(2)
        if inner.suffix(2) == [UInt8(ascii: "\\"), UInt8(ascii: "E")] { inner = inner.dropLast(2) }
        return String(decoding: inner, as: UTF8.self).unicodeScalars.map { .character($0, ignoresCase: ignoresCase) }
    }
}
