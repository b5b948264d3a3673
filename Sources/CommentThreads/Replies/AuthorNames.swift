internal import DiscourseModel

/// The people who comment on a page, by their names, tolerant of case and punctuation. Names that stand for nobody are nobody's.
struct AuthorNames {
    /// The author of each comment, as a number; `nil` for unnamed and anonymous ones.
    let author: [Int?]
    /// The comments of each author, the earliest first.
    let comments: [[Int]]
    /// Each author's name as the page shows it first.
    let names: [String]
    /// The most words a name has.
    let longest: Int
    private let byName: [UInt64: Int]
    /// Authors by the first or the last word of a name of several, and by all its words in one; `nil` where two share it.
    private let byPart: [UInt64: Int?]
    /// What a name or its part may begin with: most words begin none.
    private let beginnings: Set<UInt64>
    private let loose: LooseNames

    init(of discussion: [Comment], order: TimeOrder) {
        var byName: [UInt64: Int] = [:]
        var byPart: [UInt64: Int?] = [:]
        var author = [Int?](repeating: nil, count: discussion.count)
        var comments: [[Int]] = []
        var names: [String] = []
        var longest = 0
        var beginnings: Set<UInt64> = []
        for index in order.earliestFirst {
            guard let named = discussion[index].author, !named.isAnonymous else { continue }
            let key = Self.key(named.name)
            if let known = byName[key.whole] {
                author[index] = known
                comments[known].append(index)
                continue
            }
            author[index] = names.count
            byName[key.whole] = names.count
            beginnings.formUnion(key.parts)
            if let first = key.first { beginnings.insert(first) }
            for part in key.parts { byPart[part] = byPart.keys.contains(part) ? .some(nil) : names.count }
            longest = max(longest, key.count)
            comments.append([index])
            names.append(named.name)
        }
        for (key, known) in byPart where known != nil && byName.keys.contains(Self.sequence([key])) { byPart[key] = .some(nil) }
        (self.author, self.comments, self.names, self.longest) = (author, comments, names, min(longest, 12))
        (self.byName, self.byPart, self.beginnings) = (byName, byPart, beginnings)
        loose = LooseNames(names.count <= 2_000 && discussion.contains { $0.text.utf8.contains(0x40) } ? names : [])
    }

    /// The author whom a name stands for.
    func author(named name: String) -> Int? { byName[Self.key(name).whole] }

    /// The author whose name the words at a place are: the longest name that fits, else a part of a name that only one has.
    func author(in words: PageWords, at start: Int, end: Int) -> (author: Int, count: Int, isPart: Bool)? {
        guard start < end, beginnings.contains(words.hashes[start]) else { return nil }
        for count in stride(from: min(longest, end - start), to: 0, by: -1) {
            if let found = byName[Self.sequence(words.hashes[start..<(start + count)])] { return (found, count, false) }
        }
        if case let found?? = byPart[words.hashes[start]] { return (found, 1, true) }
        return nil
    }

    /// Whether a name, or a part of one, may begin with a word.
    func mayBegin(with word: UInt64) -> Bool { beginnings.contains(word) }

    /// The only author whose name begins like a word behind an `@`, or is one letter off.
    func author(like word: String) -> Int? { loose.author(like: word) }

    private static func key(_ name: String) -> (whole: UInt64, first: UInt64?, parts: Set<UInt64>, count: Int) {
        var words = PageWords()
        words.append(name)
        if words.hashes.isEmpty {
            // A name of signs alone: its bytes.
            return (name.utf8.reduce(1) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3 }, nil, [], 0)
        }
        var parts: Set<UInt64> = []
        if words.hashes.count > 1 {
            // Letters alone, as in "@johnsmith".
            let isPlain = name.utf8.allSatisfy { $0 < 0x80 }
            words.append(isPlain ? String(decoding: name.utf8.filter { ($0 | 0x20) &- 0x61 < 26 }, as: UTF8.self) : String(String.UnicodeScalarView(name.unicodeScalars.filter(\.properties.isAlphabetic))))
            let own = words.words(of: 0), joined = words.words(of: 1)
            for place in [own.lowerBound, own.upperBound - 1] where words.places[place].end - words.places[place].start >= 3 { parts.insert(words.hashes[place]) }
            if joined.count == 1 { parts.insert(words.hashes[joined.lowerBound]) }
        }
        let whole = words.words(of: 0)
        return (sequence(words.hashes[whole]), words.hashes.first, parts, whole.count)
    }

    private static func sequence(_ hashes: some Sequence<UInt64>) -> UInt64 {
        hashes.reduce(7) { ($0 ^ $1) &* 0x9E37_79B9_7F4A_7C15 &+ 1 }
    }
}

/// Names as people mistype and shorten them: their beginnings, and one letter too few, too many or another.
final class LooseNames {
    /// Authors by what a name may be written as, by hashes of its letters; `nil` where several have it.
    private struct Tables {
        var byBeginning: [UInt64: Int?] = [:], byRest: [UInt64: Int?] = [:]
    }

    /// Made when first asked for: most pages with an `@` call people by their names.
    private lazy var tables = madeTables()
    private let names: [String]

    /// Shorter words are like too many others.
    private static let shortest = 5

    init(_ names: [String]) { self.names = names }

    private func madeTables() -> Tables {
        var tables = Tables()
        for (author, name) in names.enumerated() {
            let letters = Self.letters(name)
            guard letters.count >= Self.shortest, letters.count <= 40 else { continue }
            for beginning in Self.beginnings(letters)[(Self.shortest - 1)...] { Self.note(author, beginning, in: &tables.byBeginning) }
            for rest in Self.rests(letters) { Self.note(author, rest, in: &tables.byRest) }
        }
        return tables
    }

    func author(like word: String) -> Int? {
        let letters = Self.letters(word)
        guard letters.count >= Self.shortest - 1, letters.count <= 40 else { return nil }
        if let found = tables.byBeginning[Self.beginnings(letters)[letters.count]] { return found }
        guard letters.count >= Self.shortest else { return nil }
        var found: Set<Int> = []
        for rest in Self.rests(letters) {
            guard let author = tables.byRest[rest] else { continue }
            guard let author else { return nil }
            found.insert(author)
        }
        return found.count == 1 ? found.first : nil
    }

    private static func note(_ author: Int, _ key: UInt64, in table: inout [UInt64: Int?]) {
        if let known = table[key], known != author { table[key] = .some(nil) } else { table[key] = author }
    }

    /// A number for each letter and digit.
    private static func letters(_ name: String) -> [UInt64] {
        Folding.fold(name).lazy.filter { $0.isLetter || $0.isNumber }.map { $0.utf8.reduce(1) { $0 << 8 | UInt64($1) } }
    }

    /// Of hashes that are sums of the letters' numbers times powers of this, those of parts can be put together.
    private static let base: UInt64 = 0x9E37_79B9_7F4A_7C15

    /// The hashes of the first letters: of none of them, of one, and so on to all.
    private static func beginnings(_ letters: [UInt64]) -> [UInt64] {
        letters.reduce(into: [0]) { $0.append($0[$0.count - 1] &* base &+ $1) }
    }

    /// The hashes of all the letters, and of them without each one: two words that share such a rest are one letter apart, or have two neighbours swapped.
    private static func rests(_ letters: [UInt64]) -> [UInt64] {
        let beginnings = beginnings(letters)
        var rests = [beginnings[letters.count]]
        var power: UInt64 = 1, behind: UInt64 = 0
        for index in letters.indices.reversed() {
            rests.append(beginnings[index] &* power &+ behind)
            behind &+= letters[index] &* power
            power &*= base
        }
        return rests
    }
}
