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
        case 0x400...0x40F: return value == 0x401 ? Unicode.Scalar(0x435) : Unicode.Scalar(value + 0x50)
        case 0x410...0x42F: return Unicode.Scalar(value + 0x20)
        case 0x451: return Unicode.Scalar(0x435)
        case 0x622, 0x623, 0x625: return Unicode.Scalar(0x627)
        case 0xFF01...0xFF5E: return fold(Unicode.Scalar(value - 0xFEE0) ?? scalar)
        default: return scalar
        }
    }

    /// Base letters of U+00C0 to U+017F (Unicode's canonical decompositions, and the usual letters for ß æ ø đ ł ı þ).
    private static let latin = Array(
        ("aaaaaaaceeeeiiiidnooooo?ouuuuytsaaaaaaaceeeeiiiidnooooo?ouuuuyty"
            + "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkkllllllllllnnnnnnnnnoooooooorrrrrrsssssssstttttt"
            + "uuuuuuuuuuuuwwyyyzzzzzzs").utf8)
}
