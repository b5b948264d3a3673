import PatternMatching

/// Pairs the matches of `near`'s two expressions.
enum NearPairs {
    /// For every match of `a` the nearest match of `b` that the rule allows; each pair as one match over both, with the groups of both.
    /// Both lists are in order of place.
    static func pairs(_ a: [Matcher.Match], _ b: [Matcher.Match], rule: NearRule, in text: [UInt8]) -> [Matcher.Match] {
        var pairs: [Matcher.Match] = []
        var next = 0
        for first in a {
            while next < b.count, b[next].bytes.lowerBound < first.bytes.upperBound { next += 1 }
            var best: (words: Int, match: Matcher.Match)?
            func consider(_ second: Matcher.Match, _ gap: Range<Int>) {
                guard let words = words(in: text[gap], most: min(rule.words, (best?.words ?? .max) - 1)) else { return }
                if !rule.across, hasSentenceEnd(text, gap) { return }
                let whole = min(first.bytes.lowerBound, second.bytes.lowerBound)..<max(first.bytes.upperBound, second.bytes.upperBound)
                best = (words, Matcher.Match(bytes: whole, groups: first.groups + second.groups))
            }
            if next < b.count { consider(b[next], first.bytes.upperBound..<b[next].bytes.lowerBound) }
            if rule.order == .either, let before = b[..<next].last(where: { $0.bytes.upperBound <= first.bytes.lowerBound }) {
                consider(before, before.bytes.upperBound..<first.bytes.lowerBound)
            }
            if let best { pairs.append(best.match) }
        }
        return pairs
    }

    /// The words between; `nil` when there are more than `most`.
    private static func words(in gap: ArraySlice<UInt8>, most: Int) -> Int? {
        var count = 0
        var isInside = false
        for byte in gap {
            let isWord = byte >= 0x80 || (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
                || byte == 0x5F || (isInside && (byte == 0x27 || byte == 0x2D))
            if isWord, !isInside {
                count += 1
                if count > most { return nil }
            }
            isInside = isWord
        }
        return count <= most ? count : nil
    }

    /// Whether a sentence or paragraph ends in the gap: `!`, `?`, `…`, `。`, an empty line, or a full stop before white space and no small
    /// letter, unless an abbreviation or initial stands before it.
    static func hasSentenceEnd(_ text: [UInt8], _ gap: Range<Int>) -> Bool {
        for place in gap {
            switch text[place] {
            case UInt8(ascii: "!"), UInt8(ascii: "?"): return true
            case 0x0A where place + 1 < gap.upperBound && text[place + 1] == 0x0A: return true
            case 0xE3 where place + 2 < text.count && text[place + 1] == 0x80 && text[place + 2] == 0x82: return true
            case UInt8(ascii: "."):
                var next = place + 1
                guard next < text.count, isSpace(text[next]) || text[next] == 0x22 || text[next] == 0x29 else { continue }
                while next < text.count, isSpace(text[next]) || text[next] == 0x22 || text[next] == 0x29 { next += 1 }
                guard next < text.count, !(0x61...0x7A).contains(text[next]), !isAbbreviation(text, before: place) else { continue }
                return true
            default: break
            }
        }
        return false
    }

    private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

    /// English titles and the like that carry a full stop; initials too.
    private static let abbreviations: Set<String> = [
        "mr", "mrs", "ms", "dr", "st", "vs", "prof", "gen", "sen", "rep", "gov", "lt", "col", "sgt", "capt", "rev", "hon", "no", "inc", "etc", "jr", "sr",
    ]

    private static func isAbbreviation(_ text: [UInt8], before place: Int) -> Bool {
        var start = place
        while start > 0, (text[start - 1] | 0x20) >= 0x61, (text[start - 1] | 0x20) <= 0x7A, place - start < 6 { start -= 1 }
        let word = String(decoding: text[start..<place].map { $0 | 0x20 }, as: UTF8.self)
        return word.utf8.count == 1 || abbreviations.contains(word)
    }
}
