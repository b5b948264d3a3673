import PatternMatching

extension PatternLibrary {
    /// Lines that can do nothing, by file and place: of each text that such a line matches, and there are few, a line above it in the tag
    /// matches as much, or `unless` takes it away again.
    package func lint() -> [PatternProblem] {
        let matcher = Matcher()
        let scan = PatternScan(index, matcher: matcher)
        var problems = misplacedAnchors()
        var candidates: [Int] = []
        for rule in rules {
            let ranks = Dictionary(rule.any.enumerated().map { ($1.number, $0) }) { first, _ in first }
            for (rank, line) in rule.any.enumerated() {
                guard let texts = texts(of: line, rule, matcher) else { continue }
                // Of the lines few can match the first text: one walk over it tells which, however many there are.
                let reason = Array(texts[0].utf8).withUnsafeBufferPointer { first -> String? in
                    scan.read(first)
                    scan.findCandidates(&candidates)
                    let above = candidates.compactMap { ranks[$0] }.filter { $0 < rank }.sorted()
                    func covers(_ other: PatternLine, wholly: Bool) -> Bool {
                        scan.canMatch(other.number, in: first) && isPlain(other, rule)
                            && texts.allSatisfy { text in
                                matcher.matches(of: other.pattern, in: text).matches.contains { match in
                                    wholly ? match.bytes == 0..<text.utf8.count : !match.bytes.isEmpty
                                }
                            }
                    }
                    if let other = above.first(where: { covers(rule.any[$0], wholly: true) }) {
                        return "this line finds nothing of its own: \(rule.any[other].label) matches all that it matches"
                    }
                    return rule.unless.first { covers($0, wholly: false) }.map { "this line finds nothing: \($0.label) cancels all that it matches" }
                }
                guard let reason else { continue }
                let source = sources[rule.file]
                let (number, column) = source.position(of: line.place)
                problems.append(
                    source.problem(
                        .warning, line: number, column: column, width: line.written.text.unicodeScalars.count, tag: rule.id, reason,
                        suggestion: "take it out, or make the other line narrower"))
            }
        }
        return problems.sorted()
    }

    /// `$` with a character right behind it, `^` with one right before it: nothing matches there.
    private func misplacedAnchors() -> [PatternProblem] {
        var problems: [PatternProblem] = []
        for rule in rules {
            for line in rule.lines {
                let bytes = line.written.bytes, tokens = RegexLexer.tokens(of: bytes)
                func isCharacter(_ index: Int) -> Bool {
                    guard tokens.indices.contains(index), tokens[index].kind == .literal || tokens[index].kind == .dot else { return false }
                    // White space may be the end of a line, and what is asked for may be allowed to be missing.
                    let isOptional = tokens.indices.contains(index + 1) && tokens[index + 1].kind == .quantifier
                    return !isOptional && ![0x09, 0x0A, 0x0D, 0x20].contains(bytes[tokens[index].range.lowerBound])
                }
                for (index, token) in tokens.enumerated() where token.kind == .anchor {
                    let isEnd = bytes[token.range.lowerBound] == UInt8(ascii: "$")
                    guard isCharacter(isEnd ? index + 1 : index - 1) else { continue }
                    let source = sources[rule.file]
                    let (number, column) = source.position(of: line.written.place(of: token.range.lowerBound))
                    problems.append(
                        source.problem(
                            .warning, line: number, column: column, width: 1, tag: rule.id,
                            isEnd ? "`$` is the end of the text: nothing matches with a character behind it" : "`^` is the beginning of the text: nothing matches with a character before it",
                            suggestion: isEnd ? "write \\$ for the character itself" : "write \\^ for the character itself"))
                }
            }
        }
        return problems
    }

    /// What a line can match, in small and capital letters and with the white space that a text may have; `nil` where that is too much.
    private func texts(of line: PatternLine, _ rule: TagRule, _ matcher: Matcher) -> [String]? {
        let tree = RegexParser.tree(of: line.pattern.regex, ignoresCase: rule.ignoresCase)
        guard let texts = tree.strings(most: 300), texts.allSatisfy({ !$0.isEmpty }) else { return nil }
        func matches(_ text: String) -> Bool { !matcher.matches(of: line.pattern, in: text).matches.isEmpty }
        var all = Set(texts)
        if rule.ignoresCase {
            for text in texts {
                for other in [text.lowercased(), text.uppercased()] where matches(other) { all.insert(other) }
            }
        }
        for text in all where text.contains(" ") { all.insert(text.replacing(" ", with: "\n")) }
        // Where it matches none of them standing alone, it waits for something around it.
        return all.contains(where: matches) ? all.sorted() : nil
    }

    /// Whether what stands around the words is nothing to a line: no anchor, no lookaround but the boundaries that are put in.
    private func isPlain(_ line: PatternLine, _ rule: TagRule) -> Bool {
        guard let bare = try? expansions[rule.file].expand(line.written, words: false, ignoresCase: rule.ignoresCase) else { return false }
        return RegexLexer.tokens(of: bare.bytes).allSatisfy { token in
            let text = String(decoding: bare.bytes[token.range], as: UTF8.self)
            return !["(?=", "(?!", "(?<=", "(?<!", "(?*", "(?<*", "^", "$", "\\b", "\\B", "\\A", "\\z", "\\Z", "\\K"].contains(text)
        }
    }
}
