/// How many answers a comment's header or buttons count: "(11 children)", "3 replies". Where comments stand in the order of their threads the numbers
/// tell the whole tree.
enum AnswerCounts {
    /// The number in a record's lines that are no words of the comment; `nil` where none is stated.
    static func read(_ lines: some Sequence<TextLine>) -> Int? {
        for line in lines where !line.has(.prose) && line.words <= 16 && !line.isLoading {
            for (word, number) in zip(line.tokens.dropFirst(), line.tokens) where number.kind == .number && Vocabulary.countedAnswers.contains(word.folded) {
                if let count = Int(number.folded), count < 100_000 { return count }
            }
        }
        return nil
    }

    /// Answers that the page counts but does not show: "load more comments (3 replies)".
    static func unshown(_ lines: some Sequence<TextLine>) -> Int {
        var sum = 0
        for line in lines where line.isLoading { sum += line.tokens.first { $0.kind == .number }.flatMap { Int($0.folded) } ?? 0 }
        return sum
    }

    /// The answered comments, if the numbers fit the page: each counts all that stands below it, or only what answers it at once.
    ///
    /// Numbers that stand beside comments in another order do not add up; then the answer is `nil`.
    ///
    /// - Parameter isAnswer: which comments the page's buttons say are answers; with that a few of the counted ones may be missing.
    static func parents(of counts: [Int?], unshown: [Int], isAnswer: [Bool]?) -> [Int?]? {
        let stated = counts.count { $0 != nil }
        guard counts.count >= 3, stated >= 2, counts.count(where: { $0 ?? 0 > 0 }) >= 2 || stated == counts.count, counts.contains(where: { $0 ?? 0 > 0 }) else { return nil }
        let numbers = counts.map { $0 ?? 0 }
        return whole(numbers, unshown) ?? direct(numbers, unshown) ?? isAnswer.flatMap { withGaps(numbers, $0) }
    }

    private static func whole(_ numbers: [Int], _ unshown: [Int]) -> [Int?]? {
        var parents = [Int?](repeating: nil, count: numbers.count)
        var open: [(comment: Int, left: Int)] = []
        for index in numbers.indices {
            while let last = open.last, last.left == 0 { open.removeLast() }
            parents[index] = open.last?.comment
            for place in open.indices { open[place].left -= 1 }
            guard open.allSatisfy({ $0.left >= numbers[index] }) else { return nil }
            open.append((index, numbers[index]))
            if unshown[index] > 0 {
                guard let deepest = open.lastIndex(where: { $0.left >= unshown[index] }) else { continue }
                for place in 0...deepest { open[place].left -= unshown[index] }
            }
        }
        return open.allSatisfy { $0.left == 0 } ? parents : nil
    }

    /// Each answer below the nearest comment that still wants as many as come with it.
    private static func withGaps(_ numbers: [Int], _ isAnswer: [Bool]) -> [Int?]? {
        var parents = [Int?](repeating: nil, count: numbers.count)
        var open: [(comment: Int, left: Int)] = []
        var missing = 0, strays = 0
        for index in numbers.indices {
            if !isAnswer[index] {
                missing += open.reduce(0) { $0 + $1.left }
                open.removeAll()
            }
            while let last = open.last, last.left < 1 + numbers[index] {
                missing += last.left
                open.removeLast()
            }
            if open.isEmpty {
                if isAnswer[index] { strays += 1 }
            } else {
                parents[index] = open[open.count - 1].comment
                open[open.count - 1].left -= 1 + numbers[index]
            }
            open.append((index, numbers[index]))
        }
        return strays * 10 <= numbers.count && missing * 5 <= numbers.count ? parents : nil
    }

    private static func direct(_ numbers: [Int], _ unshown: [Int]) -> [Int?]? {
        guard unshown.allSatisfy({ $0 == 0 }) else { return nil }
        var parents = [Int?](repeating: nil, count: numbers.count)
        var open: [(comment: Int, left: Int)] = []
        for index in numbers.indices {
            while let last = open.last, last.left == 0 { open.removeLast() }
            if let last = open.last {
                parents[index] = last.comment
                open[open.count - 1].left -= 1
            }
            open.append((index, numbers[index]))
        }
        return open.allSatisfy { $0.left == 0 } ? parents : nil
    }
}

extension TextLine {
    /// "load more comments (3 replies)".
    fileprivate var isLoading: Bool { words <= 8 && tokens.first?.classes.contains(.toggle) ?? false && tokens.contains { $0.folded == "more" || $0.classes.contains(.comment) } }
}
