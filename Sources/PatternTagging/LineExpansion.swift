import PatternMatching

/// Turns a line of a pattern file into an expression of PCRE2: fragments put in, blanks made to match any white space,
/// word boundaries put at its ends. Every byte of the result knows the byte of the file it comes from.
struct LineExpansion {
    /// The fragments by name, whole: none holds another any more.
    private(set) var fragments: [String: PlacedString] = ["apos": placed("['’]")]
    /// Fragments that are wrong themselves or hold one that is.
    private(set) var broken: Set<String> = []

    /// Bytes a line may come to, and fragments within fragments.
    static let mostBytes = 32 * 1024
    static let mostLevels = 32

    /// A fault in a line, and the byte of the file where it stands.
    struct Fault: Error {
        var place: Int
        var width = 1
        var reason: String
        var suggestion: String?
    }

    /// Resolves the fragments of a file; what is wrong with them is noted in `source`.
    init(_ definitions: [PatternFileSyntax.Fragment], _ source: inout SourceText) {
        var byName: [String: PatternFileSyntax.Fragment] = [:]
        for definition in definitions {
            if definition.name == "apos" {
                source.add(.error, at: definition.place, width: 4, "the fragment `apos` is built in", suggestion: "choose another name")
                continue
            }
            byName[definition.name] = definition
        }
        for definition in definitions where definition.name != "apos" { resolve(definition, byName, path: [], &source) }
    }

    private mutating func resolve(
        _ fragment: PatternFileSyntax.Fragment, _ all: [String: PatternFileSyntax.Fragment], path: [String], _ source: inout SourceText
    ) {
        guard fragments[fragment.name] == nil, !broken.contains(fragment.name) else { return }
        let path = path + [fragment.name]
        for use in Self.uses(in: fragment.text) {
            guard let inner = all[use.name] else { continue }
            if let first = path.firstIndex(of: use.name) {
                let circle = (path[first...] + [use.name]).joined(separator: " → ")
                source.add(.error, at: fragment.text.place(of: use.range.lowerBound), width: use.range.count, "fragments in a circle: \(circle)")
                broken.formUnion(path[first...])
                return
            }
            if path.count == Self.mostLevels {
                source.add(.error, at: fragment.text.place(of: use.range.lowerBound), width: use.range.count, "fragments more than \(Self.mostLevels) deep")
                broken.formUnion(path)
                return
            }
            resolve(inner, all, path: path, &source)
            if broken.contains(fragment.name) { return }
        }
        do throws(Fault) {
            let text = try putFragments(into: fragment.text, known: all.keys.sorted())
            guard let text else {
                broken.insert(fragment.name)
                return
            }
            try Self.check(Self.spaced(text))
            fragments[fragment.name] = text
        } catch {
            broken.insert(fragment.name)
            source.add(.error, at: error.place, width: error.width, error.reason, suggestion: error.suggestion)
        }
    }

    /// A line as an expression that can be compiled; `nil` where it uses a broken fragment, whose fault is noted already.
    func expand(_ line: PlacedString, words: Bool, ignoresCase: Bool) throws(Fault) -> PlacedString? {
        guard let filled = try putFragments(into: line, known: fragments.keys.sorted()) else { return nil }
        let spaced = Self.spaced(filled)
        try Self.check(spaced)
        return words ? Self.bounded(spaced, ignoresCase: ignoresCase) : spaced
    }

    /// The same line with a named group around each fragment, by the group's name; `nil` where it has none, or where groups cannot be
    /// added to it.
    func naming(_ line: PlacedString, words: Bool, ignoresCase: Bool) -> (pattern: CompiledPattern, fragments: [String: String])? {
        var fragments: [String: String] = [:]
        let filled = try? putFragments(into: line, known: []) { name in
            let group = "rejoinder_\(fragments.count + 1)"
            fragments[group] = name
            return "(?<\(group)>"
        }
        guard !fragments.isEmpty, let filled = filled.flatMap({ $0 }) else { return nil }
        let spaced = Self.spaced(filled)
        let text = words ? Self.bounded(spaced, ignoresCase: ignoresCase).text : spaced.text
        return (try? CompiledPattern(text, options: .init(ignoresCase: ignoresCase))).map { ($0, fragments) }
    }

    /// The names of the fragments a line uses.
    static func fragmentNames(in line: PlacedString) -> [String] { uses(in: line).map(\.name) }

    // MARK: Steps

    private static func check(_ regex: PlacedString) throws(Fault) {
        do throws(PatternError) { try CompiledPattern.check(regex.text) } catch { throw fault(error, in: regex) }
    }

    static func fault(_ error: PatternError, in regex: PlacedString) -> Fault {
        Fault(place: regex.place(of: error.offset), reason: error.message, suggestion: hint(for: error.message))
    }

    private static func hint(for message: String) -> String? {
        if message.hasPrefix("missing closing parenthesis") { return "write \\( for a parenthesis that stands for itself" }
        if message.hasPrefix("unmatched closing parenthesis") { return "write \\) for a parenthesis that stands for itself" }
        if message.hasPrefix("missing terminating ]") { return "write \\[ for a bracket that stands for itself" }
        if message.hasPrefix("quantifier does not follow") { return "write \\?, \\* or \\+ for the character itself" }
        return nil
    }

    private struct Use {
        var name: String
        /// Bytes of the line, the braces included.
        var range: Range<Int>
        var isInSet: Bool
    }

    /// Every `{{name}}` of a line, outside `\Q...\E` and comments.
    private static func uses(in line: PlacedString) -> [Use] {
        var uses: [Use] = []
        var end = 0
        for token in RegexLexer.tokens(of: line.bytes) where token.range.upperBound > end {
            switch token.kind {
            case .literal:
                if token.range.lowerBound >= end, let use = use(in: line.bytes, at: token.range.lowerBound, isInSet: false) {
                    uses.append(use)
                    end = use.range.upperBound
                }
            case .set:
                var place = max(end, token.range.lowerBound)
                while place < token.range.upperBound {
                    if let use = use(in: line.bytes, at: place, isInSet: true) {
                        uses.append(use)
                        end = use.range.upperBound
                        place = end
                    } else {
                        place += 1
                    }
                }
            default: break
            }
        }
        return uses
    }

    private static func use(in bytes: [UInt8], at place: Int, isInSet: Bool) -> Use? {
        guard place + 4 < bytes.count, bytes[place] == UInt8(ascii: "{"), bytes[place + 1] == UInt8(ascii: "{") else { return nil }
        var end = place + 2
        while end < bytes.count, bytes[end] != UInt8(ascii: "}"), bytes[end] != UInt8(ascii: "{") { end += 1 }
        guard end > place + 2, end + 1 < bytes.count, bytes[end] == UInt8(ascii: "}"), bytes[end + 1] == UInt8(ascii: "}") else { return nil }
        return Use(name: String(decoding: bytes[place + 2..<end], as: UTF8.self), range: place..<end + 2, isInSet: isInSet)
    }

    /// `nil` where a broken fragment is used.
    private func putFragments(
        into line: PlacedString, known: @autoclosure () -> [String], opening: (String) -> String = { _ in "(?:" }
    ) throws(Fault) -> PlacedString? {
        var result = PlacedString()
        var position = 0
        for use in Self.uses(in: line) {
            if broken.contains(use.name) { return nil }
            let place = line.place(of: use.range.lowerBound)
            guard var body = fragments[use.name] else {
                throw Fault(
                    place: place, width: use.range.count, reason: "there is no fragment `\(use.name)`",
                    suggestion: suggestion(for: use.name, among: Set(known() + ["apos"]).sorted()))
            }
            if use.name == "apos" { body = body.moved(to: place) }
            result.append(line, position..<use.range.lowerBound)
            // A group keeps `{{insult}}s?` from reaching into the last word of a list only.
            if !use.isInSet { result.append(opening(use.name), at: place) }
            result.append(body, 0..<body.bytes.count)
            // Fragments that hold fragments twice over grow without end.
            if result.bytes.count > Self.mostBytes {
                throw Fault(place: place, width: use.range.count, reason: "with its fragments this is longer than \(Self.mostBytes / 1024) KiB")
            }
            if !use.isInSet { result.append(")", at: place) }
            position = use.range.upperBound
        }
        result.append(line, position..<line.bytes.count)
        return result
    }

    /// Blanks become `\s+`; with a quantifier behind them they keep it: `a ?b` is `a\s*b`, `a {2,}b` is `a\s{2,}b`.
    static func spaced(_ line: PlacedString) -> PlacedString {
        let tokens = RegexLexer.tokens(of: line.bytes)
        var result = PlacedString()
        var index = 0
        func isBlank(_ index: Int) -> Bool {
            index < tokens.count && tokens[index].kind == .literal && !tokens[index].isExtended
                && line.bytes[tokens[index].range.lowerBound] == 0x20
        }
        while index < tokens.count {
            guard isBlank(index) else {
                result.append(line, tokens[index].range)
                index += 1
                continue
            }
            let place = line.place(of: tokens[index].range.lowerBound)
            while isBlank(index) { index += 1 }
            guard index < tokens.count, tokens[index].kind == .quantifier else {
                result.append("\\s+", at: place)
                continue
            }
            // A run of white space is there or not: `?` and `*` come to the same.
            let quantifier = tokens[index].range
            result.append("\\s", at: place)
            if line.bytes[quantifier.lowerBound] == UInt8(ascii: "?") {
                result.append("*", at: place)
                result.append(line, quantifier.lowerBound + 1..<quantifier.upperBound)
            } else {
                result.append(line, quantifier)
            }
            index += 1
        }
        return result
    }

    /// A word boundary at each end at which the line has a word character. Where only some of its alternatives have one there,
    /// the boundary asks for the character first.
    static func bounded(_ line: PlacedString, ignoresCase: Bool) -> PlacedString {
        let tokens = RegexLexer.tokens(of: line.bytes)
        // `(*UCP)` and the like must stay in front.
        var start = 0
        for token in tokens {
            guard token.kind == .verb, token.range.lowerBound == start else { break }
            start = token.range.upperBound
        }
        let tree = RegexParser.tree(of: line.text, ignoresCase: ignoresCase)
        func mark(_ edge: RegexTree.Wordness, certain: String, asked: String) -> String {
            if edge == .word { return certain }
            return edge.contains(.word) ? asked : ""
        }
        var result = PlacedString()
        result.append(line, 0..<start)
        // Nothing stands before the beginning of the text, and PCRE2 must see that it need not look elsewhere.
        let isAnchored = line.bytes[start...].starts(with: [0x5C, 0x41]) && !hasBranches(tokens)
        let before = isAnchored ? "" : mark(tree.beginning, certain: "\\b", asked: "(?:(?<!\\w)|(?!\\w))")
        result.append(before + "(?:", at: line.place(of: start))
        result.append(line, start..<line.bytes.count)
        let end = line.place(of: line.bytes.count)
        // Under (?x) a comment could swallow the end.
        if tokens.contains(where: \.isExtended) { result.append("\n", at: end) }
        result.append(")" + mark(tree.end, certain: "\\b", asked: "(?:(?!\\w)|(?<!\\w))"), at: end)
        return result
    }

    /// Whether an expression has alternatives outside all groups.
    private static func hasBranches(_ tokens: [RegexLexer.Token]) -> Bool {
        var depth = 0
        return tokens.contains { token in
            if token.kind == .open { depth += 1 }
            if token.kind == .close { depth -= 1 }
            return token.kind == .alternation && depth == 0
        }
    }

    private static func placed(_ text: String) -> PlacedString {
        var result = PlacedString()
        result.append(text, at: 0)
        return result
    }
}
