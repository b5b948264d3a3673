extension TimeVocabulary {
    /// Polish.
    static let polish = TimeVocabulary(
        language: "pl",
        months: [
            ["stycznia", "styczeń", "sty"], ["lutego", "luty", "lut"], ["marca", "marzec"], ["kwietnia", "kwiecień", "kwi"],
            ["maja", "maj"], ["czerwca", "czerwiec", "cze"], ["lipca", "lipiec", "lip"], ["sierpnia", "sierpień", "sie"],
            ["września", "wrzesień", "wrz"], ["października", "październik", "paź"], ["listopada", "listopad", "lis"], ["grudnia", "grudzień", "gru"],
        ],
        weekdays: ["poniedziałek", "wtorek", "środa", "czwartek", "piątek", "sobota", "niedziela", "pon", "wt", "śr", "czw", "pt", "sob", "niedz"],
        seconds: ["sekunda", "sekundy", "sekund", "sekundę"],
        minutes: ["minuta", "minuty", "minut", "minutę"],
        hours: ["godzina", "godziny", "godzin", "godzinę", "godz"],
        days: ["dzień", "dni"],
        weeks: ["tydzień", "tygodnie", "tygodni"],
        monthUnits: ["miesiąc", "miesiące", "miesięcy"],
        years: ["rok", "lata", "lat"],
        agoAfter: ["temu"],
        today: ["dzisiaj", "dziś"],
        yesterday: ["wczoraj"],
        dayBeforeYesterday: ["przedwczoraj"],
        now: ["teraz"],
        connectors: ["o", "w", "dnia"],
        yearMarks: ["r"])
}
