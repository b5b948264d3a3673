extension Vocabulary {
    static let dutch = Vocabulary(
        language: "nl",
        months: [
            "januari jan", "februari feb", "maart mrt", "april apr", "mei", "juni jun", "juli jul", "augustus aug", "september sep sept",
            "oktober okt", "november nov", "december dec",
        ],
        weekdays: ["maandag ma?", "dinsdag di?", "woensdag wo?", "donderdag do?", "vrijdag vr?", "zaterdag za?", "zondag zo?"],
        units: [
            "seconde seconden sec enkele_seconden=1 paar_seconden=1", "minuut minuten min", "uur uren u", "dag dagen", "week weken", "maand maanden mnd", "jaar jaren",
        ],
        compactUnits: ["", "min", "u", "d", "", "mnd", "jr"],
        agoAfter: "geleden",
        numbers: "een=1 één=1 twee=2 drie=3 vier=4 vijf=5 zes=6 zeven=7 acht=8 negen=9 tien=10",
        now: "zojuist zonet",
        today: "vandaag",
        yesterday: "gisteren",
        dayBeforeYesterday: "eergisteren",
        at: "om",
        of: "op de",
        ordinals: "e",
        clockWords: "uur u",
        approximate: "ongeveer bijna meer_dan ruim",
        and: "en")
}
