internal import Dispatch
internal import Synchronization

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
        /// Tried where words begin.
        case atWordStarts
        /// Searched for in texts that hold a byte with which it can begin.
        case ifByteOccurs
        /// Searched for in every text.
        case always
    }

    struct Indexed: Sendable {
        let pattern: CompiledPattern
        let lookup: Lookup
        /// The same expression, matching only where it is tried; `nil` where it is not known where that may be.
        var anchored: CompiledPattern?
        /// For `.ifLiteralOccurs`: what stands where a match begins, at the beginning of a word; empty where that can be any word.
        var starts: [WordStart] = []
        /// Letters of the shortest literal; 0 where there is none.
        var literalSize = 0
        /// For `.ifByteOccurs`.
        var firstBytes: [UInt8] = []
        /// For patterns that are tried where words begin.
        var leading = LeadingBytes.any
        /// Whether the word there must stand once more behind itself.
        var repeatsWord = false
    }

    /// A pattern's part that is looked at most often: nothing in it is counted by reference.
    struct Entry: Sendable {
        let lookup: Lookup
        /// The anchored expression's, as long as the index lives.
        let anchored: CompiledPattern.Code?
        let hasGroups: Bool
        let leading: LeadingBytes
        let repeatsWord: Bool
        /// Whether one walk alone finds its places, and so from left to right.
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
        /// Literals that stand where words begin: those that begin with an ASCII letter, and others.
        let atWords: LiteralTable
        let atLetters: LiteralTable
        /// Literals that begin with a mark of ASCII, and these marks.
        let atMarks: LiteralTable
        let marks: [UInt8]
        /// Literals that may stand anywhere.
        let anywhere: LiteralTable
        let beginsAnywhere: BeginningFilter

        /// Which walk over a text finds a literal. Each goes from left to right, one after the other.
        enum Walk: Hashable {
            case words, letters
            case marks(UInt8)
            case anywhere
        }

        static func walk(_ literal: LiteralTable.Literal, isAtWordStart: Bool) -> Walk {
            let first = literal.bytes[0]
            if isAtWordStart { return first < 0x80 ? .words : .letters }
            return first > 0x20 && first < 0x80 && !PatternIndex.isWordByte(first) ? .marks(first) : .anywhere
        }

        init(language: String?, atWordStarts: [LiteralTable.Literal], others: [LiteralTable.Literal]) {
            func literals(_ list: [LiteralTable.Literal], _ isAtWordStart: Bool, _ isWanted: (Walk) -> Bool) -> [LiteralTable.Literal] {
                list.filter { isWanted(Self.walk($0, isAtWordStart: isAtWordStart)) }
            }
            self.language = language
            atWords = LiteralTable(literals(atWordStarts, true) { $0 == .words }, keys: .words)
            atLetters = LiteralTable(literals(atWordStarts, true) { $0 == .letters }, keys: .bytes)
            let marked = literals(others, false) { $0 != .anywhere }
            atMarks = LiteralTable(marked, keys: .bytes)
            marks = Set(marked.map { $0.bytes[0] }).sorted()
            let unplaced = literals(others, false) { $0 == .anywhere }
            anywhere = LiteralTable(unplaced, keys: .bytes)
            beginsAnywhere = BeginningFilter(unplaced)
        }
    }

    let patterns: [Indexed]
    /// What is asked of every pattern at every hit.
    let entries: FrozenArray<Entry>
    let parts: FrozenArray<Part>
    /// Patterns without a literal: searched for in every text, or in every text that holds a byte they can begin with.
    package let unfiltered: [Int]

    /// A pattern whose matches can begin with more bytes than this is searched for in every text.
    private static let mostFirstBytes = 32
    static let mostStarts = 16

    /// A pattern's number is its place in the list.
    ///
    /// - Parameter languages: the language of the texts that each pattern is for, `nil` for any; empty where all are for any.
    package init(_ patterns: [CompiledPattern], languages: [String?] = []) {
        let analyzed = Self.analyzed(patterns)
        let indexed = analyzed.map(\.item)
        var byLanguage: [String?: (words: [LiteralTable.Literal], others: [LiteralTable.Literal])] = [:]
        for (number, (item, literals)) in analyzed.enumerated() where !literals.isEmpty {
            let language = number < languages.count ? languages[number] : nil
            for literal in literals {
                let entry = (literal.bytes, number, item.lookup == .ifLiteralOccurs)
                if literal.isAtWordStart { byLanguage[language, default: ([], [])].words.append(entry) } else { byLanguage[language, default: ([], [])].others.append(entry) }
            }
        }
        self.patterns = indexed
        var walks: [Int: Set<Part.Walk>] = [:]
        for part in byLanguage.values {
            for literal in part.words { walks[literal.pattern, default: []].insert(Part.walk(literal, isAtWordStart: true)) }
            for literal in part.others { walks[literal.pattern, default: []].insert(Part.walk(literal, isAtWordStart: false)) }
        }
        entries = FrozenArray(
            indexed.enumerated().map { number, item in
                Entry(lookup: item.lookup, anchored: item.anchored?.code, hasGroups: !item.pattern.groupNames.isEmpty, leading: item.leading,
                    repeatsWord: item.repeatsWord, isOrdered: (walks[number]?.count ?? 0) <= 1)
            })
        parts = FrozenArray(
            byLanguage.sorted { ($0.key ?? "") < ($1.key ?? "") }.map { Part(language: $0.key, atWordStarts: $0.value.words, others: $0.value.others) })
        unfiltered = indexed.indices.filter { [.atWordStarts, .ifByteOccurs, .always].contains(indexed[$0].lookup) }
    }

    private typealias Analyzed = (item: Indexed, literals: [RequiredLiterals.Literal])

    /// How each pattern is searched for: worked out on all cores, in their order whatever the number of cores.
    private static func analyzed(_ patterns: [CompiledPattern]) -> [Analyzed] {
        let size = 32
        let chunks = (patterns.count + size - 1) / size
        let results = Mutex([[Analyzed]](repeating: [], count: chunks))
        DispatchQueue.concurrentPerform(iterations: chunks) { chunk in
            let part = patterns[chunk * size..<min(patterns.count, (chunk + 1) * size)].map(analyzed)
            results.withLock { $0[chunk] = part }
        }
        return results.withLock { $0.flatMap(\.self) }
    }

    private static func analyzed(_ pattern: CompiledPattern) -> Analyzed {
        let tree = RegexParser.tree(of: pattern.regex, ignoresCase: pattern.options.ignoresCase)
        guard !pattern.matchesEmpty, !pattern.options.isAnchored, let required = RequiredLiterals.of(tree) else { return (unfiltered(pattern, tree), []) }
        var item = Indexed(pattern: pattern, lookup: lookup(required, tree, pattern))
        item.literalSize = required.size
        item.starts = required.starts.count <= mostStarts ? required.starts.compactMap { WordStart($0) } : []
        if item.starts.count < required.starts.count { item.starts = [] }
        item.leading = LeadingBytes(tree)
        item.repeatsWord = tree.repeatsItsFirstWord
        if required.isPrefix || !item.starts.isEmpty || RequiredLiterals.beginsWithWord(tree) { item.anchored = anchored(pattern) }
        return (item, required.literals)
    }

    private static func lookup(_ required: RequiredLiterals, _ tree: RegexTree, _ pattern: CompiledPattern) -> Lookup {
        guard required.isPrefix else { return .ifLiteralOccurs }
        let isList = pattern.groupNames.isEmpty && required.areWholeWords && tree.isListOfWords && !WordList.hasTraps(pattern.regex)
        return isList ? .atWords : .atLiterals
    }

    private static func unfiltered(_ pattern: CompiledPattern, _ tree: RegexTree) -> Indexed {
        let first = pattern.matchesEmpty ? [] : pattern.firstBytes ?? []
        if !pattern.matchesEmpty, !pattern.options.isAnchored, RequiredLiterals.beginsWithWord(tree), let anchored = anchored(pattern) {
            return Indexed(pattern: pattern, lookup: .atWordStarts, anchored: anchored, leading: LeadingBytes(tree), repeatsWord: tree.repeatsItsFirstWord)
        }
        let isKnown = !first.isEmpty && first.count <= mostFirstBytes
        return Indexed(pattern: pattern, lookup: isKnown ? .ifByteOccurs : .always, firstBytes: isKnown ? first : [])
    }

    /// The same expression, matching only where it is tried, with long lists in a form that is quick to try.
    private static func anchored(_ pattern: CompiledPattern) -> CompiledPattern? {
        var options = pattern.options
        options.isAnchored = true
        let grouped = AlternationGrouping.grouped(pattern.regex, ignoresCase: pattern.options.ignoresCase)
        return (try? grouped.map { try CompiledPattern($0, options: options) }) ?? (try? CompiledPattern(pattern.regex, options: options))
    }

    package func lookup(of number: Int) -> Lookup { patterns[number].lookup }

    /// Whether a literal, the byte it begins with, or a word that must stand twice keeps a pattern from most places of most texts.
    package func isFiltered(_ number: Int) -> Bool {
        switch lookup(of: number) {
        case .atLiterals, .atWords, .ifByteOccurs: true
        case .ifLiteralOccurs: literalSize(of: number) >= 3
        case .atWordStarts: patterns[number].repeatsWord || patterns[number].leading.fewest <= Self.mostFirstBytes
        case .always: false
        }
    }

    /// How many bytes, without white space, the shortest literal has by which a pattern is filtered; 0 where it has none. Short ones,
    /// say below 3, stand in nearly every text and filter little.
    package func literalSize(of number: Int) -> Int { patterns[number].literalSize }

    /// Bytes of ASCII words.
    @inline(__always)
    static func isWordByte(_ byte: UInt8) -> Bool {
        byte &- 0x61 < 26 || byte &- 0x30 < 10 || byte == 0x5F
    }
}
