extension TimeVocabulary {
    /// German.
    static let german = TimeVocabulary(
        language: "de",
        months: [
            ["januar", "jan", "jänner"], ["februar", "feb", "feber"], ["märz", "mär", "mrz"], ["april"],
            ["mai"], ["juni"], ["juli"], ["august"],
            ["september"], ["oktober", "okt"], ["november"], ["dezember", "dez"],
        ],
        weekdays: ["montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonnabend", "sonntag", "mo", "di", "mi", "do", "fr", "sa", "so"],
        seconds: ["sekunde", "sekunden", "sek"],
        minutes: ["minute", "minuten"],
        hours: ["stunde", "stunden", "std"],
        days: ["tag", "tage", "tagen"],
        weeks: ["woche", "wochen"],
        monthUnits: ["monat", "monate", "monaten"],
        years: ["jahr", "jahre", "jahren"],
        agoBefore: ["vor"],
        today: ["heute"],
        yesterday: ["gestern"],
        dayBeforeYesterday: ["vorgestern"],
        now: ["soeben", "jetzt"],
        connectors: ["um", "am", "den", "der", "gegen"],
        one: ["ein", "eine", "einer", "einem", "einen"],
        hourMarks: ["uhr"])
}
