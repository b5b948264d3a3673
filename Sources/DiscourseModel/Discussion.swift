/// The comments of one page and who answers whom. `replies` runs beside `comments`; `nil` means top level.
///
/// Invariant: the links form a forest. Following `parent` from any comment ends.
package struct Discussion: Hashable, Sendable, Codable {
    /// What the comments were recognised by: a platform's name, `generic`, `text`, or `none`.
    package var platform: String
    package var comments: [Comment]
    package var replies: [Reply?]
    package var completeness: Completeness

    package init(
        platform: String = "none", comments: [Comment] = [], replies: [Reply?] = [], completeness: Completeness = Completeness()
    ) {
        precondition(comments.count == replies.count, "a discussion has one reply slot a comment")
        self.platform = platform
        self.comments = comments
        self.replies = replies
        self.completeness = completeness
    }

    /// Index of the comment that this one answers.
    package func parent(of index: Int) -> Int? { replies[index]?.parent }

    /// Children of each comment in page order; `roots` are the comments without a parent, those that answer someone absent included.
    package func children() -> (roots: [Int], of: [[Int]]) {
        var roots: [Int] = []
        var of = [[Int]](repeating: [], count: comments.count)
        for index in comments.indices {
            if let parent = parent(of: index) { of[parent].append(index) } else { roots.append(index) }
        }
        return (roots, of)
    }

    /// Depth of each comment: 0 for one that answers the article (as far as anything says), `nil` where it answers someone
    /// who is not on the page, and below such.
    package func depths() -> [Int?] {
        var depths = [Int?](repeating: nil, count: comments.count)
        let (roots, of) = children()
        var open = roots.filter { replies[$0]?.isGuess ?? true }
        for root in open { depths[root] = 0 }
        while let index = open.popLast() {
            for child in of[index] {
                depths[child] = depths[index].map { $0 + 1 }
                open.append(child)
            }
        }
        return depths
    }

    /// All comments, each thread whole: a comment, then its answers. `level` counts from the thread's root, whatever its depth.
    package func readingOrder() -> [(index: Int, level: Int)] {
        let (roots, of) = children()
        var order: [(index: Int, level: Int)] = []
        order.reserveCapacity(comments.count)
        var open = roots.reversed().map { (index: $0, level: 0) }
        while let next = open.popLast() {
            order.append(next)
            for child in of[next.index].reversed() { open.append((child, next.level + 1)) }
        }
        return order
    }

    /// The root of the thread each comment stands in.
    package func threadRoots() -> [Int] {
        var root = [Int](repeating: 0, count: comments.count)
        var current = 0
        for (index, level) in readingOrder() {
            if level == 0 { current = index }
            root[index] = current
        }
        return root
    }
}

extension Discussion {
    /// What of the page's comments is not here, as far as the page says: its own count, and why more may exist.
    package var completenessNotes: [Note] {
        if let claimed = completeness.claimed, claimed > comments.count {
            let here = comments.isEmpty ? "none is here" : comments.count == 1 ? "1 is here" : "\(comments.count) are here"
            let why = completeness.reasons.isEmpty ? "" : " (" + completeness.reasons.joined(separator: "; ") + ")"
            return [Note(.comments, .lost, "the page states \(claimed == 1 ? "1 comment" : "\(claimed) comments"), and \(here)\(why)")]
        }
        return completeness.reasons.map { Note(.comments, .lost, comments.isEmpty ? $0 : "more comments may exist: \($0)") }
    }
}

/// What the page claims to have against what is in it.
package struct Completeness: Hashable, Sendable, Codable {
    /// The number of comments the page states ("118 comments"); `nil` where it states none.
    package var claimed: Int?
    /// Why more may exist than is here: "load more", "page 2 of 7", a script-only thread.
    package var reasons: [String]

    package init(claimed: Int? = nil, reasons: [String] = []) {
        self.claimed = claimed
        self.reasons = reasons
    }
}
