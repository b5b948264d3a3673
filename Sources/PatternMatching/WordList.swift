/// Expressions that are nothing but a list of plain ASCII words between word boundaries, like `\b(?:liar|lies?)\b`.
///
/// Such an expression matches a word exactly when the word is in the list: its match begins and ends at a boundary and holds letters alone.
enum WordList {
    /// Whether an expression holds what the tree does not show and what may keep a listed word from matching: atomic groups and
    /// possessive quantifiers (they give back nothing), duplicate group numbers, verbs.
    static func hasTraps(_ regex: String) -> Bool {
        let bytes = Array(regex.utf8)
        func has(_ text: StaticString) -> Bool {
            let count = text.utf8CodeUnitCount
            guard bytes.count >= count else { return false }
            return (0...bytes.count - count).contains { start in (0..<count).allSatisfy { bytes[start + $0] == text.utf8Start[$0] } }
        }
        return has("(?>") || has("(*") || has("(?|") || has("++") || has("*+") || has("?+") || has("}+")
    }
}

extension RegexTree {
    /// Whether this is a word boundary, plain ASCII letters, digits and `_` in any case, and a word boundary.
    var isListOfWords: Bool {
        guard case .sequence(let parts) = unwrapped else { return false }
        guard parts.count >= 3, parts.first == .wordBoundary, parts.last == .wordBoundary else { return false }
        return parts.dropFirst().dropLast().allSatisfy(\.isPlainWordPart)
    }

    /// Without groups around the whole.
    private var unwrapped: RegexTree {
        if case .sequence(let parts) = self, parts.count == 1 { return parts[0].unwrapped }
        return self
    }

    private var isPlainWordPart: Bool {
        switch self {
        case .character(let scalar, let ignoresCase): return Self.isPlain(scalar, ignoresCase)
        case .oneOf(let members, _, let ignoresCase): return members?.allSatisfy { Self.isPlain($0, ignoresCase) } ?? false
        case .sequence(let parts): return parts.allSatisfy(\.isPlainWordPart)
        case .alternation(let branches): return branches.allSatisfy(\.isPlainWordPart)
        case .repetition(let inner, _, let max): return max != nil && inner.isPlainWordPart
        case .empty, .wordBoundary, .space, .again, .unknown: return false
        }
    }

    /// Folding made all letters small, so that only what matches in any case can be told by it.
    private static func isPlain(_ scalar: Unicode.Scalar, _ ignoresCase: Bool) -> Bool {
        guard scalar.isASCII, scalar.isWordCharacter else { return false }
        return ignoresCase || scalar.value < 0x41 || scalar == "_"
    }
}
