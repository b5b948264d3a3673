extension Vocabulary {
    static let norwegian = Vocabulary(
        language: "no",
        months: [
            "januar jan", "februar feb", "mars?", "april apr", "mai?", "juni jun", "juli jul", "august aug", "september sep sept",
            "oktober okt", "november nov", "desember des?",
        ],
        weekdays: ["mandag man?", "tirsdag tirs?", "onsdag ons?", "torsdag tors?", "fredag fre?", "lørdag lør?", "søndag søn?"],
        units: ["sekund sekunder sek", "minutt minutter min", "time timer", "dag dager døgn", "uke uker", "måned måneder mnd", "år"],
        agoAfter: "siden",
        numbers: "en=1 ett=1 et=1 to=2 tre=3 fire=4 fem=5 seks=6 sju=7 åtte=8 ni=9 ti=10",
        now: "akkurat_nå",
        today: "i_dag",
        yesterday: "i_går",
        dayBeforeYesterday: "i_forgårs",
        at: "kl klokken",
        of: "den d",
        approximate: "cirka ca omtrent nesten",
        and: "og")
}
