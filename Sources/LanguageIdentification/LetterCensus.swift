/// How many letters of each script a text has, and those that tell the languages of a script apart. One pass over the bytes.
struct LetterCensus {
    enum Script: Int, CaseIterable { case latin, cyrillic, arabic, han, kana, hangul, greek, hebrew, thai, devanagari }

    private var counts = [Int](repeating: 0, count: Script.allCases.count)
    /// Letters of one Cyrillic alphabet: і ї є ґ (Ukrainian), ы э ё (Russian), ў (Belarusian), ј љ њ ћ ђ џ (Serbian), ъ (Bulgarian uses it as a vowel).
    private var ukrainian = 0, russian = 0, belarusian = 0, serbian = 0, hardSign = 0
    /// پ چ ژ گ ک ی (Persian and Urdu), ٹ ڈ ڑ ے ں ہ ھ (Urdu alone), ة ى ي ك (Arabic).
    private var persian = 0, urdu = 0, arabic = 0

    init(of bytes: UnsafeBufferPointer<UInt8>) {
        var at = 0, ascii = 0
        while at < bytes.count {
            let byte = bytes[at]
            // Most bytes of most texts.
            if byte < 0x80 {
                ascii &+= (byte | 0x20) &- 0x61 < 26 ? 1 : 0
                at &+= 1
                continue
            }
            switch byte {
            case 0xC2...0xDF where at + 1 < bytes.count:
                take(UInt32(byte & 0x1F) << 6 | UInt32(bytes[at + 1] & 0x3F))
                at += 2
            case 0xE0...0xEF where at + 2 < bytes.count:
                take(UInt32(byte & 0x0F) << 12 | UInt32(bytes[at + 1] & 0x3F) << 6 | UInt32(bytes[at + 2] & 0x3F))
                at += 3
            case 0xF0...0xF4: at += 4
            default: at += 1
            }
        }
        counts[Script.latin.rawValue] += ascii
    }

    private mutating func take(_ code: UInt32) {
        switch code {
        case 0xC0...0x24F, 0x1E00...0x1EFF: counts[Script.latin.rawValue] += 1
        case 0x370...0x3FF: counts[Script.greek.rawValue] += 1
        case 0x400...0x52F:
            counts[Script.cyrillic.rawValue] += 1
            switch code {
            case 0x456, 0x457, 0x454, 0x491, 0x406, 0x407, 0x404: ukrainian += 1
            case 0x44B, 0x44D, 0x451, 0x42B, 0x42D, 0x401: russian += 1
            case 0x45E, 0x40E: belarusian += 1
            case 0x452, 0x458...0x45B, 0x45F: serbian += 1
            case 0x44A: hardSign += 1
            default: break
            }
        case 0x5D0...0x5EA: counts[Script.hebrew.rawValue] += 1
        case 0x620...0x6D3:
            counts[Script.arabic.rawValue] += 1
            switch code {
            case 0x679, 0x688, 0x691, 0x6D2, 0x6BA, 0x6C1, 0x6BE: urdu += 1
            case 0x67E, 0x686, 0x698, 0x6AF, 0x6A9, 0x6CC: persian += 1
            case 0x629, 0x649, 0x64A, 0x643: arabic += 1
            default: break
            }
        case 0x900...0x963: counts[Script.devanagari.rawValue] += 1
        case 0xE01...0xE4E: counts[Script.thai.rawValue] += 1
        case 0x3041...0x30FF: counts[Script.kana.rawValue] += 1
        case 0x3400...0x4DBF, 0x4E00...0x9FFF: counts[Script.han.rawValue] += 1
        case 0x1100...0x11FF, 0xAC00...0xD7A3: counts[Script.hangul.rawValue] += 1
        default: break
        }
    }

    func letters(of script: Script) -> Int { counts[script.rawValue] }

    /// The script with the most letters and its share of all; Han and kana stand together. An ideograph or syllable counts for two letters.
    var dominant: (script: Script, share: Double)? {
        var weights = counts.map(Double.init)
        for script in [Script.han, .kana, .hangul] { weights[script.rawValue] *= 2 }
        weights[Script.han.rawValue] += weights[Script.kana.rawValue]
        if letters(of: .han) > 0 { weights[Script.kana.rawValue] = 0 } else { weights[Script.han.rawValue] = 0 }
        var total = 0.0, best = Script.latin
        for script in Script.allCases {
            total += weights[script.rawValue]
            if weights[script.rawValue] > weights[best.rawValue] { best = script }
        }
        return total > 0 ? (best, weights[best.rawValue] / total) : nil
    }

    /// Russian text has ы, э or ё in one letter of 40; Ukrainian і, ї, є in one of 12; Bulgarian has none of either, and ъ in one of 60.
    var cyrillicLanguage: String? {
        if serbian > 1, serbian > russian { return "sr" }
        if belarusian > 0, ukrainian > 0, russian > 0 { return "be" }
        if ukrainian > 2 * russian { return ukrainian > 1 ? "uk" : nil }
        if russian > 2 * ukrainian { return "ru" }
        if russian == 0, ukrainian == 0, hardSign > 1, letters(of: .cyrillic) >= 40 { return "bg" }
        return nil
    }

    var arabicLanguage: String? {
        if urdu > 1, urdu * 3 > persian { return "ur" }
        if persian > 1, persian > arabic { return "fa" }
        if arabic > 1, arabic > 3 * persian { return "ar" }
        return persian == 0 && urdu == 0 && letters(of: .arabic) >= 40 ? "ar" : nil
    }
}
