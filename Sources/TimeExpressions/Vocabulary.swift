/// The words with which one language states times: data, one file a language.
///
/// In every list the words stand between spaces; "_" joins the words of a phrase; case and accents do not matter.
/// A word that ends in "?" also means something else in common prose: it counts on a page in its language, or with a full date or a clock.
/// "=N" gives the number that a word stands for.
struct Vocabulary: Sendable {
    /// BCP 47 primary tag.
    var language: String
    /// January to December: names, cases and abbreviations.
    var months: [String]
    /// Monday to Sunday.
    var weekdays: [String]
    /// Seconds, minutes, hours, days, weeks, months, years. "=1" or "=2": the word says its number by itself ("час назад").
    var units: [String]
    /// Abbreviated units that count when they and their number are the whole text ("3h").
    var compactUnits: [String] = ["", "", "", "", "", "", ""]
    /// Words before ("vor 3 Stunden") and after ("3 hours ago") that count a stretch of time back.
    var agoBefore = ""
    var agoAfter = ""
    /// Number words with their values.
    var numbers = ""
    var now = ""
    var today = ""
    var yesterday = ""
    var dayBeforeYesterday = ""
    /// Words between a date and a clock.
    var at = ""
    /// Words within a date, or between a clock and a date ("of", "de", "on").
    var of = ""
    /// Endings of ordinal numbers.
    var ordinals = ""
    var am = ""
    var pm = ""
    /// Words after a clock ("Uhr"), and after a year ("г.").
    var clockWords = ""
    var yearWords = ""
    /// "about", "more than": before a stretch of time.
    var approximate = ""
    /// "and", between two units.
    var and = ""
}

extension Vocabulary {
    /// Every language; where two give one word two months, the earlier wins.
    static let all: [Vocabulary] = [
        english, german, french, spanish, portuguese, italian, dutch, polish, russian, ukrainian, turkish, arabic, chinese,
        japanese, swedish, danish, norwegian, finnish, czech, hungarian, romanian, greek, korean, indonesian, vietnamese, slovak, slovene,
        croatian, serbian, bulgarian, catalan, estonian, latvian, lithuanian, hebrew, persian, hindi, thai,
    ]
}
