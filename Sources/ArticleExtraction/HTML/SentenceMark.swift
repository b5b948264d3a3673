/// Marks that end or part sentences in scripts other than Latin (Unicode's `Sentence_Terminal`, and commas).
enum SentenceMark {
    /// Whether one of them stands at a place of a UTF-8 text.
    static func begins(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> Bool {
        func next(_ offset: Int) -> UInt8 { at + offset < bytes.count ? bytes[at + offset] : 0 }
        switch bytes[at] {
        case 0xCD: return next(1) == 0xBE  // ; Greek
        case 0xD5: return next(1) == 0x9E  // ՞ Armenian
        case 0xD6: return next(1) == 0x89  // ։
        case 0xD8: return [0x8C, 0x9B, 0x9F].contains(next(1))  // ، ؛ ؟ Arabic
        case 0xDB: return next(1) == 0x94  // ۔
        case 0xE0: return next(1) == 0xA5 && (next(2) == 0xA4 || next(2) == 0xA5) || next(1) == 0xBC && next(2) == 0x8D  // । ॥ Devanagari, ། Tibetan
        case 0xE1:
            switch next(1) {
            case 0x8D: return [0xA2, 0xA3, 0xA7].contains(next(2))  // ። ፣ ፧ Ethiopic
            case 0x81: return next(2) == 0x8A || next(2) == 0x8B  // ၊ ။ Myanmar
            case 0x9F: return next(2) == 0x94  // ។ Khmer
            default: return false
            }
        case 0xE3: return next(1) == 0x80 && (next(2) == 0x81 || next(2) == 0x82)  // 、 。
        case 0xEF: return next(1) == 0xBC && [0x81, 0x8C, 0x8E, 0x9B, 0x9F].contains(next(2)) || next(1) == 0xBD && next(2) == 0xA1  // ！ ， ． ； ？ ｡
        default: return false
        }
    }
}
