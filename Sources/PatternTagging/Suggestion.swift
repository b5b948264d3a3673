/// The nearest of the known names, if it is near enough to be a slip of the pen.
func nearestName(to word: String, in known: some Sequence<String>) -> String? {
    let allowed = max(1, word.unicodeScalars.count / 3)
    var best: (name: String, distance: Int)?
    for name in known {
        let distance = editDistance(word, name)
        if distance <= allowed, distance < best?.distance ?? .max { best = (name, distance) }
    }
    return best?.name
}

/// "did you mean `x`?", or the list of what there is.
func suggestion(for word: String, among known: [String]) -> String? {
    if let name = nearestName(to: word, in: known) { return "did you mean `\(name)`?" }
    return known.isEmpty ? nil : "known are " + known.joined(separator: ", ")
}

/// Insertions, deletions, substitutions and swaps of neighbours that turn one word into the other
/// (optimal string alignment; Damerau 1964, Wagner and Fischer 1974).
func editDistance(_ a: String, _ b: String) -> Int {
    let a = Array(a.lowercased().unicodeScalars), b = Array(b.lowercased().unicodeScalars)
    if a.isEmpty || b.isEmpty { return max(a.count, b.count) }
    var previous2 = [Int](repeating: 0, count: b.count + 1)
    var previous = Array(0...b.count)
    for i in 1...a.count {
        var row = [i] + [Int](repeating: 0, count: b.count)
        for j in 1...b.count {
            row[j] = min(previous[j] + 1, row[j - 1] + 1, previous[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1))
            if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] { row[j] = min(row[j], previous2[j - 2] + 1) }
        }
        (previous2, previous) = (previous, row)
    }
    return previous[b.count]
}
