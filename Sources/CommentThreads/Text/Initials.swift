/// The letters that a page shows in place of a portrait.
enum Initials {
    /// Whether a word is what the name at the beginning of the line below it begins with: "J", "JM" or "Jo" above "Jo Marsh".
    static func stand(for below: TextLine, _ letters: LineToken) -> Bool {
        guard letters.kind == .word, letters.folded.count <= 3, let first = below.tokens.first, let letter = letters.folded.first, first.folded.first == letter else { return false }
        if letters.folded.count == 1 { return true }
        guard letters.isCapitalised, below.isNameLike || below.has(.postTime) else { return false }
        var rest = letters.folded.dropFirst()
        for token in below.tokens.dropFirst() where token.kind == .word && token.folded.first == rest.first { rest = rest.dropFirst() }
        return rest.isEmpty || first.folded.count > letters.folded.count && first.folded.hasPrefix(letters.folded)
    }
}
