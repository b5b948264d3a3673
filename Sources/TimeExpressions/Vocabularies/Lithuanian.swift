extension Vocabulary {
    static let lithuanian = Vocabulary(
        language: "lt",
        months: [
            "sausio", "vasario", "kovo", "balandžio", "gegužės", "birželio",
            "liepos", "rugpjūčio", "rugsėjo", "spalio", "lapkričio", "gruodžio",
        ],
        weekdays: ["pirmadienis", "antradienis", "trečiadienis", "ketvirtadienis", "penktadienis", "šeštadienis", "sekmadienis"],
        units: ["sekundę=1 sekundes sekundžių", "minutę=1 minutes minučių min?", "valandą=1 valandas valandų val", "dieną=1 dienas dienų d?", "savaitę=1 savaites savaičių", "mėnesį=1 mėnesius mėnesių", "metus=1 metų"],
        agoBefore: "prieš",
        numbers: "vieną=1 dvi=2 tris=3",
        now: "ką_tik",
        today: "šiandien",
        yesterday: "vakar",
        clockWords: "val",
        yearWords: "m",
        approximate: "apie",
        and: "ir")
}
