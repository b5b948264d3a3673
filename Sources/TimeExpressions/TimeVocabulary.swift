/// The words of one language around times. All in lower case; abbreviations without their dot.
struct TimeVocabulary: Sendable {
    /// BCP 47 primary tag.
    var language: String
    /// Twelve lists, January first.
    var months: [[String]] = []
    var weekdays: [String] = []
    var seconds: [String] = []
    var minutes: [String] = []
    var hours: [String] = []
    var days: [String] = []
    var weeks: [String] = []
    var monthUnits: [String] = []
    var years: [String] = []
    /// Behind the amount: "ago", "назад", "前".
    var agoAfter: [String] = []
    /// Before the amount: "vor", "hace", "il y a" word by word.
    var agoBefore: [String] = []
    var today: [String] = []
    var yesterday: [String] = []
    var dayBeforeYesterday: [String] = []
    var now: [String] = []
    /// Words between the parts of a time: "at", "of", "um", "de".
    var connectors: [String] = []
    var one: [String] = []
    var am: [String] = []
    var pm: [String] = []
    /// Halves of the day that stand before the time: 上午, 下午.
    var leadingAM: [String] = []
    var leadingPM: [String] = []
    /// Letters glued to the day: "th", "er".
    var ordinals: [String] = []
    /// Behind the hour: "Uhr", "h", 時.
    var hourMarks: [String] = []
    var minuteMarks: [String] = []
    var secondMarks: [String] = []
    var yearMarks: [String] = []
    var monthMarks: [String] = []
    var dayMarks: [String] = []

    /// What a word means in any of the languages; `nil` for one that says nothing of time.
    static func look(up bytes: UnsafeBufferPointer<UInt8>) -> TimeWord? {
        guard bytes.count <= longest else { return nil }
        var isASCII = true
        for byte in bytes where byte >= 0x80 {
            isASCII = false
            break
        }
        if isASCII {
            // Short ASCII strings are made without a heap.
            let lower = String(unsafeUninitializedCapacity: bytes.count) { target in
                for (index, byte) in bytes.enumerated() { target[index] = (0x41...0x5A).contains(byte) ? byte | 0x20 : byte }
                return bytes.count
            }
            return words[lower]
        }
        return words[String(decoding: bytes, as: UTF8.self).lowercased()]
    }

    private static let longest = words.keys.map(\.utf8.count).max() ?? 0

    private static let words: [String: TimeWord] = {
        var words: [String: TimeWord] = [:]
        func each(_ list: [String], _ set: (inout TimeWord) -> Void) { for word in list { set(&words[word, default: TimeWord()]) } }
        for language in all {
            for (index, names) in language.months.enumerated() { each(names) { $0.month = $0.month ?? index + 1 } }
            each(language.weekdays) { $0.isWeekday = true }
            for (unit, list) in [
                (1, language.seconds), (60, language.minutes), (3_600, language.hours), (86_400, language.days), (604_800, language.weeks),
                (-1, language.monthUnits), (-12, language.years),
            ] {
                each(list) { $0.unit = $0.unit ?? unit }
            }
            each(language.agoAfter) { $0.isAgoAfter = true }
            each(language.agoBefore) { $0.isAgoBefore = true }
            each(language.today) { $0.day = 0 }
            each(language.yesterday) { $0.day = -1 }
            each(language.dayBeforeYesterday) { $0.day = -2 }
            each(language.now) { $0.isNow = true }
            each(language.connectors) { $0.isConnector = true }
            each(language.one) { $0.isOne = true }
            each(language.am) { $0.half = 0 }
            each(language.pm) { $0.half = 12 }
            each(language.leadingAM) { $0.half = 0; $0.isLeadingHalf = true }
            each(language.leadingPM) { $0.half = 12; $0.isLeadingHalf = true }
            each(language.ordinals) { $0.isOrdinal = true }
            each(language.hourMarks) { $0.mark = .hour }
            each(language.minuteMarks) { $0.mark = .minute }
            each(language.secondMarks) { $0.mark = .second }
            each(language.yearMarks) { $0.mark = .year }
            each(language.monthMarks) { $0.mark = .month }
            each(language.dayMarks) { $0.mark = .day }
        }
        for (name, minutes) in zones { words[name, default: TimeWord()].zone = minutes }
        // The T of ISO 8601 stands between a date and a time.
        words["t", default: TimeWord()].isConnector = true
        return words
    }()

    /// Minutes east of UTC, of the zones that pages name (RFC 5322 and the usual European ones).
    private static let zones: [(String, Int)] = [
        ("z", 0), ("utc", 0), ("gmt", 0), ("est", -300), ("edt", -240), ("cst", -360), ("cdt", -300), ("mst", -420), ("mdt", -360), ("pst", -480),
        ("pdt", -420), ("bst", 60), ("cet", 60), ("cest", 120), ("mez", 60), ("mesz", 120), ("eet", 120), ("eest", 180), ("msk", 180), ("мск", 180),
        ("ist", 330), ("jst", 540), ("aest", 600), ("aedt", 660),
    ]
}
