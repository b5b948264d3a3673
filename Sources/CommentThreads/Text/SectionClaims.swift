import DiscourseModel
import Markup

/// What a page says of how many comments there are, against what is there.
struct SectionClaims {
    let document: TextDocument
    let lines: [TextLine]

    /// - Parameters:
    ///   - section: the lines of the comments.
    ///   - heading: the line that opens the section.
    func completeness(section: Range<Int>, heading: Int?) -> Completeness {
        var claimed = heading.flatMap { lines[$0].claim }
        let from = max(0, min(section.lowerBound, heading ?? section.lowerBound) - 12), to = min(lines.count, section.upperBound + 16)
        var reasons: [String] = []
        for index in Array(from..<max(from, section.lowerBound)) + Array(max(section.lowerBound, section.upperBound - 6)..<max(to, section.upperBound)) {
            let line = lines[index]
            guard !line.has(.prose), line.words <= 9, document.lines[index].range.count <= 90 else { continue }
            if claimed == nil, index < section.lowerBound, let claim = line.claim, claim > 0 { claimed = claim }
            let text = document.text(document.lines[index])
            if SectionClaims.offersMore(line, Folding.fold(text)), !reasons.contains(text), reasons.count < 4 { reasons.append(text) }
        }
        return Completeness(claimed: claimed, reasons: reasons)
    }

    /// What a text without comments says of them: a number, where the lines that state one agree, and the placeholder of a system whose
    /// script was to bring them, with its lines.
    func withoutComments() -> (completeness: Completeness, lines: [Int]) {
        let counts = Set(lines.compactMap { $0.has(.prose) || $0.words > 6 ? nil : $0.claim })
        let placeholders = lines.indices.filter { index in
            let words = lines[index].tokens.map(\.folded)
            return document.lines[index].range.count <= 160 && words.contains("disqus") && words.contains("comments")
        }
        let reasons = placeholders.isEmpty ? [] : ["the comments are loaded by Disqus's script and are not in the saved page"]
        return (Completeness(claimed: counts.count == 1 ? counts.first : nil, reasons: reasons), placeholders)
    }

    /// "Load more comments", "Page 2 of 7", "100 of 545 loaded".
    private static func offersMore(_ line: TextLine, _ folded: String) -> Bool {
        if Vocabulary.moreElsewhere.contains(where: { folded.contains($0) }), !line.tokens.contains(where: { $0.folded == "0" }) {
            // "All comments" is as often a heading.
            return !line.has(.opensSection) || folded.contains("more") || folded.contains("older")
        }
        let numbers = line.tokens.enumerated().filter { $0.element.kind == .number }
        guard numbers.count == 2, let part = Int(numbers[0].element.folded), let whole = Int(numbers[1].element.folded), part < whole,
            numbers[1].offset == numbers[0].offset + 2, Vocabulary.of.contains(line.tokens[numbers[0].offset + 1].folded)
        else { return false }
        return line.tokens.allSatisfy { $0.kind != .word || Vocabulary.page.contains($0.folded) || Vocabulary.of.contains($0.folded) || !$0.classes.isDisjoint(with: [.comment, .toggle, .action]) }
    }
}
