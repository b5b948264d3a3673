extension Vocabulary {
    static let swedish = Vocabulary(
        language: "sv",
        months: [
            "januari jan", "februari feb", "mars?", "april apr", "maj", "juni jun", "juli jul", "augusti aug", "september sep sept",
            "oktober okt", "november nov", "december dec",
        ],
        weekdays: ["måndag mån?", "tisdag tis?", "onsdag ons?", "torsdag tors?", "fredag fre?", "lördag lör?", "söndag sön?"],
        units: [
            "sekund sekunder sek några_sekunder=1 för_några_sekunder=1", "minut minuter min", "timme timmar tim", "dag dagar", "vecka veckor", "månad månader mån", "år",
        ],
        compactUnits: ["", "min", "tim", "", "", "mån", "år"],
        agoAfter: "sedan sen",
        numbers: "en=1 ett=1 två=2 tre=3 fyra=4 fem=5 sex=6 sju=7 åtta=8 nio=9 tio=10",
        now: "just_nu",
        today: "idag i_dag",
        yesterday: "igår i_går",
        dayBeforeYesterday: "förrgår i_förrgår",
        at: "kl klockan",
        of: "den",
        ordinals: "e",
        approximate: "cirka ungefär nästan",
        and: "och")
}
