extension TimeVocabulary {
    /// Turkish.
    static let turkish = TimeVocabulary(
        language: "tr",
        months: [
            ["ocak", "oca"], ["şubat", "şub"], ["mart"], ["nisan", "nis"],
            ["mayıs"], ["haziran", "haz"], ["temmuz", "tem"], ["ağustos", "ağu"],
            ["eylül", "eyl"], ["ekim", "eki"], ["kasım", "kas"], ["aralık", "ara"],
        ],
        weekdays: ["pazartesi", "salı", "çarşamba", "perşembe", "cuma", "cumartesi", "pazar"],
        seconds: ["saniye", "sn"],
        minutes: ["dakika", "dk"],
        hours: ["saat", "sa"],
        days: ["gün"],
        weeks: ["hafta"],
        monthUnits: ["ay"],
        years: ["yıl", "sene"],
        agoAfter: ["önce"],
        today: ["bugün"],
        yesterday: ["dün"],
        now: ["şimdi", "demin"],
        connectors: ["saat"],
        one: ["bir"])
}
