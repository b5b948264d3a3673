import DiscourseModel
import Statistics

/// Which comments bear which tags in their authors' own voice, and which could have.
struct TaggedComments {
    /// By tag, in the order given: the comments that bear it, ascending.
    let tags: [String]
    let comments: [[Int]]
    let matches: [Int]
    /// By tag: the comments of each target that its patterns name, by the target's words in lower case.
    let targets: [[String: Set<Int>]]
    /// Which comments could have borne a tag, each distinct answer once, and by tag the number of its own.
    let bases: [[Bool]]
    let baseOf: [Int]
    /// Live comments with words of their own.
    let live: [Bool]

    init(_ bases: TagBases, _ taggings: [Tagging], order: [String]) {
        live = bases.live
        var known: [[Bool]: Int] = [:]
        var distinct: [[Bool]] = []
        baseOf = order.map { tag in
            let marks = bases.marks(for: tag)
            if let number = known[marks] { return number }
            known[marks] = distinct.count
            distinct.append(marks)
            return distinct.count - 1
        }
        self.bases = distinct
        tags = order
        var numbers: [String: Int] = [:]
        for (number, tag) in order.enumerated() { numbers[tag] = number }
        var sets = [Set<Int>](repeating: [], count: order.count)
        var matches = [Int](repeating: 0, count: order.count)
        var targets = [[String: Set<Int>]](repeating: [:], count: order.count)
        for tagging in taggings where tagging.voice == .own && bases.contains(tagging.comment, for: tagging.tag) {
            guard let number = numbers[tagging.tag] else { continue }
            sets[number].insert(tagging.comment)
            matches[number] += 1
            if let target = tagging.groups["target"] {
                let words = target.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
                if !words.isEmpty { targets[number][words, default: []].insert(tagging.comment) }
            }
        }
        comments = sets.map { $0.sorted() }
        self.matches = matches
        self.targets = targets
    }
}

/// What stands beside a tag's share: intervals that know of authors and threads, and its way down the threads.
///
/// - Parameter words: how many words of its own each comment has.
func tagDetails(_ tagged: TaggedComments, _ authors: AuthorNumbers, threads: [Int], depths: [Int?], words: [Int]) -> [TagDetail] {
    var details = [TagDetail?](repeating: nil, count: tagged.tags.count)
    // Tags of one base are worked out together.
    for (base, marks) in tagged.bases.enumerated() {
        let numbers = tagged.tags.indices.filter { tagged.baseOf[$0] == base }
        let comments = numbers.map { tagged.comments[$0] }
        let inBase = marks.indices.filter { marks[$0] }
        // An unnamed comment is an author of its own.
        let byAuthor = Clusters(inBase, by: { authors.of[$0] ?? authors.count + $0 }).bounds(comments, "authors")
        let byThread = Clusters(inBase, by: { threads[$0] }).bounds(comments, "threads")
        var baseByDepth: [Int] = []
        var allWords = 0
        for index in inBase {
            allWords += words[index]
            if let depth = depths[index] { baseByDepth.count(at: depth) }
        }
        for (place, number) in numbers.enumerated() {
            var counts = [Int](repeating: 0, count: baseByDepth.count)
            for comment in comments[place] { if let depth = depths[comment] { counts[depth] += 1 } }
            details[number] = TagDetail(
                tag: tagged.tags[number], comments: comments[place],
                perThousandWords: allWords > 0 ? Double(tagged.matches[number]) * 1_000 / Double(allWords) : 0,
                byAuthors: byAuthor[place], byThreads: byThread[place], depthTrend: trend(counts, baseByDepth),
                byDepth: zip(counts, baseByDepth).map { DepthShare(count: $0, base: $1) }, targets: targets(tagged.targets[number], authors))
        }
    }
    return details.compactMap(\.self)
}

private func trend(_ counts: [Int], _ bases: [Int]) -> Finding<Trend> {
    let levels = bases.count { $0 > 0 }
    guard levels >= Minimum.levels else { return .leftOut("fewer than \(Minimum.levels) depths (\(levels))") }
    let (count, base) = (counts.reduce(0, +), bases.reduce(0, +))
    let expected = min(Double(count), Double(base - count))
    guard expected >= Minimum.expected * 2 else { return .leftOut("fewer than \(Int(Minimum.expected * 2)) comments with or without the tag") }
    guard let z = cochranArmitage(counts: counts, bases: bases) else { return .leftOut("the same at every depth") }
    return .value(Trend(z: z, p: normalP(z)))
}

extension Clusters<Int> {
    /// By tag, the comments that bear it given.
    fileprivate func bounds(_ comments: [[Int]], _ what: String) -> [Finding<Bounds>] {
        guard count >= Minimum.clusters else {
            return [Finding<Bounds>](repeating: Minimum.enough(count, Minimum.clusters, what, nil), count: comments.count)
        }
        return intervals(comments).map { interval in Minimum.enough(count, Minimum.clusters, what, interval.map { Bounds($0.low, $0.high) }) }
    }
}

/// What a tag is aimed at, by the words of its patterns' group `target`, the most frequent first.
private func targets(_ found: [String: Set<Int>], _ authors: AuthorNumbers) -> [TagTarget] {
    found.map { words, comments in TagTarget(words: words, comments: comments.sorted(), authors: authors.count(of: comments.sorted())) }
        .sorted { ($1.comments.count, $0.words) < ($0.comments.count, $1.words) }
}
