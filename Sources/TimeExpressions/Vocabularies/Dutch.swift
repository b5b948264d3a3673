extension TimeVocabulary {
    /// Dutch.
    static let dutch = TimeVocabulary(
        language: "nl",
        months: [
            ["januari"], ["februari"], ["maart", "mrt"], ["april"],
            ["mei"], ["juni"], ["juli"], ["augustus"],
            ["september"], ["oktober", "okt"], ["november"], ["december"],
        ],
        weekdays: ["maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag", "ma", "wo", "vr", "za", "zo"],
        seconds: ["seconde", "seconden"],
        minutes: ["minuut", "minuten"],
        hours: ["uur", "uren"],
        days: ["dag", "dagen"],
        weeks: ["week", "weken"],
        monthUnits: ["maand", "maanden"],
        years: ["jaar", "jaren"],
        agoAfter: ["geleden"],
        today: ["vandaag"],
        yesterday: ["gisteren"],
        dayBeforeYesterday: ["eergisteren"],
        now: ["zojuist"],
        connectors: ["om", "op", "van"],
        one: ["een", "één"],
        hourMarks: ["uur"])
}
