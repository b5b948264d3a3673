/// Text folded for matching: lower case, without diacritics, Arabic without hamza seats and tatweel. What stands in `Vocabulary` is compared in this form.
enum Folding {
    static func fold(_ text: String) -> String {
        var out = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            if let folded = fold(scalar) { out.append(folded) }
        }
        return String(out)
    }

    /// The folded scalar; `nil` where it vanishes (combining marks, tatweel, zero-width marks).
    static func fold(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
        let value = scalar.value
        switch value {
        case 0x41...0x5A: return Unicode.Scalar(value + 0x20)
        case 0..<0xC0: return scalar
        case 0xC0...0x17F: return value == 0xD7 || value == 0xF7 ? scalar : Unicode.Scalar(latin[Int(value) - 0xC0])
        case 0x300...0x36F, 0x640, 0x64B...0x652, 0x200B...0x200F, 0xFE00...0xFE0F, 0xFEFF: return nil
        case 0x370...0x3FF: return Unicode.Scalar(greek(value))
        case 0x400...0x40F: return value == 0x401 ? Unicode.Scalar(0x435) : Unicode.Scalar(value + 0x50)
        case 0x410...0x42F: return Unicode.Scalar(value + 0x20)
        case 0x451: return Unicode.Scalar(0x435)
        case 0x622, 0x623, 0x625: return Unicode.Scalar(0x627)
        case 0xFF01...0xFF5E: return fold(Unicode.Scalar(value - 0xFEE0) ?? scalar)
        default: return scalar
        }
    }

    /// Small Greek letters without accents; the sigma that ends a word is a sigma.
    private static func greek(_ value: UInt32) -> UInt32 {
        switch value {
        case 0x391...0x3A9: value + 0x20
        case 0x386, 0x3AC: 0x3B1
        case 0x388, 0x3AD: 0x3B5
        case 0x389, 0x3AE: 0x3B7
        case 0x38A, 0x390, 0x3AA, 0x3AF, 0x3CA: 0x3B9
        case 0x38C, 0x3CC: 0x3BF
        case 0x38E, 0x3AB, 0x3B0, 0x3CB, 0x3CD: 0x3C5
        case 0x38F, 0x3CE: 0x3C9
        case 0x3C2: 0x3C3
        default: value
        }
    }

    /// Base letters of U+00C0 to U+017F (Unicode's canonical decompositions, and the usual letters for ß æ ø đ ł ı þ).
    private static let latin = Array(
        ("aaaaaaaceeeeiiiidnooooo?ouuuuytsaaaaaaaceeeeiiiidnooooo?ouuuuyty"
            + "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkkllllllllllnnnnnnnnnoooooooorrrrrrsssssssstttttt"
            + "uuuuuuuuuuuuwwyyyzzzzzzs").utf8)
}
