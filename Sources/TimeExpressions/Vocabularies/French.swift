extension TimeVocabulary {
    /// French.
    static let french = TimeVocabulary(
        language: "fr",
        months: [
            ["janvier", "janv"], ["février", "fevrier", "févr", "fév"], ["mars"], ["avril", "avr"],
            ["mai"], ["juin"], ["juillet", "juil"], ["août", "aout"],
            ["septembre", "sept"], ["octobre", "oct"], ["novembre", "nov"], ["décembre", "decembre", "déc"],
        ],
        weekdays: ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche", "lun", "mar", "mer", "jeu", "ven", "sam", "dim"],
        seconds: ["seconde", "secondes"],
        minutes: ["minute", "minutes"],
        hours: ["heure", "heures"],
        days: ["jour", "jours", "j"],
        weeks: ["semaine", "semaines", "sem"],
        monthUnits: ["mois"],
        years: ["an", "ans", "année", "années"],
        agoBefore: ["il", "y", "a"],
        today: ["aujourd", "aujourd'hui"],
        yesterday: ["hier"],
        dayBeforeYesterday: ["avant-hier"],
        connectors: ["à", "le", "du", "vers"],
        one: ["un", "une"],
        ordinals: ["er", "ère"],
        hourMarks: ["h"])
}
