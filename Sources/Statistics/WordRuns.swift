/// The words of a text: runs of letters, marks and digits, an apostrophe between letters in them, in small letters.
package func words(of text: some StringProtocol) -> [String] {
    var words: [String] = []
    var word = ""
    var held: Unicode.Scalar?
    for scalar in text.unicodeScalars {
        if isWordScalar(scalar) {
            if let apostrophe = held, !word.isEmpty { word.unicodeScalars.append(apostrophe) }
            held = nil
            word.unicodeScalars.append(scalar)
        } else if scalar == "'" || scalar == "\u{2019}", !word.isEmpty, held == nil {
            held = "'"
        } else {
            if !word.isEmpty { words.append(word.lowercased()) }
            word = ""
            held = nil
        }
    }
    if !word.isEmpty { words.append(word.lowercased()) }
    return words
}

private func isWordScalar(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.value < 0x80 { return (0x30...0x39).contains(scalar.value) || (0x41...0x5A).contains(scalar.value & ~0x20) }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .nonspacingMark, .spacingMark, .decimalNumber,
        .letterNumber: return true
    default: return false
    }
}

/// A hash of a word that is the same in every run (FNV-1a, 64 bits: G. Fowler, L. C. Noll and K.-P. Vo).
package func wordHash(_ word: some StringProtocol) -> UInt64 {
    word.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
}
