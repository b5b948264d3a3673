extension TimeVocabulary {
    /// English.
    static let english = TimeVocabulary(
        language: "en",
        months: [
            ["january", "jan"], ["february", "feb"], ["march", "mar"], ["april", "apr"],
            ["may"], ["june", "jun"], ["july", "jul"], ["august", "aug"],
            ["september", "sep", "sept"], ["october", "oct"], ["november", "nov"], ["december", "dec"],
        ],
        weekdays: ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "mon", "tue", "tues", "wed", "weds", "thu", "thur", "thurs", "fri", "sat", "sun"],
        seconds: ["second", "seconds", "sec", "secs", "s"],
        minutes: ["minute", "minutes", "min", "mins", "m"],
        hours: ["hour", "hours", "hr", "hrs", "h"],
        days: ["day", "days", "d"],
        weeks: ["week", "weeks", "wk", "wks", "w"],
        monthUnits: ["month", "months", "mo", "mos", "mon"],
        years: ["year", "years", "yr", "yrs", "y"],
        agoAfter: ["ago"],
        today: ["today"],
        yesterday: ["yesterday"],
        now: ["now"],
        connectors: ["at", "of", "on", "the", "in", "and"],
        one: ["a", "an", "one"],
        am: ["am", "a"],
        pm: ["pm", "p"],
        ordinals: ["st", "nd", "rd", "th"])
}
