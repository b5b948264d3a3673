extension Vocabulary {
    static let romanian = Vocabulary(
        language: "ro",
        months: [
            "ianuarie ian", "februarie feb", "martie mar", "aprilie apr", "mai?", "iunie iun", "iulie iul", "august aug",
            "septembrie sept", "octombrie oct", "noiembrie noi?", "decembrie dec",
        ],
        weekdays: ["luni lun?", "marți mar?", "miercuri mie?", "joi", "vineri vin?", "sâmbătă sâm?", "duminică dum?"],
        units: [
            "secundă secunde", "minut minute min", "oră ore", "zi zile", "săptămână săptămâni", "lună", "an ani",
        ],
        agoBefore: "acum",
        agoAfter: "în_urmă",
        numbers: "o=1 un=1 doi=2 două=2 trei=3 patru=4 cinci=5",
        now: "chiar_acum",
        today: "azi astăzi",
        yesterday: "ieri",
        dayBeforeYesterday: "alaltăieri",
        at: "la ora",
        of: "de",
        approximate: "aproximativ circa",
        and: "și")
}
