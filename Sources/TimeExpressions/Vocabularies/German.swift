extension Vocabulary {
    static let german = Vocabulary(
        language: "de",
        months: [
            "januar jänner jan jän", "februar feber feb", "märz maerz mär mrz", "april apr", "mai?", "juni jun", "juli jul",
            "august aug", "september sep sept", "oktober okt", "november nov", "dezember dez",
        ],
        weekdays: [
            "montag mo?", "dienstag di?", "mittwoch mi?", "donnerstag do?", "freitag fr?", "samstag sonnabend sa?", "sonntag so?",
        ],
        units: [
            "sekunde sekunden sek wenigen_sekunden=1 einigen_sekunden=1 paar_sekunden=1", "minute minuten min", "stunde stunden std", "tag tage tagen", "woche wochen", "monat monate monaten",
            "jahr jahre jahren",
        ],
        compactUnits: ["sek", "min", "std", "", "wo", "", ""],
        agoBefore: "vor",
        numbers: "ein=1 eine=1 einer=1 einem=1 einen=1 zwei=2 drei=3 vier=4 fünf=5 sechs=6 sieben=7 acht=8 neun=9 zehn=10",
        now: "gerade_eben soeben",
        today: "heute",
        yesterday: "gestern",
        dayBeforeYesterday: "vorgestern",
        at: "um gegen",
        of: "den der am dem",
        clockWords: "uhr",
        approximate: "etwa ungefähr circa ca mehr_als über fast",
        and: "und")
}
