/// Many patterns, ready to be searched for in one walk over a text.
///
/// Every match of a pattern holds one of its required literals. A pattern all of whose matches begin with one is tried only where such a
/// literal stands; one whose literals stand inside is searched for only in texts that hold one; the others are searched for in every text.
package struct PatternIndex: Sendable {
    /// How a pattern is searched for.
    package enum Lookup: String, Sendable { case atLiterals, ifLiteralOccurs, always }

    struct Indexed: Sendable {
        let pattern: CompiledPattern
        let lookup: Lookup
        /// The same expression, matching only where it is tried; for `.atLiterals`.
        let anchored: CompiledPattern?
        /// For `.always`: bytes of which a text must hold one; empty where nothing is known.
        var firstBytes: [UInt8] = []
    }

    let patterns: [Indexed]
    /// Literals that stand where words begin, and literals that may stand anywhere.
    let atWordStarts: LiteralTable
    let anywhere: LiteralTable
    /// Patterns that are searched for in every text (that holds a byte they can begin with).
    package let unfiltered: [Int]

    /// A pattern's number is its place in the list.
    package init(_ patterns: [CompiledPattern]) {
        var indexed: [Indexed] = []
        var words: [LiteralTable.Literal] = []
        var others = words
        for (number, pattern) in patterns.enumerated() {
            let tree = RegexParser.tree(of: pattern.regex, ignoresCase: pattern.options.ignoresCase)
            guard !pattern.matchesEmpty, !pattern.options.isAnchored, let required = RequiredLiterals.of(tree) else {
                let first = pattern.matchesEmpty ? [] : pattern.firstBytes ?? []
                indexed.append(Indexed(pattern: pattern, lookup: .always, anchored: nil, firstBytes: first.count <= 16 ? first : []))
                continue
            }
            var anchored: CompiledPattern?
            if required.isPrefix {
                var options = pattern.options
                options.isAnchored = true
                anchored = try? CompiledPattern(pattern.regex, options: options)
            }
            for literal in required.literals {
                let item = (literal.bytes, number, anchored == nil)
                if literal.isAtWordStart { words.append(item) } else { others.append(item) }
            }
            indexed.append(Indexed(pattern: pattern, lookup: anchored == nil ? .ifLiteralOccurs : .atLiterals, anchored: anchored))
        }
        self.patterns = indexed
        atWordStarts = LiteralTable(words)
        anywhere = LiteralTable(others)
        unfiltered = indexed.indices.filter { indexed[$0].lookup == .always }
    }

    package func lookup(of number: Int) -> Lookup { patterns[number].lookup }

    /// Bytes of ASCII words.
    @inline(__always)
    static func isWordByte(_ byte: UInt8) -> Bool {
        byte &- 0x61 < 26 || byte &- 0x30 < 10 || byte == 0x5F
    }
}
