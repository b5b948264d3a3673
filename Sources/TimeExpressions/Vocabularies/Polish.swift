extension Vocabulary {
    static let polish = Vocabulary(
        language: "pl",
        months: [
            "styczeń stycznia sty", "luty lutego lut", "marzec marca mar", "kwiecień kwietnia kwi", "maj maja", "czerwiec czerwca cze",
            "lipiec lipca lip?", "sierpień sierpnia sie?", "wrzesień września wrz", "październik października paź", "listopad listopada lis?",
            "grudzień grudnia gru?",
        ],
        weekdays: [
            "poniedziałek pon pn?", "wtorek wt?", "środa śr?", "czwartek czw", "piątek pt?", "sobota sob?", "niedziela niedz nd?",
        ],
        units: [
            "sekunda sekundę=1 sekundy sekund sek kilka_sekund=1 parę_sekund=1", "minuta minutę=1 minuty minut min", "godzina godzinę=1 godziny godzin godz",
            "dzień=1 dni dnia", "tydzień=1 tygodnie tygodni tyg", "miesiąc=1 miesiące miesięcy mies", "rok=1 lata lat roku",
        ],
        compactUnits: ["", "min", "godz", "dni", "tyg", "mies", ""],
        agoAfter: "temu",
        numbers: "jeden=1 jedną=1 dwa=2 dwie=2 trzy=3 cztery=4 pięć=5 sześć=6 siedem=7 osiem=8 dziewięć=9 dziesięć=10",
        now: "przed_chwilą",
        today: "dzisiaj dziś",
        yesterday: "wczoraj",
        dayBeforeYesterday: "przedwczoraj",
        at: "o godz godzina godzinie",
        of: "dnia",
        yearWords: "r roku",
        approximate: "około ok ponad prawie",
        and: "i")
}
