extension TimeVocabulary {
    /// Italian.
    static let italian = TimeVocabulary(
        language: "it",
        months: [
            ["gennaio", "gen"], ["febbraio", "febbr"], ["marzo"], ["aprile"],
            ["maggio", "mag"], ["giugno", "giu"], ["luglio", "lug"], ["agosto"],
            ["settembre", "set"], ["ottobre", "ott"], ["novembre"], ["dicembre", "dic"],
        ],
        weekdays: ["lunedì", "martedì", "mercoledì", "giovedì", "venerdì", "sabato", "domenica", "gio"],
        seconds: ["secondo", "secondi"],
        minutes: ["minuto", "minuti"],
        hours: ["ora", "ore"],
        days: ["giorno", "giorni"],
        weeks: ["settimana", "settimane"],
        monthUnits: ["mese", "mesi"],
        years: ["anno", "anni"],
        agoAfter: ["fa"],
        today: ["oggi"],
        yesterday: ["ieri"],
        dayBeforeYesterday: ["ieri l'altro"],
        now: ["adesso"],
        connectors: ["alle", "ore", "il", "del", "dell'"],
        one: ["un", "una", "un'"])
}
