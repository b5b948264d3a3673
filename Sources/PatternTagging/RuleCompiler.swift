import DiscourseModel
import PatternMatching

/// Compiles the tags of one file.
struct RuleCompiler {
    var source: SourceText
    private let syntax: PatternFileSyntax
    private let file: Int
    let expansion: LineExpansion
    private let matcher = Matcher()
    private var usedFragments: Set<String> = []

    init(_ syntax: PatternFileSyntax, source: SourceText, file: Int) {
        self.syntax = syntax
        self.file = file
        var source = source
        expansion = LineExpansion(syntax.fragments, &source)
        self.source = source
        for fragment in syntax.fragments { usedFragments.formUnion(LineExpansion.fragmentNames(in: fragment.text)) }
    }

    /// `nil` where the tag has an error; every line of it was tried.
    mutating func compile(_ tag: TagSyntax) -> TagRule? {
        let any = lines(tag.any, "any", tag)
        let all = lines(tag.all, "all", tag)
        let unless = lines(tag.unless, "unless", tag)
        let parentAny = lines(tag.parent?.any ?? [], "parent.any", tag)
        var near: TagRule.NearLine?
        var nearIsBroken = false
        if let syntax = tag.near {
            let a = line(syntax.a, label: "near.a", tag)
            let b = line(syntax.b, label: "near.b", tag)
            if let a, let b { near = .init(a: a, b: b, rule: syntax.rule) } else { nearIsBroken = true }
        }
        guard !tag.isBroken, !nearIsBroken, let any, let all, let unless, let parentAny else { return nil }

        let every = any + all + unless + [near?.a, near?.b].compactMap { $0 }
        return TagRule(
            definition: TagDefinition(
                id: tag.id, kind: syntax.kind, label: tag.label, about: tag.about, source: tag.source, isExperimental: tag.isExperimental),
            language: syntax.language.map(primaryLanguage), license: syntax.license, any: any, near: near, all: all, unless: unless,
            parent: tag.parent.map { .init(tag: $0.tag?.id, tagPlace: $0.tag?.place ?? 0, any: parentAny) },
            whereabouts: tag.whereabouts, countsQuoted: tag.countsQuoted, min: tag.min, ignoresCase: tag.ignoresCase, words: tag.words,
            readsAddresses: every.contains { readsAddresses($0.pattern.regex) },
            examples: tag.examples, file: file, place: tag.place)
    }

    /// A fragment that no line uses is probably a slip.
    mutating func noteUnusedFragments() {
        for fragment in syntax.fragments where !usedFragments.contains(fragment.name) && fragment.name != "apos" {
            source.add(.warning, at: fragment.place, width: fragment.name.unicodeScalars.count, "no line uses the fragment `\(fragment.name)`")
        }
    }

    private mutating func lines(_ texts: [PlacedString], _ key: String, _ tag: TagSyntax) -> [PatternLine]? {
        var lines: [PatternLine] = []
        var seen: Set<[UInt8]> = []
        for (index, text) in texts.enumerated() {
            if !seen.insert(text.bytes).inserted {
                source.add(
                    .warning, at: text.place(of: 0), width: text.text.unicodeScalars.count, tag: tag.id, "this line stands in `\(key)` twice")
            }
            if let line = line(text, label: "\(key)[\(index + 1)]", tag) { lines.append(line) }
        }
        return lines.count == texts.count ? lines : nil
    }

    private mutating func line(_ text: PlacedString, label: String, _ tag: TagSyntax) -> PatternLine? {
        usedFragments.formUnion(LineExpansion.fragmentNames(in: text))
        if let backspace = text.bytes.firstIndex(of: 0x08) {
            source.add(
                .error, at: text.place(of: backspace), width: 2, tag: tag.id, "in double quotes \\b is a backspace, and no word boundary",
                suggestion: "write expressions in single quotes: '...'")
            return nil
        }
        let expanded: PlacedString
        do throws(LineExpansion.Fault) {
            guard let result = try expansion.expand(text, words: tag.words, ignoresCase: tag.ignoresCase) else { return nil }
            expanded = result
        } catch {
            source.add(.error, at: error.place, width: error.width, tag: tag.id, error.reason, suggestion: error.suggestion)
            return nil
        }
        do throws(PatternError) {
            let pattern = try CompiledPattern(expanded.text, options: .init(ignoresCase: tag.ignoresCase))
            let width = text.text.unicodeScalars.count
            if pattern.matchesEmpty, !["", "a", " a b. "].contains(where: { matcher.matchesNothing(pattern, in: $0) }) {
                source.add(.warning, at: text.place(of: 0), width: width, tag: tag.id, "the line may match an empty text, and empty matches are not kept")
            } else if pattern.matchesEmpty {
                source.add(
                    .error, at: text.place(of: 0), width: width, tag: tag.id, "the line can match an empty text",
                    suggestion: "make a part of it required, say + for *")
                return nil
            }
            return PatternLine(label: label, pattern: pattern, number: 0, place: text.place(of: 0), written: text)
        } catch {
            let fault = LineExpansion.fault(error, in: expanded)
            source.add(.error, at: fault.place, tag: tag.id, fault.reason, suggestion: fault.suggestion)
            return nil
        }
    }
}

/// Whether an expression names a part of a web address.
private func readsAddresses(_ regex: String) -> Bool {
    let bytes = Array(regex.utf8)
    return ["http", "www", "://"].contains { word in
        let word = Array(word.utf8)
        return bytes.count >= word.count && (0...bytes.count - word.count).contains { bytes[$0..<$0 + word.count].elementsEqual(word) }
    }
}
