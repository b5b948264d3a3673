import PatternMatching

/// What became of the examples in a library's files.
package struct ExampleCheck: Sendable {
    /// The examples that failed, by file and place.
    package var problems: [PatternProblem]
    /// Lines of `match`.
    package var matchCount: Int
    /// Lines of `no_match`.
    package var noMatchCount: Int
    /// Tags without a line of `match`.
    package var untestedTags: [String]
}

extension PatternLibrary {
    /// Tries every example. A `match` line must be hit by its tag, with exactly the marked spans where it marks any; a `no_match` line must not be.
    ///
    /// An example stands alone: its comment is taken to stand where the tag looks (`where`), in the set's language, in its author's own voice.
    package func checkExamples() -> ExampleCheck {
        var check = ExampleCheck(problems: [], matchCount: 0, noMatchCount: 0, untestedTags: [])
        let tagger = makeTagger()
        for rule in rules {
            if !rule.examples.contains(where: \.expectsMatch) { check.untestedTags.append(rule.id) }
            for example in rule.examples {
                if example.expectsMatch { check.matchCount += 1 } else { check.noMatchCount += 1 }
                for fault in tagger.faults(of: example, rule) {
                    let source = sources[rule.file]
                    let (line, column) = source.position(of: example.place)
                    check.problems.append(
                        source.problem(.error, line: line, column: column, width: example.width, tag: rule.id, fault))
                }
            }
        }
        check.problems.sort()
        return check
    }
}

extension TagExample {
    /// Code points to underline.
    fileprivate var width: Int { text.unicodeScalars.count + 4 * spans.count }
}

extension Tagger {
    /// What is wrong with an example; empty where it does as it says.
    func faults(of example: TagExample, _ rule: TagRule) -> [String] {
        let text = MaskedText(example.text, names: AddressedNames([]))
        let (evaluation, gate) = evaluate(rule, on: text, parent: example.parent)
        if let gate { return example.expectsMatch ? ["match example: \(gate)"] : [] }
        let (hits, held) = (evaluation.hits, evaluation.held)
        func quote(_ bytes: Range<Int>) -> String { "\"\(String(decoding: Array(example.text.utf8)[bytes], as: UTF8.self))\"" }

        // Where a limit was reached nothing is known: that is no "no match".
        let stopped =
            evaluation.stopped.map { "\($0.line.label) was stopped by \($0.limit.rawValue)" }
            + rule.lines.filter(evaluator.isSetAside).map { "\($0.label) is set aside, for limits stopped it \(RuleEvaluator.mostOverruns) times" }
        guard example.expectsMatch else {
            let found = hits.map { "\($0.line) hits \(quote($0.bytes))" } + stopped
            return found.isEmpty ? [] : ["no_match example: " + found.joined(separator: "; ")]
        }
        let reasons = held.map { "\($0.line) hits \(quote($0.bytes)), held back \($0.reason.words(quote))" }
        let found = hits.map { "\($0.line) hits \(quote($0.bytes))" } + reasons + stopped
        let instead = found.isEmpty ? "nothing is found" : found.joined(separator: "; ")
        if example.spans.isEmpty { return hits.isEmpty ? ["match example is not hit: \(instead)"] : [] }
        return example.spans.filter { span in !hits.contains { $0.bytes == span } }
            .map { "match example: [[\(quote($0).dropFirst().dropLast())]] is not hit: \(instead)" }
    }
}

extension HeldMatch.Reason {
    /// For messages: why, with the words of the text.
    package func words(in text: String) -> String {
        let bytes = Array(text.utf8)
        return words { "\"\(String(decoding: bytes[$0], as: UTF8.self))\"" }
    }

    /// For messages; `quote` shows a place of the text.
    func words(_ quote: (Range<Int>) -> String) -> String {
        switch self {
        case .unless(let line, let bytes): "by \(line), which hits \(quote(bytes))"
        case .all(let line): "because \(line) matches nowhere"
        case .tooFew(let count, let min): "because there are \(count) of the \(min) that `min` asks for"
        case .masked: "because it lies in a name or an address"
        case .covered: "because another match covers it"
        }
    }
}
