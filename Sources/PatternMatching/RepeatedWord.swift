/// Expressions that begin with a word and go on with the same word, like `\b(\w+)\s+\1`: nothing but the text itself says where they can match.
extension RegexTree {
    /// Whether a match begins with a whole word, behind which, after a gap without letters, the same word stands once more.
    var repeatsItsFirstWord: Bool {
        var parts = flat[...]
        while let first = parts.first, first == .empty || first == .wordBoundary { parts.removeFirst() }
        guard let word = parts.popFirst(), word.isAllOfWords else { return false }
        var hasGap = false
        while let part = parts.popFirst() {
            if case .again(let inner) = part { return hasGap && inner == word }
            guard part.isWithoutWords else { return false }
            hasGap = hasGap || !part.canBeEmpty
        }
        return false
    }

    /// The parts of a sequence, those of sequences in it among them.
    private var flat: [RegexTree] {
        if case .sequence(let parts) = self { parts.flatMap(\.flat) } else { [self] }
    }

    /// Whether it matches one or more word characters and nothing else.
    private var isAllOfWords: Bool {
        switch self {
        case .character(let scalar, _): scalar.isWordCharacter
        case .oneOf(_, let wordness, _): wordness == .word
        case .repetition(let inner, let min, _): min > 0 && inner.isAllOfWords
        case .sequence(let parts): !parts.isEmpty && parts.allSatisfy(\.isAllOfWords)
        case .alternation(let branches): branches.allSatisfy(\.isAllOfWords)
        case .empty, .wordBoundary, .space, .again, .unknown: false
        }
    }

    private var isWithoutWords: Bool {
        switch self {
        case .empty, .wordBoundary, .space: true
        case .character(let scalar, _): !scalar.isWordCharacter && !scalar.isDoubtfulWordCharacter
        case .oneOf(_, let wordness, _): wordness == .other
        case .repetition(let inner, _, _): inner.isWithoutWords
        case .sequence(let parts): parts.allSatisfy(\.isWithoutWords)
        case .alternation(let branches): branches.allSatisfy(\.isWithoutWords)
        case .again, .unknown: false
        }
    }

    private var canBeEmpty: Bool { beginning.contains(.nothing) }
}

extension FoldedText {
    /// Whether the word that begins at one of the places stands at the next one, too. Beside letters outside ASCII, where a word begins and ends is not
    /// known here: the answer then is yes.
    func repeatsWord(_ rank: Int) -> Bool {
        let start = Int(wordStarts[rank])
        let next = rank + 1 < wordStartCount ? Int(wordStarts[rank + 1]) : count
        // Most words are told by their first letters; zeros stand behind the text.
        if otherCharacters == 0, bytes[start] != bytes[next] { return false }
        var end = start
        while PatternIndex.isWordByte(bytes[end]) { end += 1 }
        if end == start || bytes[end] >= 0x80 || bytes[next] >= 0x80 { return true }
        let length = end - start
        guard next + length <= count else { return false }
        for offset in 0..<length where bytes[start + offset] != bytes[next + offset] { return false }
        return true
    }
}
