/// Many patterns, ready to be searched for in one walk over a text.
///
/// Every match of a pattern holds one of its required literals. A pattern all of whose matches begin with one is tried only where such a
/// literal stands; one whose literals stand inside is searched for only in texts that hold one; the others are searched for in every text.
package struct PatternIndex: Sendable {
    /// How a pattern is searched for.
    package enum Lookup: String, Sendable {
        /// Tried where one of its literals stands.
        case atLiterals
        /// As a list of plain words, each compared with the whole word in the text: PCRE2 is asked only beside letters outside ASCII.
        case atWords
        /// Tried, or searched for, in texts that hold one of its literals.
        case ifLiteralOccurs
        /// Searched for in texts that hold a byte with which it can begin.
        case ifByteOccurs
        /// Searched for in every text.
        case always
    }

    struct Indexed: Sendable {
        let pattern: CompiledPattern
        let lookup: Lookup
        /// The same expression, matching only where it is tried; for `.atLiterals`, `.atWords`, and `.ifLiteralOccurs` with `starts`.
        var anchored: CompiledPattern?
        /// For `.ifLiteralOccurs`: what stands where a match begins, at the beginning of a word; empty where that is not known.
        var starts: [WordStart] = []
        /// Letters of the shortest literal; 0 where there is none.
        var literalSize = 0
        /// For `.ifByteOccurs`.
        var firstBytes: [UInt8] = []
    }

    /// A pattern's part that is looked at most often: nothing in it is counted by reference.
    struct Entry: Sendable {
        let lookup: Lookup
        /// The anchored expression's, as long as the index lives.
        let anchored: CompiledPattern.Code?
        let hasGroups: Bool
        /// Whether its places are found from left to right.
        let isOrdered: Bool
    }

    /// The first bytes of a folded word, eight at most.
    struct WordStart: Sendable {
        let bytes: UInt64
        let mask: UInt64

        /// `nil` where nothing is left to compare.
        init?(_ literal: LiteralBytes) {
            var (bytes, mask): (UInt64, UInt64) = (0, 0)
            for (place, byte) in literal.prefix(8).enumerated() {
                if byte == RequiredLiterals.wordEnd { break }
                bytes |= UInt64(byte == RequiredLiterals.anySpace ? 0x20 : byte) << UInt64(8 * place)
                mask |= 0xFF << UInt64(8 * place)
                if byte == RequiredLiterals.anySpace { break }
            }
            guard mask != 0 else { return nil }
            (self.bytes, self.mask) = (bytes, mask)
        }
    }

    /// The literals of the patterns for one language, or of those for any.
    struct Part: Sendable {
        /// `nil`: any.
        let language: String?
        /// Literals that stand where words begin, and literals that may stand anywhere.
        let atWordStarts: LiteralTable
        let anywhere: LiteralTable
    }

    let patterns: [Indexed]
    /// What is asked of every pattern at every hit.
    let entries: FrozenArray<Entry>
    let parts: [Part]
    /// Patterns without a literal: searched for in every text, or in every text that holds a byte they can begin with.
    package let unfiltered: [Int]

    /// A pattern whose matches can begin with more bytes than this is searched for in every text.
    private static let mostFirstBytes = 32
    static let mostStarts = 16

    /// A pattern's number is its place in the list.
    ///
    /// - Parameter languages: the language of the texts that each pattern is for, `nil` for any; empty where all are for any.
    package init(_ patterns: [CompiledPattern], languages: [String?] = []) {
        var indexed: [Indexed] = []
        var byLanguage: [String?: (words: [LiteralTable.Literal], others: [LiteralTable.Literal])] = [:]
        for (number, pattern) in patterns.enumerated() {
            let tree = RegexParser.tree(of: pattern.regex, ignoresCase: pattern.options.ignoresCase)
            guard !pattern.matchesEmpty, !pattern.options.isAnchored, let required = RequiredLiterals.of(tree) else {
                indexed.append(Self.unfiltered(pattern))
                continue
            }
            var item = Indexed(pattern: pattern, lookup: Self.lookup(required, tree, pattern))
            item.literalSize = required.size
            item.starts = required.starts.count <= Self.mostStarts ? required.starts.compactMap { WordStart($0) } : []
            if item.starts.count < required.starts.count { item.starts = [] }
            if required.isPrefix || !item.starts.isEmpty {
                var options = pattern.options
                options.isAnchored = true
                let grouped = AlternationGrouping.grouped(pattern.regex, ignoresCase: pattern.options.ignoresCase)
                item.anchored = (try? grouped.map { try CompiledPattern($0, options: options) }) ?? (try? CompiledPattern(pattern.regex, options: options))
            }
            let language = number < languages.count ? languages[number] : nil
            for literal in required.literals {
                let entry = (literal.bytes, number, item.lookup == .ifLiteralOccurs)
                if literal.isAtWordStart { byLanguage[language, default: ([], [])].words.append(entry) } else { byLanguage[language, default: ([], [])].others.append(entry) }
            }
            indexed.append(item)
        }
        self.patterns = indexed
        let inBoth = byLanguage.values.reduce(into: Set<Int>()) { $0.formUnion(Set($1.words.map(\.pattern)).intersection($1.others.map(\.pattern))) }
        entries = FrozenArray(
            indexed.enumerated().map { number, item in
                Entry(lookup: item.lookup, anchored: item.anchored?.code, hasGroups: !item.pattern.groupNames.isEmpty, isOrdered: !inBoth.contains(number))
            })
        parts = byLanguage.sorted { ($0.key ?? "") < ($1.key ?? "") }.map {
            Part(language: $0.key, atWordStarts: LiteralTable($0.value.words), anywhere: LiteralTable($0.value.others))
        }
        unfiltered = indexed.indices.filter { indexed[$0].lookup == .always || indexed[$0].lookup == .ifByteOccurs }
    }

    private static func lookup(_ required: RequiredLiterals, _ tree: RegexTree, _ pattern: CompiledPattern) -> Lookup {
        guard required.isPrefix else { return .ifLiteralOccurs }
        let isList = pattern.groupNames.isEmpty && required.areWholeWords && tree.isListOfWords && !WordList.hasTraps(pattern.regex)
        return isList ? .atWords : .atLiterals
    }

    private static func unfiltered(_ pattern: CompiledPattern) -> Indexed {
        let first = pattern.matchesEmpty ? [] : pattern.firstBytes ?? []
        let isKnown = !first.isEmpty && first.count <= mostFirstBytes
        return Indexed(pattern: pattern, lookup: isKnown ? .ifByteOccurs : .always, firstBytes: isKnown ? first : [])
    }

    package func lookup(of number: Int) -> Lookup { patterns[number].lookup }

    /// How many bytes, without white space, the shortest literal has by which a pattern is filtered; 0 where it has none. Short ones,
    /// say below 3, stand in nearly every text and filter little.
    package func literalSize(of number: Int) -> Int { patterns[number].literalSize }

    /// Bytes of ASCII words.
    @inline(__always)
    static func isWordByte(_ byte: UInt8) -> Bool {
        byte &- 0x61 < 26 || byte &- 0x30 < 10 || byte == 0x5F
    }
}
