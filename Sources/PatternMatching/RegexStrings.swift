extension RegexTree {
    /// Every text that can match, where they are few: letters of expressions that ignore case as they are written, white space as one blank.
    ///
    /// Anchors and lookarounds count as nothing, so some of the texts may match in no context. `nil` where there are more than `most`,
    /// or where the tree does not know.
    package func strings(most: Int) -> [String]? {
        var result = [""]
        guard extend(&result, most: most) else { return nil }
        return result
    }

    /// Puts every text that can match behind every text so far; `false` where there are too many.
    private func extend(_ texts: inout [String], most: Int) -> Bool {
        switch self {
        case .empty, .wordBoundary: return true
        case .character(let scalar, _):
            for index in texts.indices { texts[index].unicodeScalars.append(scalar) }
            return true
        case .space:
            for index in texts.indices { texts[index] += " " }
            return true
        case .oneOf(let members, _, _):
            guard let members, texts.count * members.count <= most else { return false }
            texts = texts.flatMap { text in members.map { text + String($0) } }
            return true
        case .sequence(let parts): return parts.allSatisfy { $0.extend(&texts, most: most) }
        case .alternation(let branches):
            var all: [String] = []
            for branch in branches {
                var some = texts
                guard branch.extend(&some, most: most) else { return false }
                all += some
                if all.count > most { return false }
            }
            texts = all
            return true
        case .repetition(.space, min: 0...1, max: nil):
            // Any white space is as good as one blank.
            guard case .repetition(_, let min, _) = self, min == 0 else { return RegexTree.space.extend(&texts, most: most) }
            guard texts.count * 2 <= most else { return false }
            texts += texts.map { $0 + " " }
            return true
        case .repetition(let inner, let min, let max):
            guard let max, max <= 8 else { return false }
            var all: [String] = []
            var some = texts
            for count in 0...Swift.max(min, max) {
                if count >= min { all += some }
                if count < max { guard inner.extend(&some, most: most) else { return false } }
                if all.count > most { return false }
            }
            texts = all
            return true
        case .again, .unknown: return false
        }
    }
}
