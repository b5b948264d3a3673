extension TimeVocabulary {
    /// Swedish.
    static let swedish = TimeVocabulary(
        language: "sv",
        months: [
            ["januari"], ["februari"], ["mars"], ["april"],
            ["maj"], ["juni"], ["juli"], ["augusti"],
            ["september"], ["oktober", "okt"], ["november"], ["december"],
        ],
        weekdays: ["måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag"],
        seconds: ["sekund", "sekunder"],
        minutes: ["minut", "minuter"],
        hours: ["timme", "timmar", "tim"],
        days: ["dag", "dagar"],
        weeks: ["vecka", "veckor"],
        monthUnits: ["månad", "månader"],
        years: ["år"],
        agoAfter: ["sedan"],
        agoBefore: ["för"],
        today: ["idag"],
        yesterday: ["igår"],
        now: ["nyss"],
        connectors: ["kl", "klockan", "den"],
        one: ["en", "ett"])
}
