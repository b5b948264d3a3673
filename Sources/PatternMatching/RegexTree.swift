/// What a regular expression is made of, as far as its necessary words can be told from it.
///
/// The tree says less than the expression, never more: what it does not understand is `.unknown`, which stands for any text.
package indirect enum RegexTree: Equatable, Sendable {
    /// Matches nothing but a place: anchors, lookarounds.
    case empty
    /// `\b`.
    case wordBoundary
    case character(Unicode.Scalar, ignoresCase: Bool)
    /// `\s`.
    case space
    /// One character out of several; `members` where they are known.
    case oneOf(members: [Unicode.Scalar]?, Wordness, ignoresCase: Bool)
    case sequence([RegexTree])
    case alternation([RegexTree])
    case repetition(RegexTree, min: Int, max: Int?)
    /// What a group held, once more (`\1`). It says less than the expression: any text that the group could hold.
    case again(RegexTree)
    /// Recursion, conditions, other back-references.
    case unknown

    /// What a text that matches may begin or end with.
    package struct Wordness: OptionSet, Hashable, Sendable {
        package let rawValue: UInt8
        package init(rawValue: UInt8) { self.rawValue = rawValue }
        package static let word = Wordness(rawValue: 1)
        package static let other = Wordness(rawValue: 2)
        /// The text may be empty.
        package static let nothing = Wordness(rawValue: 4)
        package static let any: Wordness = [.word, .other]
    }

    /// The same without `\b`.
    var withoutBoundaries: RegexTree {
        switch self {
        case .wordBoundary: .empty
        case .sequence(let parts): .sequence(parts.map(\.withoutBoundaries))
        case .alternation(let branches): .alternation(branches.map(\.withoutBoundaries))
        case .repetition(let inner, let min, let max): .repetition(inner.withoutBoundaries, min: min, max: max)
        case .again(let inner): .again(inner.withoutBoundaries)
        case .empty, .character, .space, .oneOf, .unknown: self
        }
    }

    /// What the first character of a match can be.
    package var beginning: Wordness { edge(isEnd: false) }
    /// What the last character of a match can be.
    package var end: Wordness { edge(isEnd: true) }

    private func edge(isEnd: Bool) -> Wordness {
        switch self {
        case .empty, .wordBoundary: return .nothing
        case .character(let scalar, _): return scalar.isWordCharacter ? .word : .other
        case .space: return .other
        case .oneOf(_, let wordness, _): return wordness
        case .again(let inner): return inner.edge(isEnd: isEnd)
        case .unknown: return [.any, .nothing]
        case .alternation(let branches): return branches.reduce(into: []) { $0.formUnion($1.edge(isEnd: isEnd)) }
        case .repetition(let inner, let min, let max):
            if max == 0 { return .nothing }
            return min == 0 ? inner.edge(isEnd: isEnd).union(.nothing) : inner.edge(isEnd: isEnd)
        case .sequence(let parts):
            var result: Wordness = []
            for part in isEnd ? Array(parts.reversed()) : parts {
                let edge = part.edge(isEnd: isEnd)
                result.formUnion(edge.subtracting(.nothing))
                if !edge.contains(.nothing) { return result }
            }
            return result.union(.nothing)
        }
    }
}

extension Unicode.Scalar {
    /// What `\w` matches under Unicode properties: letters, numbers and `_` (PCRE2 10.42; 10.43 adds marks and connectors).
    package var isWordCharacter: Bool {
        if value < 128 {
            return (0x30...0x39).contains(value) || (0x41...0x5A).contains(value) || (0x61...0x7A).contains(value) || value == 0x5F
        }
        switch properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber, .letterNumber, .otherNumber:
            return true
        default: return false
        }
    }

    /// A mark or connector: a word character to some versions of PCRE2 and not to others.
    var isDoubtfulWordCharacter: Bool {
        guard value >= 128 else { return false }
        switch properties.generalCategory {
        case .nonspacingMark, .spacingMark, .enclosingMark, .connectorPunctuation: return true
        default: return false
        }
    }
}
