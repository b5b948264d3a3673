extension Lexicon {
    /// Gathers the words of the vocabularies; a word of several languages or senses gets one entry with all of them.
    struct Builder {
        var entries: [Entry] = []
        var places: [UInt64: Int] = [:]
        var anchorBeginnings = [UInt64](repeating: 0, count: 512)

        mutating func add(_ v: Vocabulary, bit: UInt64) {
            for (index, words) in v.months.enumerated() {
                each(words, .month, bit) { entry, _ in if entry.month == 0 { entry.month = index + 1 } }
            }
            for (index, words) in v.weekdays.enumerated() {
                each(words, .weekday, bit) { entry, _ in if entry.weekday == 0 { entry.weekday = index + 1 } }
            }
            for (index, words) in v.units.enumerated() {
                each(words, .unit, bit) { entry, count in
                    if entry.unit == nil { entry.unit = TimeUnit(rawValue: index) }
                    if entry.ownCount == 0 { entry.ownCount = count ?? 0 }
                }
            }
            for (index, words) in v.compactUnits.enumerated() {
                each(words, [.unit, .compact], bit) { entry, _ in if entry.unit == nil { entry.unit = TimeUnit(rawValue: index) } }
            }
            each(v.numbers, .number, bit) { entry, value in entry.number = value ?? 1 }
            each(v.today, .day, bit) { entry, _ in entry.daysBack = 0 }
            each(v.yesterday, .day, bit) { entry, _ in entry.daysBack = 1 }
            each(v.dayBeforeYesterday, .day, bit) { entry, _ in entry.daysBack = 2 }
            for (words, role) in [
                (v.agoBefore, Roles.agoBefore), (v.agoAfter, .agoAfter), (v.now, .now), (v.at, .at), (v.of, .of),
                (v.ordinals, .ordinal), (v.am, .am), (v.pm, .pm), (v.clockWords, .clockWord), (v.yearWords, .yearWord),
                (v.approximate, .approximate), (v.and, .and),
            ] {
                each(words, role, bit) { _, _ in }
            }
        }

        mutating func addZones() {
            for (name, offset) in zones { entry(Builder.hash(name), .zone) { $0.offset = offset } }
        }

        private mutating func each(_ words: String, _ roles: Roles, _ bit: UInt64, _ change: (inout Entry, Int?) -> Void) {
            // By bytes: the signs between and behind words are ASCII, and a run begins with thousands of words.
            for item in words.utf8.split(separator: 0x20) {
                var word = item
                var number: Int?
                if let equals = word.lastIndex(of: 0x3D) {
                    number = Int(Substring(word[word.index(after: equals)...]))
                    word = word[..<equals]
                }
                let isDoubtful = word.last == 0x3F
                if isDoubtful { word.removeLast() }
                let names = word.split(separator: 0x5F).map { Substring($0) }
                let parts = names.map { Builder.hash($0) }
                if let name = names.last, names.count > 1 || !roles.isDisjoint(with: .anchors) { addBeginning(name) }
                guard var hash = parts.first else { continue }
                for part in parts.dropFirst() { hash = Lexicon.join(hash, part) }
                if let last = parts.last, parts.count > 1 { entry(last, .phraseEnd) { _ in } }
                entry(hash, roles) { entry in
                    change(&entry, number)
                    entry.languages |= bit
                    if isDoubtful { entry.doubtful |= bit } else { entry.isCertain = true }
                }
            }
        }

        /// Notes how a word begins. One with letters beyond ASCII among the first three is in no text of ASCII alone.
        private mutating func addBeginning(_ word: Substring) {
            let letters = word.unicodeScalars.map { folded($0.value) }.filter { $0 != 0 }.prefix(3)
            guard letters.allSatisfy({ $0 < 0x80 }) else { return }
            let beginning = letters.map { UInt8($0) } + [0, 0, 0]
            let place = Lexicon.beginning(beginning[0], beginning[1], beginning[2])
            anchorBeginnings[place >> 6] |= 1 << UInt64(place & 63)
        }

        private mutating func entry(_ hash: UInt64, _ roles: Roles, _ change: (inout Entry) -> Void) {
            let place = places[hash] ?? entries.count
            if place == entries.count {
                entries.append(Entry())
                places[hash] = place
            }
            entries[place].roles.formUnion(roles)
            change(&entries[place])
        }

        static func hash(_ word: some StringProtocol) -> UInt64 {
            var hash = Lexicon.seed
            for scalar in word.unicodeScalars {
                let small = folded(scalar.value)
                if small != 0 { hash = Lexicon.mix(hash, small) }
            }
            return hash
        }
    }
}

/// Zone abbreviations as pages use them, in minutes east of UTC; `nil` where summer and winter share the name.
/// IST is read as India's, CST as North America's, BST as British summer time.
private let zones: [(String, Int?)] = [
    ("gmt", 0), ("utc", 0), ("z", 0), ("wet", 0), ("west", 60), ("bst", 60), ("cet", 60), ("cest", 120), ("mez", 60), ("mesz", 120),
    ("eet", 120), ("eest", 180), ("msk", 180), ("ist", 330), ("jst", 540), ("kst", 540), ("hkt", 480), ("sgt", 480), ("awst", 480),
    ("acst", 570), ("acdt", 630), ("aest", 600), ("aedt", 660), ("nzst", 720), ("nzdt", 780), ("nst", -210), ("ndt", -150),
    ("ast", -240), ("adt", -180), ("est", -300), ("edt", -240), ("cst", -360), ("cdt", -300), ("mst", -420), ("mdt", -360),
    ("pst", -480), ("pdt", -420), ("akst", -540), ("akdt", -480), ("hst", -600), ("brt", -180), ("sast", 120), ("wib", 420),
    ("et", nil), ("ct", nil), ("mt", nil), ("pt", nil),
]
