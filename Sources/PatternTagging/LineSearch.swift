import PatternMatching

/// One expression, searched for as a line of a pattern file is: blanks match any white space, words are bounded.
package final class LineSearch {
    private let pattern: CompiledPattern
    private let matcher = Matcher()
    private let budget: Duration

    /// - Throws: what is wrong with the expression, with a caret; the file is called `pattern`.
    package init(_ expression: String, words: Bool = true, ignoresCase: Bool = true, budget: Duration = .milliseconds(250)) throws(PatternProblem) {
        self.budget = budget
        var source = SourceText(PatternFile(path: "pattern", text: expression))
        var line = PlacedString()
        for (index, byte) in expression.utf8.enumerated() { line.append(byte, at: index) }
        do throws(LineExpansion.Fault) {
            guard !expression.isEmpty, let expanded = try LineExpansion([], &source).expand(line, words: words, ignoresCase: ignoresCase) else {
                throw LineExpansion.Fault(place: 0, reason: "the expression is empty")
            }
            do throws(PatternError) {
                pattern = try CompiledPattern(expanded.text, options: .init(ignoresCase: ignoresCase))
            } catch {
                throw LineExpansion.fault(error, in: expanded)
            }
        } catch {
            let (number, column) = source.position(of: error.place)
            throw source.problem(.error, line: number, column: column, width: error.width, tag: nil, error.reason, suggestion: error.suggestion)
        }
    }

    /// Where it matches, in UTF-8 bytes; `isWhole` is false where a limit stopped the search.
    package func places(in text: String) -> (bytes: [Range<Int>], isWhole: Bool) {
        var matches: [Matcher.Match] = []
        var text = text
        let limit = text.withUTF8 { matcher.findAll(pattern, in: $0, budget: budget, into: &matches) }
        return (matches.map(\.bytes), limit == nil)
    }
}
