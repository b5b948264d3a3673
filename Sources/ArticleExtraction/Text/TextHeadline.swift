import DiscourseModel
import Markup

/// The row that is the article's headline: of the headline-like rows before the body the one that shares most words with it, stands near it,
/// and is worded as headlines are.
struct TextHeadline {
    var text: String
    /// The row it stands in.
    var row: Int
    /// What the first row of the page has behind the headline and a separator: the site's name in a browser's title bar.
    var titleBarRest: String?

    /// Rows looked at before the body.
    private static let reach = 60

    static func find(_ page: TextPage, before body: Int, bodyWords: Set<String>) -> TextHeadline? {
        let first = max(0, body - reach)
        var best: (score: Double, row: Int)?
        let bar = page.rows.isEmpty || page.rows[0].isClaimed ? nil : page.text(0)
        for index in first..<body where page.isHeadlineLike(index) && page.rows[index].bullet == .none {
            let text = page.text(index)
            if TextByline.read(text) != nil || TextByline.date(text) != nil { continue }
            guard let score = score(text, page.rows[index], distance: body - index, isNavigation: isNavigation(page, index), bodyWords: bodyWords) else { continue }
            let repeated = index > 0 && bar.map { $0.utf8.count >= text.utf8.count && $0.hasPrefix(text) } == true
            // A page begins with its title, where it does not begin with its menu.
            let total = score + (repeated ? 5 : 0) + (index == 0 ? 1.5 : 0)
            if total > (best?.score ?? 2) { best = (total, index) }
        }
        guard let best else { return titleBar(page, body: body, bodyWords: bodyWords) }
        let text = page.text(best.row)
        var rest: String?
        if best.row > 0, let bar, bar.hasPrefix(text), bar.utf8.count > text.utf8.count { rest = separated(String(bar.dropFirst(text.count))) }
        if best.row == 0, let parts = barParts(text), parts.name.split(separator: " ").count <= 5 {
            return TextHeadline(text: parts.headline, row: 0, titleBarRest: nil)
        }
        return TextHeadline(text: withoutCount(text), row: best.row, titleBarRest: rest)
    }

    private static func score(_ text: String, _ row: TextRow, distance: Int, isNavigation: Bool, bodyWords: Set<String>) -> Double? {
        let words = contentWords(text)
        guard !words.isEmpty else { return nil }
        let shared = Double(words.filter(bodyWords.contains).count)
        var score = 4 * shared / Double(words.count) + min(shared, 4) * 0.5
        score -= Double(distance) * 0.08
        if row.units < 4 { score -= 1 }
        if row.ending == .stop { score -= 2 }
        if isNavigation { score -= 2 }
        // Where a script has capitals, headlines use them more than captions do.
        let cased = row.capitalised + row.small
        if cased > 3, Double(row.capitalised) >= 0.6 * Double(cased) { score += 1.5 }
        return score
    }

    /// In a run of four and more short rows.
    private static func isNavigation(_ page: TextPage, _ index: Int) -> Bool {
        var run = 1, at = index - 1
        func isShort(_ i: Int) -> Bool { page.rows[i].units <= 5 && page.rows[i].blankBefore == 0 }
        guard page.rows[index].units <= 5 else { return false }
        while at >= 0, run < 4, isShort(at) { (run, at) = (run + 1, at - 1) }
        at = index + 1
        while at < page.rows.count, run < 4, isShort(at) { (run, at) = (run + 1, at + 1) }
        return run >= 4
    }

    /// The first row of a page is often the browser's title bar: "Headline | Site".
    private static func titleBar(_ page: TextPage, body: Int, bodyWords: Set<String>) -> TextHeadline? {
        guard body > 0, !page.rows[0].isClaimed, page.rows[0].units <= 28, let parts = barParts(page.text(0)) else { return nil }
        let words = contentWords(parts.headline)
        guard words.count >= 2, words.filter(bodyWords.contains).count * 2 >= words.count else { return nil }
        return TextHeadline(text: parts.headline, row: 0, titleBarRest: nil)
    }

    private static func barParts(_ text: String) -> (headline: String, name: String)? {
        for mark in [" | ", " - ", " – ", " — ", " « ", " :: ", " · "] {
            let parts = TextFurniture.split(text, mark)
            if parts.count >= 2, let last = parts.last, !last.isEmpty, !parts[0].isEmpty, last.utf8.count < text.utf8.count / 2 {
                return (parts.dropLast().joined(separator: mark), last)
            }
        }
        return nil
    }

    /// Without "153 Comments" glued to its end.
    private static func withoutCount(_ text: String) -> String {
        let words = text.split(separator: " ")
        guard words.count > 4, words[words.count - 2].utf8.allSatisfy({ (0x30...0x39).contains($0) }), TextFurniture.isClosing(words[words.count - 1].lowercased()) else { return text }
        return words.dropLast(2).joined(separator: " ")
    }

    private static func separated(_ rest: String) -> String? {
        for mark in ["|", "-", "–", "—", "«", "::", "·"] {
            let trimmed = TextFurniture.trim(rest)
            if trimmed.hasPrefix(mark) {
                let name = TextFurniture.trim(String(trimmed.dropFirst(mark.count)))
                if !name.isEmpty, name.utf8.count <= 48, barParts(name) == nil { return name }
            }
        }
        return nil
    }

    /// Words that carry meaning: of four bytes and more, in small letters, cut to six characters, so that inflected forms meet.
    /// Scripts without spaces give pairs of characters.
    static func contentWords(_ text: String) -> Set<String> {
        var words: Set<String> = []
        for part in text.lowercased().split(whereSeparator: { !$0.isLetter && !$0.isNumber }) {
            if let first = part.unicodeScalars.first?.value, (0xE00...0xEFF).contains(first) || (0x3041...0x9FFF).contains(first) {
                let signs = Array(part)
                for i in signs.indices.dropLast() { words.insert(String(signs[i...i + 1])) }
            } else if part.utf8.count >= 4 {
                words.insert(String(part.prefix(6)))
            }
        }
        return words
    }
}
