/// The forms in which a letter can stand in a text that a caseless pattern matches.
enum CaseVariants {
    /// The UTF-8 forms of a character as they stand in a `FoldedText` that is not odd; `nil` where they are not all known.
    ///
    /// Known are ASCII, Latin-1 letters with their plain partners, and Cyrillic U+0400...U+045F.
    static func forms(of scalar: Unicode.Scalar, ignoresCase: Bool) -> [[UInt8]]? {
        let value = scalar.value
        if value < 0x80 { return [[(0x41...0x5A).contains(UInt8(value)) ? UInt8(value) | 0x20 : UInt8(value)]] }
        if !ignoresCase { return [Array(String(scalar).utf8)] }
        let partner: UInt32
        switch value {
        case 0xD7, 0xF7: return [Array(String(scalar).utf8)]
        case 0xC0...0xDE: partner = value + 0x20
        case 0xE0...0xFE: partner = value - 0x20
        case 0x410...0x42F: partner = value + 0x20
        case 0x430...0x44F: partner = value - 0x20
        case 0x400...0x40F: partner = value + 0x50
        case 0x450...0x45F: partner = value - 0x50
        // Punctuation of common texts has no case.
        case 0x2010...0x2027, 0xA1...0xA9, 0xAB...0xB4, 0xB6...0xB9, 0xBB...0xBF: return [Array(String(scalar).utf8)]
        default: return nil
        }
        guard let other = Unicode.Scalar(partner) else { return nil }
        return [Array(String(scalar).utf8), Array(String(other).utf8)]
    }
}
