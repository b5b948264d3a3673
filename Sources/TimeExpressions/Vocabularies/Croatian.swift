extension Vocabulary {
    static let croatian = Vocabulary(
        language: "hr",
        months: [
            "siječanj siječnja", "veljača veljače", "ožujak ožujka", "travanj travnja", "svibanj svibnja", "lipanj lipnja",
            "srpanj srpnja", "kolovoz kolovoza", "rujan rujna", "", "studeni? studenoga studenog", "prosinca",
        ],
        weekdays: ["ponedjeljak pon?", "utorak uto?", "srijeda sri?", "četvrtak čet?", "petak pet?", "subota sub?", "nedjelja ned?"],
        units: ["sekundu=1 sekunde sekundi", "minutu=1 minute? minuta? min?", "sata sati", "dana", "tjedan=1 tjedna tjedana", "mjesec=1 mjeseca mjeseci", "godinu=1 godine godina"],
        agoBefore: "prije",
        numbers: "jedan=1 jednu=1 dva=2 dvije=2 tri=3",
        now: "upravo_sada",
        today: "danas",
        yesterday: "jučer",
        at: "u",
        clockWords: "sati h",
        approximate: "oko",
        and: "i")
}
