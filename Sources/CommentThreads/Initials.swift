/// The letters that a page shows in place of a portrait.
enum Initials {
    /// Whether letters are those that a name begins with: "JM", "Jo" or "JO" for "Jo Marsh".
    static func stand(for name: String, _ letters: String) -> Bool {
        guard (1...3).contains(letters.count), letters.allSatisfy(\.isLetter), !(letters.first?.isLowercase ?? true), letters.count < name.count else { return false }
        let letters = Folding.fold(letters), name = Folding.fold(name)
        var rest = letters[...]
        for word in name.split(whereSeparator: { !$0.isLetter && !$0.isNumber }) where word.first == rest.first { rest = rest.dropFirst() }
        return rest.isEmpty || name.hasPrefix(letters)
    }
}
