/// A text as the scorer sees it: its words in lower case, each as a 64-bit hash of its bytes.
///
/// A word is a run of letters, numbers and underscores, as `\w+` is in Python's `re` (combining marks part words there, so they do here).
struct Words {
    private(set) var hashes: [UInt64] = []

    init(_ text: String) {
        var hash = Words.basis
        var isOpen = false
        for scalar in text.unicodeScalars {
            if scalar.value < 0x80 {
                let byte = UInt8(scalar.value)
                if Words.isWordByte(byte) {
                    hash = (hash ^ UInt64((0x41...0x5A).contains(byte) ? byte | 0x20 : byte)) &* Words.prime
                    isOpen = true
                } else if isOpen {
                    close(&hash, &isOpen)
                }
                continue
            }
            for lower in scalar.properties.lowercaseMapping.unicodeScalars {
                if Words.isWord(lower) {
                    hash = (hash ^ UInt64(lower.value)) &* Words.prime
                    isOpen = true
                } else if isOpen {
                    close(&hash, &isOpen)
                }
            }
        }
        if isOpen { close(&hash, &isOpen) }
    }

    var isEmpty: Bool { hashes.isEmpty }
    var count: Int { hashes.count }

    private mutating func close(_ hash: inout UInt64, _ isOpen: inout Bool) {
        hashes.append(hash)
        hash = Words.basis
        isOpen = false
    }

    /// How often each word stands in the text.
    var bag: Bag { Bag(hashes) }

    /// How often each run of four words stands in the text; a shorter text is one run.
    var grams: Bag {
        guard !hashes.isEmpty else { return Bag([]) }
        return Bag(
            (0..<max(1, hashes.count - 3)).map { start in
                var hash = Words.basis
                for word in hashes[start..<min(start + 4, hashes.count)] {
                    // The finalizer of SplitMix64 (Steele, Lea, Flood 2014) mixes a word before it is chained to the next.
                    var mixed = word &+ hash
                    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
                    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
                    hash = mixed ^ (mixed >> 31)
                }
                return hash
            })
    }

    /// A name as it is compared: letters and numbers in lower case, nothing else.
    static func folded(_ name: String?) -> String {
        var folded = ""
        for scalar in (name ?? "").unicodeScalars {
            for lower in scalar.properties.lowercaseMapping.unicodeScalars where lower != "_" && isWord(lower) {
                folded.unicodeScalars.append(lower)
            }
        }
        return folded
    }

    private static func isWordByte(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte) || byte == 0x5F
    }

    private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.value < 0x80 { return isWordByte(UInt8(scalar.value)) }
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber, .letterNumber, .otherNumber:
            return true
        default: return false
        }
    }

    // FNV-1a.
    private static let basis: UInt64 = 14_695_981_039_346_656_037
    private static let prime: UInt64 = 1_099_511_628_211
}

/// A multiset of hashes.
struct Bag {
    private(set) var counts: [UInt64: Int]
    private(set) var total: Int
    /// The different hashes in the order of their first occurrence.
    private(set) var order: [UInt64]

    init(_ hashes: [UInt64]) {
        counts = Dictionary(minimumCapacity: hashes.count)
        order = []
        total = hashes.count
        for hash in hashes {
            let before = counts[hash, default: 0]
            if before == 0 { order.append(hash) }
            counts[hash] = before + 1
        }
    }

    /// How many elements two bags have in common, each as often as it is in both.
    func shared(with other: Bag) -> Int {
        let (small, large) = counts.count <= other.counts.count ? (self, other) : (other, self)
        var sum = 0
        for (hash, count) in small.counts { sum += min(count, large.counts[hash] ?? 0) }
        return sum
    }

    var isEmpty: Bool { total == 0 }
}

/// The harmonic mean of precision and recall; 0 where both are.
func f1(_ precision: Double, _ recall: Double) -> Double {
    precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall)
}
