/// Which buttons of a comment lead to other comments: "root | parent | prev | next". Only an answer has a parent to lead to, and only what
/// has a comment beside it a previous or a next one.
struct NavigationWords: Hashable {
    var parent = false
    var previous = false
    var next = false
    /// Whether it offers anything at all: what is shown in part has no buttons, and what leads nowhere says nothing.
    var hasButtons = false

    /// - Parameter lines: the record's lines that are no words of the comment.
    init(_ lines: some Sequence<TextLine>) {
        for line in lines where !line.has(.prose) {
            if line.has([.acts, .replies]) || line.holdsButton { hasButtons = true }
            // Behind the name and the time, among other buttons.
            for token in line.tokens where token.kind == .word {
                switch token.folded {
                case "parent": parent = true
                case "prev", "previous": previous = true
                case "next": next = true
                default: break
                }
            }
        }
    }

    /// Which comments lead to a parent; `nil` where all do or hardly any.
    static func answers(_ comments: [NavigationWords]) -> [Bool]? {
        let answers = comments.map(\.parent), count = answers.count { $0 }
        return count >= 2 && count < comments.count && !comments[0].parent ? answers : nil
    }

    /// The answered comments, as far as the buttons tell; `nil` where the page's buttons tell nothing. `isWhole` says that they tell all.
    static func parents(of comments: [NavigationWords]) -> (parents: [Int?], isWhole: Bool)? {
        guard let answers = answers(comments), comments.allSatisfy(\.hasButtons) else { return nil }
        var parents = [Int?](repeating: nil, count: comments.count)
        // Where siblings are named, the first answer to a comment is the one without a previous, and follows what it answers at once.
        let isWhole = comments.count { $0.previous && $0.parent } >= 1 && comments.count { $0.next && $0.parent } >= 1
        var waiting: [Int] = []
        for (index, words) in comments.enumerated() {
            if !words.parent {
                waiting.removeAll()
            } else if isWhole {
                parents[index] = words.previous ? waiting.popLast().flatMap { parents[$0] } : index - 1
                if words.next { waiting.append(index) }
            } else if !answers[index - 1] {
                parents[index] = index - 1
            }
        }
        return (parents, isWhole)
    }
}
