/// A word, number or mark of one short line.
struct LineToken {
    enum Kind { case word, number, mark, time }
    var kind: Kind
    /// Bytes of the document.
    var range: Range<Int>
    /// What the vocabulary knows of the word.
    var classes: WordClass = []
    /// The folded word, or the mark.
    var folded: String = ""
    var isCapitalised = false

    var isUnknownWord: Bool { kind == .word && classes.isEmpty }
}

extension LineToken {
    /// Splits a line into words, numbers and marks. Words part where a small letter meets a capital ("ReplyDelete") when that yields known words;
    /// Han, kana and Hangul runs are parted by the vocabulary's longest matches.
    static func split(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> [LineToken] {
        var tokens: [LineToken] = []
        var at = range.lowerBound
        while at < range.upperBound {
            let (scalar, width) = decode(bytes, at, range.upperBound)
            switch kind(scalar) {
            case .space: at += width
            case .digit:
                let start = at
                while at < range.upperBound, (0x30...0x39).contains(bytes[at]) { at += 1 }
                tokens.append(LineToken(kind: .number, range: start..<at, folded: String(decoding: bytes[start..<at], as: UTF8.self)))
            case .mark:
                tokens.append(LineToken(kind: .mark, range: at..<at + width, folded: scalar == "№" ? "#" : String(Character(scalar))))
                at += width
            case .ideograph: at = splitIdeographs(bytes, at, range.upperBound, into: &tokens)
            case .letter: at = splitWord(bytes, at, range.upperBound, into: &tokens)
            }
        }
        return tokens
    }

    private static func splitWord(_ bytes: UnsafeBufferPointer<UInt8>, _ from: Int, _ end: Int, into tokens: inout [LineToken]) -> Int {
        var folded = String.UnicodeScalarView()
        var at = from, seams: [Int] = [], lastIsLower = false
        while at < end {
            let (scalar, width) = decode(bytes, at, end)
            guard kind(scalar) == .letter || (scalar == "'" && at + 1 < end && isASCIILetter(bytes[at + 1])) else { break }
            let isUpper = (0x41...0x5A).contains(scalar.value)
            if isUpper, lastIsLower { seams.append(at) }
            lastIsLower = (0x61...0x7A).contains(scalar.value)
            if let next = Folding.fold(scalar) { folded.append(next) }
            at += width
        }
        let whole = LineToken(
            kind: .word, range: from..<at, classes: Vocabulary.words[String(folded)] ?? [], folded: String(folded),
            isCapitalised: (0x41...0x5A).contains(bytes[from]))
        if whole.classes.isEmpty, !seams.isEmpty {
            let edges = [from] + seams + [at]
            let parts = zip(edges, edges.dropFirst()).map { start, stop in
                let word = Folding.fold(String(decoding: bytes[start..<stop], as: UTF8.self))
                return LineToken(kind: .word, range: start..<stop, classes: Vocabulary.words[word] ?? [], folded: word)
            }
            if parts.contains(where: { !$0.classes.isEmpty && $0.classes != .glue }) {
                tokens += parts
                return at
            }
        }
        tokens.append(whole)
        return at
    }

    private static func splitIdeographs(_ bytes: UnsafeBufferPointer<UInt8>, _ from: Int, _ end: Int, into tokens: inout [LineToken]) -> Int {
        var scalars: [Unicode.Scalar] = [], offsets: [Int] = []
        var at = from
        while at < end {
            let (scalar, width) = decode(bytes, at, end)
            guard kind(scalar) == .ideograph else { break }
            scalars.append(scalar)
            offsets.append(at)
            at += width
        }
        offsets.append(at)
        var index = 0, unknown = 0
        func flush() {
            guard unknown < index else { return }
            tokens.append(LineToken(kind: .word, range: offsets[unknown]..<offsets[index], folded: string(scalars[unknown..<index])))
        }
        while index < scalars.count {
            var length = min(Vocabulary.longestIdeographic, scalars.count - index), found: (WordClass, String)?
            while length > 0, found == nil {
                let candidate = string(scalars[index..<index + length])
                if let classes = Vocabulary.words[candidate], length > 1 || scalars.count <= 3 { found = (classes, candidate) } else { length -= 1 }
            }
            if let (classes, word) = found {
                flush()
                tokens.append(LineToken(kind: .word, range: offsets[index]..<offsets[index + length], classes: classes, folded: word))
                index += length
                unknown = index
            } else {
                index += 1
            }
        }
        flush()
        return at
    }

    private static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        return String(view)
    }

    enum ScalarKind { case space, digit, letter, ideograph, mark }

    static func kind(_ scalar: Unicode.Scalar) -> ScalarKind {
        switch scalar.value {
        case 0x30...0x39: return .digit
        case 0x41...0x5A, 0x61...0x7A, 0x5F: return .letter
        case 0...0x20, 0xA0, 0x2000...0x200F, 0x202A...0x202F, 0x3000, 0xFEFF: return .space
        case 0x21...0xBF, 0xD7, 0xF7, 0x2010...0x2029, 0x2030...0x206F, 0x20A0...0x20CF, 0x2116, 0x2190...0x2BFF, 0x3001...0x3004, 0x3008...0x3020, 0xFF01...0xFF0F,
            0xFF1A...0xFF20, 0xFF3B...0xFF40, 0xFF5B...0xFF65, 0x1F000...0x1FAFF:
            return scalar.value == 0xAA || scalar.value == 0xB5 || scalar.value == 0xBA ? .letter : .mark
        case 0x3005...0x3007, 0x3040...0x30FF, 0x3400...0x9FFF, 0xAC00...0xD7AF, 0xF900...0xFAFF, 0x20000...0x3FFFF: return .ideograph
        default: return .letter
        }
    }

    /// The scalar that begins at a byte of valid UTF-8, and its width; a stray byte is a space of width 1.
    static func decode(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int, _ end: Int) -> (Unicode.Scalar, Int) {
        let first = UInt32(bytes[at])
        let width = first < 0x80 ? 1 : first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC0 ? 2 : 0
        guard width > 1, at + width <= end else { return (first < 0x80 ? Unicode.Scalar(UInt8(first)) : " ", 1) }
        var value = first & (0x7F >> UInt32(width))
        for offset in 1..<width { value = value << 6 | UInt32(bytes[at + offset] & 0x3F) }
        return (Unicode.Scalar(value) ?? " ", width)
    }

    private static func isASCIILetter(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte & 0xDF) }
}
