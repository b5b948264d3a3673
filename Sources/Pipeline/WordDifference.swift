/// A run of words that two texts share, or that only one has.
package struct WordRun: Hashable, Sendable {
    package var kind: Kind
    package var text: String

    package enum Kind: String, Hashable, Sendable { case same, removed, added }

    package init(_ kind: Kind, _ text: String) {
        self.kind = kind
        self.text = text
    }
}

/// How one text became another, word by word: the longest common subsequence of their words (Hirschberg's problem, by the plain table),
/// after what both begin and end with. Where more than `mostPairs` pairs of words would have to be compared, the middle counts as replaced.
package func wordDifference(_ old: String, _ new: String, mostPairs: Int = 4_000_000) -> [WordRun] {
    let a = old.split(whereSeparator: \.isWhitespace), b = new.split(whereSeparator: \.isWhitespace)
    var start = 0
    while start < a.count, start < b.count, a[start] == b[start] { start += 1 }
    var end = 0
    while end < a.count - start, end < b.count - start, a[a.count - 1 - end] == b[b.count - 1 - end] { end += 1 }
    let left = Array(a[start..<a.count - end]), right = Array(b[start..<b.count - end])

    var runs: [(kind: WordRun.Kind, words: [Substring])] = []
    func append(_ kind: WordRun.Kind, _ words: some Sequence<Substring>) {
        for word in words {
            if runs.last?.kind == kind { runs[runs.count - 1].words.append(word) } else { runs.append((kind, [word])) }
        }
    }
    append(.same, a[..<start])
    if left.count * right.count > mostPairs {
        append(.removed, left)
        append(.added, right)
    } else {
        // length[i][j]: words that left[i...] and right[j...] share in order.
        let width = right.count + 1
        var length = [Int32](repeating: 0, count: (left.count + 1) * width)
        for i in left.indices.reversed() {
            for j in right.indices.reversed() {
                length[i * width + j] =
                    left[i] == right[j] ? length[(i + 1) * width + j + 1] + 1 : max(length[(i + 1) * width + j], length[i * width + j + 1])
            }
        }
        var i = 0, j = 0
        while i < left.count || j < right.count {
            if i < left.count, j < right.count, left[i] == right[j] {
                append(.same, [left[i]])
                (i, j) = (i + 1, j + 1)
            } else if i < left.count, j == right.count || length[(i + 1) * width + j] >= length[i * width + j + 1] {
                append(.removed, [left[i]])
                i += 1
            } else {
                append(.added, [right[j]])
                j += 1
            }
        }
    }
    append(.same, a[(a.count - end)...])
    return runs.map { WordRun($0.kind, $0.words.joined(separator: " ")) }
}
