/// Phrases that a text may begin with, in lower case. Their first two letters rule out nearly every text before a string is made of it.
struct OpeningPhrases: Sendable {
    private let phrases: [String]
    /// A bit for each pair of ASCII letters that one begins with, upper and lower case alike.
    private var pairs = [UInt32](repeating: 0, count: 128)

    init(_ phrases: [String]) {
        self.phrases = phrases
        for phrase in phrases {
            let letters = Array(phrase.utf8.prefix(2))
            if letters.count == 2, letters[0] < 0x80, letters[1] < 0x80 { pairs[Int(letters[0])] |= OpeningPhrases.bit(letters[1]) }
        }
    }

    /// The first of the phrases that a text begins with, upper and lower case alike.
    ///
    /// - Parameter goesOn: whether something must stand behind it.
    func opener(of text: String, goesOn: Bool = false) -> String? {
        guard mayOpen(text.utf8) else { return nil }
        let lower = text.lowercased().utf8
        return phrases.first { lower.starts(with: $0.utf8) && !(goesOn && lower.count == $0.utf8.count) }
    }

    /// Whether the text may begin with one: other than ASCII letters are left to `opener`.
    func mayOpen(_ text: some Sequence<UInt8>) -> Bool {
        var letters = text.makeIterator()
        guard let first = letters.next(), let second = letters.next() else { return false }
        return first >= 0x80 || second >= 0x80 || pairs[Int(lower(first))] & OpeningPhrases.bit(lower(second)) != 0
    }

    private func lower(_ byte: UInt8) -> UInt8 { byte &- 0x41 < 26 ? byte | 0x20 : byte }
    private static func bit(_ letter: UInt8) -> UInt32 { 1 << UInt32(letter & 0x1F) }
}
