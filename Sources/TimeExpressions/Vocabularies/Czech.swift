extension Vocabulary {
    static let czech = Vocabulary(
        language: "cs",
        months: [
            "leden ledna led?", "únor února úno", "březen března bře", "duben dubna dub?", "květen května kvě", "červen června čer",
            "červenec července čvc", "srpen srpna srp", "září zář", "říjen října říj", "listopad listopadu lis?", "prosinec prosince pro?",
        ],
        weekdays: ["pondělí po?", "úterý út?", "středa st?", "čtvrtek čt?", "pátek pá?", "sobota so?", "neděle ne?"],
        units: [
            "sekunda sekundou=1 sekundami", "minuta minutou=1 minutami min", "hodina hodinou=1 hodinami hod", "den dnem=1 dny dní",
            "týden týdnem=1 týdny", "měsíc měsícem=1 měsíci", "rok rokem=1 lety roky",
        ],
        agoBefore: "před",
        numbers: "jedna=1 dva=2 dvě=2 tři=3 čtyři=4 pět=5",
        now: "právě_teď",
        today: "dnes",
        yesterday: "včera",
        dayBeforeYesterday: "předevčírem",
        at: "v ve",
        clockWords: "hod hodin",
        approximate: "asi přibližně",
        and: "a")
}
