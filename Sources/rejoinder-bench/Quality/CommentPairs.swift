/// Which found comment is which gold one: one-to-one, the most alike first (token F1 of at least 0.6), then by nearness in page order.
struct CommentPairs {
    /// Index of the found comment for each gold one.
    private(set) var found: [Int: Int] = [:]
    /// Token F1 of each pair, by the gold comment.
    private(set) var likeness: [Int: Double] = [:]

    init(gold goldTexts: [String], found foundTexts: [String]) {
        let gold = goldTexts.map { Words($0).bag }
        let candidates = foundTexts.map { Words($0).bag }
        var places: [UInt64: [Int]] = [:]
        for (index, bag) in candidates.enumerated() { for word in bag.order { places[word, default: []].append(index) } }

        var pairs: [Pair] = []
        for (index, bag) in gold.enumerated() {
            if bag.isEmpty {
                for (other, candidate) in candidates.enumerated() where candidate.isEmpty {
                    pairs.append(Pair(score: 1, distance: 0, gold: index, found: other))
                }
                continue
            }
            for other in CommentPairs.near(bag, places, count: candidates.count) {
                let candidate = candidates[other]
                guard !candidate.isEmpty else { continue }
                let score = 2 * Double(bag.shared(with: candidate)) / Double(bag.total + candidate.total)
                if score >= 0.6 { pairs.append(Pair(score: score, distance: abs(index - other), gold: index, found: other)) }
            }
        }
        pairs.sort(by: >)
        var used: Set<Int> = []
        for pair in pairs where found[pair.gold] == nil && !used.contains(pair.found) {
            found[pair.gold] = pair.found
            used.insert(pair.found)
            likeness[pair.gold] = pair.score
        }
    }

    /// The forty found comments that share the most different words with a gold one, words of a quarter of the page left out.
    private static func near(_ bag: Bag, _ places: [UInt64: [Int]], count: Int) -> [Int] {
        var shared = [Int](repeating: 0, count: count)
        var order: [Int] = []
        func add(_ index: Int) {
            if shared[index] == 0 { order.append(index) }
            shared[index] += 1
        }
        for word in bag.order {
            if let list = places[word], list.count <= max(30, count / 4) { list.forEach(add) }
        }
        if order.count < 3 { (0..<count).forEach(add) }
        // Among equals the first met stays first.
        let ranked = order.enumerated().sorted { (shared[$0.element], $1.offset) > (shared[$1.element], $0.offset) }
        return ranked.prefix(40).map(\.element)
    }

    private struct Pair: Comparable {
        var score: Double
        var distance: Int
        var gold: Int
        var found: Int

        static func < (a: Pair, b: Pair) -> Bool {
            (a.score, -a.distance, a.gold, a.found) < (b.score, -b.distance, b.gold, b.found)
        }
    }
}
