extension Vocabulary {
    static let latvian = Vocabulary(
        language: "lv",
        months: [
            "janvāris janvārī", "februāris februārī", "marts martā", "aprīlis aprīlī", "maijs maijā", "jūnijs jūnijā",
            "jūlijs jūlijā", "augusts augustā", "septembris septembrī", "oktobris oktobrī", "novembris novembrī", "decembris decembrī",
        ],
        weekdays: ["pirmdiena", "otrdiena", "trešdiena", "ceturtdiena", "piektdiena", "sestdiena", "svētdiena"],
        units: ["sekundes=1 sekundēm", "minūtes=1 minūtēm", "stundas=1 stundām", "dienas=1 dienām", "nedēļas=1 nedēļām", "mēneša=1 mēnešiem", "gada=1 gadiem"],
        agoBefore: "pirms",
        numbers: "vienas=1 divām=2 trim=3",
        now: "tikko",
        today: "šodien",
        yesterday: "vakar",
        at: "plkst",
        yearWords: "gada",
        approximate: "apmēram",
        and: "un")
}
