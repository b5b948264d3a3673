/// How often literals are to be expected in comments: a rough guess, by which the rarer of two sets is looked for.
enum Rarity {
    /// How many places of a comment of sixty words hold one of the literals.
    static func perComment(_ literals: [RequiredLiterals.Literal]) -> Double {
        literals.reduce(0) { $0 + perThousandWords($1) } * 0.06
    }

    /// Whether a literal that begins with a word is as rare as words that are not among the commonest.
    static func isRare(_ bytes: LiteralBytes) -> Bool {
        perThousandWords(RequiredLiterals.Literal(bytes: bytes, isAtWordStart: true)) <= 0.3
    }

    private static func perThousandWords(_ literal: RequiredLiterals.Literal) -> Double {
        let bytes = literal.bytes
        var (result, place) = (1_000.0, 0)
        var isFirst = true
        while place < bytes.count {
            if bytes[place] == RequiredLiterals.anySpace {
                place += 1
                continue
            }
            let share = share(bytes, &place)
            // A literal that may stand anywhere ends as many words as it begins. Words that go together are several times as frequent as chance has it.
            result = isFirst ? (literal.isAtWordStart ? 1 : 4) * share : result * min(0.3, 0.005 * share)
            isFirst = false
        }
        return result
    }

    /// Of the whole word that stands at a place, or of all words that begin as the literal ends; goes on behind it.
    private static func share(_ bytes: LiteralBytes, _ place: inout Int) -> Double {
        var (key, count) = (UInt64(0), 0)
        while place < bytes.count, bytes[place] < RequiredLiterals.wordEnd {
            if count < 8 { key |= UInt64(bytes[place]) << UInt64(8 * count) }
            (count, place) = (count + 1, place + 1)
        }
        // A word at whose end the literal ends says as little as its beginning: lists of such words are tried in many places.
        let isWhole = place < bytes.count && (bytes[place] == RequiredLiterals.wordEnd || place + 1 < bytes.count)
        place += 1
        if isWhole { return count <= 8 ? common[key] ?? 0.2 : 0.2 }
        return (count <= 4 ? beginnings[key] ?? 0 : 0) + others[min(count, others.count - 1)]
    }

    /// By the number of letters known: words beyond the commonest.
    private static let others = [60, 30, 8, 2, 0.7, 0.3]

    /// Shares of the common words that begin with one to four letters.
    private static let beginnings: [UInt64: Double] = {
        var table: [UInt64: Double] = [:]
        for (key, share) in common {
            for count in 1...4 where key >> UInt64(8 * (count - 1)) != 0 { table[key & ((1 << UInt64(8 * count)) - 1), default: 0] += share }
        }
        return table
    }()

    /// The commonest words of English in writing that is near to speech, a thousand words' worth; rounded from what any frequency list has.
    private static let common: [UInt64: Double] = {
        let classes: [(Double, String)] = [
            (45, "the"), (25, "to and of a"), (15, "i in is that it you"), (8, "for are not be this they on have was with as"),
            (4, "he but we or at if so by from what all do no can would will people just your about who an there their don"),
            (2, "his my them has had one out up when how which were been she her me more like get some than then our us only should could think know"),
            (1, "him very really good any other because even these those where why now most make want into same see way time too right much such being well say said "
                + "over go going need did does also many years first never"),
        ]
        var table: [UInt64: Double] = [:]
        for (share, words) in classes {
            // Eight letters at most, the first in the lowest byte.
            for word in words.split(separator: " ") { table[word.utf8.reversed().reduce(0) { $0 << 8 | UInt64($1) }] = share }
        }
        return table
    }()
}
