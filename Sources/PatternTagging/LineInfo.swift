package import DiscourseModel
import PatternMatching

/// A line of a tag, for those who tune it.
package struct LineInfo: Hashable, Sendable {
    package var tag: String
    /// `any[1]`, `near.a`, `unless[2]` ...
    package var label: String
    /// As it stands in the file.
    package var written: String
    /// As it is searched for: fragments put in, blanks and word boundaries made explicit.
    package var regex: String
    package var file: String
    package var line: Int
    /// Whether every match holds one of a few words, so that other texts are passed over; else it is searched for in every text.
    package var hasLiteral: Bool
    /// Whether a match of the tag comes from it (`any`, `near`), and not only with its leave (`unless`, `all`, `parent`).
    package var finds: Bool

    /// The label that taggings bear: both parts of `near` find together.
    package var taggingLabel: String { label.hasPrefix("near") ? "near" : label }
}

/// A tag as its file has it.
package struct TagDescription: Sendable {
    package var definition: TagDefinition
    package var language: String?
    package var license: String?
    package var file: String
    package var line: Int
    package var lines: [LineInfo]
    /// `reply`, `top-level`; `nil` for any.
    package var whereabouts: String?
    /// The tag that the parent must bear.
    package var parentTag: String?
    package var min: Int
    /// Whether quoted words count, too.
    package var countsQuoted: Bool
    /// `near`'s distance in words, order and reach, in words.
    package var near: String?
    /// Examples with their marks; a parent stands before `→`.
    package var match: [String]
    package var noMatch: [String]
}

extension PatternLibrary {
    /// Every line, in the order of files.
    package var lines: [LineInfo] {
        let unfiltered = Set(index.unfiltered)
        return rules.flatMap { lineInfos($0, unfiltered) }
    }

    /// Tags by id, in the order of files: one, or one a language; those nested in it, where there is none of that name.
    package func describe(_ id: String) -> [TagDescription] {
        let unfiltered = Set(index.unfiltered)
        let exact = rules.filter { $0.id == id }
        return (exact.isEmpty ? rules.filter { isTag($0.id, within: id) } : exact).map { rule in
            TagDescription(
                definition: rule.definition, language: rule.language, license: rule.license, file: sources[rule.file].path,
                line: sources[rule.file].position(of: rule.place).line, lines: lineInfos(rule, unfiltered),
                whereabouts: rule.whereabouts == .any ? nil : rule.whereabouts.rawValue, parentTag: rule.parent?.tag, min: rule.min,
                countsQuoted: rule.countsQuoted,
                near: rule.near.map {
                    "at most \($0.rule.words) words apart\($0.rule.order == .given ? ", in this order" : "")\($0.rule.across ? ", across sentences" : "")"
                }, match: rule.examples.filter(\.expectsMatch).map(\.marked), noMatch: rule.examples.filter { !$0.expectsMatch }.map(\.marked))
        }
    }

    /// Whether a name is a tag's, or one that tags are nested in.
    package func hasTag(within name: String) -> Bool { rules.contains { isTag($0.id, within: name) } }

    /// "did you mean ...?" for a tag that is not there.
    package func adviceOnTag(_ id: String) -> String? {
        nearestName(to: id, in: tagIDs + versions.map(\.set)).map { "did you mean `\($0)`?" }
    }

    /// "did you mean `attack`?"
    package func adviceOnSet(_ name: String) -> String? {
        nearestName(to: name, in: versions.map(\.set)).map { "did you mean `\($0)`?" }
    }

    private func lineInfos(_ rule: TagRule, _ unfiltered: Set<Int>) -> [LineInfo] {
        let finding = Set(rule.any.map(\.number) + (rule.near.map { [$0.a.number, $0.b.number] } ?? []))
        return rule.lines.map { line in
            LineInfo(
                tag: rule.id, label: line.label, written: line.written.text, regex: line.pattern.regex, file: sources[rule.file].path,
                line: sources[rule.file].position(of: line.place).line, hasLiteral: !unfiltered.contains(line.number), finds: finding.contains(line.number))
        }
    }
}

extension TagExample {
    /// With its marks, as a file has it.
    fileprivate var marked: String {
        var bytes = Array(text.utf8)
        for span in spans.reversed() {
            bytes.insert(contentsOf: "]]".utf8, at: span.upperBound)
            bytes.insert(contentsOf: "[[".utf8, at: span.lowerBound)
        }
        return (parent.map { $0 + " → " } ?? "") + String(decoding: bytes, as: UTF8.self)
    }
}
