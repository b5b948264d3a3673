/// All vocabularies in one hash table, from the folded word to everything it may mean.
final class Lexicon: Sendable {
    struct Roles: OptionSet {
        let rawValue: UInt32
        static let month = Roles(rawValue: 1), weekday = Roles(rawValue: 2), unit = Roles(rawValue: 4)
        static let agoBefore = Roles(rawValue: 8), agoAfter = Roles(rawValue: 16), number = Roles(rawValue: 32)
        static let now = Roles(rawValue: 64), day = Roles(rawValue: 128), at = Roles(rawValue: 256), of = Roles(rawValue: 512)
        static let ordinal = Roles(rawValue: 1024), am = Roles(rawValue: 2048), pm = Roles(rawValue: 4096)
        static let clockWord = Roles(rawValue: 1 << 13), yearWord = Roles(rawValue: 1 << 14)
        static let approximate = Roles(rawValue: 1 << 15), and = Roles(rawValue: 1 << 16), compact = Roles(rawValue: 1 << 17)
        static let zone = Roles(rawValue: 1 << 18), phraseEnd = Roles(rawValue: 1 << 19)
        /// What a time expression without a digit must hold.
        static let anchors: Roles = [.agoBefore, .agoAfter, .now, .day]
    }

    struct Entry {
        var roles: Roles = []
        var month = 0
        /// 1 is Monday.
        var weekday = 0
        var unit: TimeUnit?
        /// The number a unit says by itself; 0 if it says none.
        var ownCount = 0
        var number = 0
        /// Days back, of words such as "yesterday".
        var daysBack = 0
        /// Minutes east of UTC, of a zone that has one offset.
        var offset: Int?
        /// Languages in which the word also means something else; 0 once a language has it without doubt.
        var doubtful: UInt64 = 0
        var isCertain = false
        /// The languages that have the word in any sense.
        var languages: UInt64 = 0
    }

    static let shared = Lexicon(Vocabulary.all)

    let entries: [Entry]
    private let keys: [UInt64]
    private let places: [Int32]
    private let mask: UInt64
    /// Which places of the table hold a word, a bit for each: most words of a page have none and are told by this small part of it.
    private let filled: [UInt64]
    private let languages: [String]
    /// How the words begin that a time expression without a digit must hold, a bit for each three letters.
    private let anchorBeginnings: [UInt64]

    init(_ vocabularies: [Vocabulary]) {
        var builder = Builder()
        for (index, vocabulary) in vocabularies.enumerated() { builder.add(vocabulary, bit: 1 << UInt64(index)) }
        builder.addZones()
        var size = 64
        while size < builder.places.count * 4 { size *= 2 }
        var keys = [UInt64](repeating: 0, count: size)
        var places = [Int32](repeating: -1, count: size)
        for (hash, place) in builder.places {
            var slot = Int(truncatingIfNeeded: hash & UInt64(size - 1))
            while places[slot] >= 0 { slot = (slot + 1) & (size - 1) }
            keys[slot] = hash
            places[slot] = Int32(place)
        }
        (self.keys, self.places, mask, entries) = (keys, places, UInt64(size - 1), builder.entries)
        filled = places.indices.reduce(into: [UInt64](repeating: 0, count: size / 64)) { if places[$1] >= 0 { $0[$1 >> 6] |= 1 << UInt64($1 & 63) } }
        languages = vocabularies.map(\.language)
        anchorBeginnings = builder.anchorBeginnings
    }

    /// The entry of a hash, or -1.
    func find(_ hash: UInt64) -> Int {
        var slot = Int(truncatingIfNeeded: hash & mask)
        while filled[slot >> 6] >> UInt64(slot & 63) & 1 != 0 {
            if keys[slot] == hash { return Int(places[slot]) }
            slot = (slot + 1) & Int(truncatingIfNeeded: mask)
        }
        return -1
    }

    /// Whether a word that begins with these small letters (0 where it is shorter) may be an anchor, or end one of several words.
    func mayBeginAnchor(_ a: UInt8, _ b: UInt8, _ c: UInt8) -> Bool {
        let place = Lexicon.beginning(a, b, c)
        return anchorBeginnings[place >> 6] >> UInt64(place & 63) & 1 != 0
    }

    static func beginning(_ a: UInt8, _ b: UInt8, _ c: UInt8) -> Int { Int(a & 31) << 10 | Int(b & 31) << 5 | Int(c & 31) }

    /// The bit that stands for a language in `Entry.doubtful`; 0 for one without a vocabulary.
    func bit(of language: String) -> UInt64 {
        languages.firstIndex(of: language).map { 1 << UInt64($0) } ?? 0
    }

    // FNV-1a over scalars, with the high bits folded in so that the low bits index the table well.
    static let seed: UInt64 = 0xCBF2_9CE4_8422_2325
    static func mix(_ hash: UInt64, _ scalar: UInt32) -> UInt64 {
        let product = (hash ^ UInt64(scalar)) &* 0x0000_0100_0000_01B3
        return product ^ product >> 29
    }
    static func join(_ a: UInt64, _ b: UInt64) -> UInt64 { (a &* 31) ^ b &+ 0x9E37_79B9 }
}

/// The units in which stretches of time are counted.
enum TimeUnit: Int { case second, minute, hour, day, week, month, year }
