extension Vocabulary {
    static let danish = Vocabulary(
        language: "da",
        months: [
            "januar jan", "februar feb", "marts", "april apr", "maj", "juni jun", "juli jul", "august aug", "september sep sept",
            "oktober okt", "november nov", "december dec",
        ],
        weekdays: ["mandag man?", "tirsdag tirs?", "onsdag ons?", "torsdag tors?", "fredag fre?", "lørdag lør?", "søndag søn?"],
        units: ["sekund sekunder sek", "minut minutter min", "time timer", "dag dage", "uge uger", "måned måneder mdr", "år"],
        agoAfter: "siden",
        numbers: "en=1 et=1 to=2 tre=3 fire=4 fem=5 seks=6 syv=7 otte=8 ni=9 ti=10",
        now: "lige_nu",
        today: "i_dag",
        yesterday: "i_går",
        dayBeforeYesterday: "i_forgårs",
        at: "kl klokken",
        of: "den d",
        approximate: "cirka ca omkring næsten",
        and: "og")
}
