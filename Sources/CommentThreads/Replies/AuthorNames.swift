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
    /// Authors by the first word of a name of several; `nil` where two share it.
    private let byFirstWord: [UInt64: Int?]

    init(of discussion: [Comment], order: TimeOrder) {
        var byName: [UInt64: Int] = [:]
        var byFirstWord: [UInt64: Int?] = [:]
        var author = [Int?](repeating: nil, count: discussion.count)
        var comments: [[Int]] = []
        var names: [String] = []
        var longest = 0
        for index in order.earliestFirst {
            guard let named = discussion[index].author, !named.isAnonymous else { continue }
            let (key, first, count) = Self.key(named.name)
            if let known = byName[key] {
                author[index] = known
                comments[known].append(index)
                continue
            }
            author[index] = names.count
            byName[key] = names.count
            if count > 1, let first { byFirstWord[first] = byFirstWord.keys.contains(first) ? .some(nil) : names.count }
            longest = max(longest, count)
            comments.append([index])
            names.append(named.name)
        }
        for (key, known) in byFirstWord where known != nil && byName.keys.contains(Self.sequence([key])) { byFirstWord[key] = .some(nil) }
        (self.author, self.comments, self.names, self.longest) = (author, comments, names, min(longest, 6))
        (self.byName, self.byFirstWord) = (byName, byFirstWord)
    }

    /// The author whom a name stands for.
    func author(named name: String) -> Int? { byName[Self.key(name).key] }

    /// The author whose name the words at a place are: the longest name that fits, else a first name that only one has.
    func author(in words: PageWords, at start: Int, end: Int) -> (author: Int, count: Int, isFirstNameOnly: Bool)? {
        guard start < end else { return nil }
        for count in stride(from: min(longest, end - start), to: 0, by: -1) {
            if let found = byName[Self.sequence(words.hashes[start..<(start + count)])] { return (found, count, false) }
        }
        if case let found?? = byFirstWord[words.hashes[start]] { return (found, 1, true) }
        return nil
    }

    private static func key(_ name: String) -> (key: UInt64, first: UInt64?, count: Int) {
        var words = PageWords()
        words.append(name)
        if words.hashes.isEmpty {
            // A name of signs alone: its bytes.
            return (name.utf8.reduce(1) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3 }, nil, 0)
        }
        return (sequence(words.hashes[...]), words.hashes.first, words.hashes.count)
    }

    private static func sequence(_ hashes: some Sequence<UInt64>) -> UInt64 {
        hashes.reduce(7) { ($0 ^ $1) &* 0x9E37_79B9_7F4A_7C15 &+ 1 }
    }
}
