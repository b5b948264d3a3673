/// Phrases that a text may begin with, in lower case. Their first two letters rule out nearly every text before a string is made of it.
struct OpeningPhrases: Sendable {
    /// By their first byte, in the order given.
    private var phrases = [[(bytes: [UInt8], text: String)]](repeating: [], count: 256)
    /// A bit for each pair of ASCII letters that one begins with, upper and lower case alike.
    private var pairs = [UInt32](repeating: 0, count: 128)
    private let all: [String]

    init(_ all: [String]) {
        self.all = all
        for phrase in all {
            let bytes = Array(phrase.utf8)
            phrases[Int(bytes[0])].append((bytes, phrase))
            if bytes.count > 1, bytes[0] < 0x80, bytes[1] < 0x80 { pairs[Int(bytes[0])] |= OpeningPhrases.bit(bytes[1]) }
        }
    }

    /// The first of the phrases that a text begins with, upper and lower case alike.
    ///
    /// - Parameter goesOn: whether something must stand behind it.
    func opener(of text: String, goesOn: Bool = false) -> String? {
        guard mayOpen(text.utf8) else { return nil }
        var text = text
        let (found, isSure) = text.withUTF8 { opener(of: $0, goesOn: goesOn) }
        if isSure { return found }
        let lower = text.lowercased().utf8
        return all.first { lower.starts(with: $0.utf8) && !(goesOn && lower.count == $0.utf8.count) }
    }

    /// The same as far as ASCII tells: other letters may be capitals, and then it is not sure.
    private func opener(of text: UnsafeBufferPointer<UInt8>, goesOn: Bool) -> (String?, isSure: Bool) {
        guard let first = text.first, first < 0x80 else { return (nil, false) }
        for phrase in phrases[Int(lower(first))] {
            let size = min(phrase.bytes.count, text.count)
            guard let parting = (0..<size).first(where: { phrase.bytes[$0] != lower(text[$0]) }) else {
                if phrase.bytes.count + (goesOn ? 1 : 0) <= text.count { return (phrase.text, true) }
                continue
            }
            if text[parting] >= 0x80 { return (nil, false) }
        }
        return (nil, true)
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
