extension Vocabulary {
    static let slovak = Vocabulary(
        language: "sk",
        months: [
            "január januára", "február februára", "marec marca", "apríl apríla", "máj mája", "jún júna",
            "júl júla", "august augusta", "septembra", "október októbra", "novembra", "decembra",
        ],
        weekdays: ["pondelok", "utorok", "streda", "štvrtok", "piatok", "sobota", "nedeľa"],
        units: ["sekundou=1 sekundami", "minútou=1 minútami min?", "hodinou=1 hodinami hod", "dňom=1 dňami", "týždňom=1 týždňami", "mesiacom=1 mesiacmi", "rokom=1 rokmi"],
        agoBefore: "pred",
        numbers: "jedným=1 jednou=1 dvoma=2 troma=3",
        now: "práve_teraz",
        today: "dnes",
        yesterday: "včera",
        dayBeforeYesterday: "predvčerom",
        at: "o",
        clockWords: "hod",
        approximate: "asi približne",
        and: "a")
}
